namespace XrNpe.Bench;

/// <summary>Operands that are the same in every run.</summary>
internal static class RandomData
{
    /// <summary>An array of what <paramref name="next"/> draws.</summary>
    public static T[] Draw<T>(int count, int seed, Func<Random, T> next)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => next(random))];
    }

    /// <summary>A number of the standard normal distribution.</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
