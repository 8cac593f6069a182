namespace XrNpe.Rtlgen;

/// <summary>Random numbers that are the same bytes on every machine and under every .NET: splitmix64.</summary>
internal sealed class VectorRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next64()
    {
        _state += 0x9e37_79b9_7f4a_7c15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xbf58_476d_1ce4_e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to <paramref name="end"/> − 1.</summary>
    public int Next(int end) => (int)((Next64() >> 32) * (ulong)end >> 32);

    /// <summary>True once in <paramref name="odds"/> times.</summary>
    public bool OneIn(int odds) => Next(odds) == 0;

    /// <summary>One of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> list) => list[Next(list.Count)];
}
