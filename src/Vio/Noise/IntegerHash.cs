namespace XrNpe.Vio;

/// <summary>Pseudo-random numbers from positions: the same on every machine, with no state.</summary>
internal static class IntegerHash
{
    /// <summary>A number in [0, 1), a multiple of 2^−24, from a position and a seed.</summary>
    public static double Unit(int x, int y, uint seed)
    {
        // The finalizer of MurmurHash3 over a position that two odd constants spread out.
        uint h = ((uint)x * 0x9e37_79b1u) ^ ((uint)y * 0x85eb_ca77u) ^ seed;
        h = (h ^ (h >> 16)) * 0x85eb_ca6bu;
        h = (h ^ (h >> 13)) * 0xc2b2_ae35u;
        h ^= h >> 16;
        return (h >> 8) / 16_777_216.0;
    }
}
