namespace XrNpe.Vio;

/// <summary>A smooth function of time that never repeats: a few sines of random frequency and phase.</summary>
internal sealed class Wander
{
    private readonly (double Amplitude, double Rate, double Phase)[] _sines;

    /// <summary>Draws the sines.</summary>
    /// <param name="random">Where frequencies and phases come from.</param>
    /// <param name="largest">No value is larger.</param>
    /// <param name="slowest">Lowest frequency, Hz.</param>
    /// <param name="fastest">Highest frequency, Hz.</param>
    /// <param name="sines">How many.</param>
    public Wander(HashRandom random, double largest, double slowest, double fastest, int sines = 3)
    {
        // Each in its own part of the band, the faster the smaller.
        double[] frequencies = [.. Enumerable.Range(0, sines).Select(i => slowest + ((fastest - slowest) * (i + random.Uniform(0, 1)) / sines))];
        double total = frequencies.Sum(frequency => 1 / frequency);
        _sines = [.. frequencies.Select(frequency => (largest / (frequency * total), 2 * Math.PI * frequency, random.Uniform(0, 2 * Math.PI)))];
    }

    /// <summary>The value at a time, s.</summary>
    public double At(double time)
    {
        double sum = 0;
        foreach ((double amplitude, double rate, double phase) in _sines) sum += amplitude * Math.Sin((rate * time) + phase);
        return sum;
    }
}
