namespace XrNpe.Vio;

/// <summary>Pseudo-random numbers from a seed and the name of what they are for: the same on every machine.</summary>
/// <param name="seed">Seed of the world.</param>
/// <param name="purpose">Number of the stream: streams of one seed have nothing to do with one another.</param>
internal sealed class HashRandom(int seed, int purpose)
{
    private const int NormalTerms = 12;
    private readonly uint _seed = Seed(seed, purpose);
    private int _count;

    /// <summary>A seed for <see cref="IntegerHash"/> from the seed of the world and the number of a stream.</summary>
    public static uint Seed(int seed, int purpose)
    {
        // Seeds are small numbers, which must differ in all bits before they are mixed with positions.
        uint h = ((uint)seed * 0x9e37_79b9u) + ((uint)purpose * 0x7f4a_7c15u) + 0x5851_f42du;
        h = (h ^ (h >> 16)) * 0x7feb_352du;
        h = (h ^ (h >> 15)) * 0x846c_a68bu;
        return h ^ (h >> 16);
    }

    /// <summary>Uniform in [low, high).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * IntegerHash.Unit(_count++, 0, _seed));

    /// <summary>Normal with mean 0 and variance 1: twelve uniform numbers less 6, so that no library function comes in.</summary>
    public double Normal()
    {
        double sum = 0;
        for (int i = 0; i < NormalTerms; i++) sum += Uniform(0, 1);
        return sum - (NormalTerms / 2.0);
    }

    /// <summary>Three independent <see cref="Normal"/> numbers.</summary>
    public Vector3d Normals() => new(Normal(), Normal(), Normal());
}
