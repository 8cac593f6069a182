namespace XrNpe.Coproc;

/// <summary>
/// A reproducible stream of stalls: SplitMix64, so that a seed means the same on every machine and .NET version.
/// </summary>
internal sealed class StallSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>True with the given probability. Draws a number even when the probability is 0, so that streams stay in step.</summary>
    public bool Next(double probability) => (NextBits() >> 11) * (1.0 / (1ul << 53)) < probability;

    /// <summary>A number from 0 to <paramref name="most"/>.</summary>
    public int NextUpTo(int most) => (int)(NextBits() % ((ulong)most + 1));

    private ulong NextBits()
    {
        _state += 0x9e37_79b9_7f4a_7c15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xbf58_476d_1ce4_e5b9;
        z = (z ^ (z >> 27)) * 0x94d0_49bb_1331_11eb;
        return z ^ (z >> 31);
    }
}
