namespace XrNpe.Vio;

/// <summary>From values to places along one edge of a plot.</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="IsLog">Equal steps are equal factors.</param>
/// <param name="Title">What the values are, with their unit.</param>
/// <param name="IsWhole">Values are whole numbers.</param>
internal sealed record PlotAxis(double Low, double High, bool IsLog, string Title, bool IsWhole = false)
{
    private const double Tiny = 1e-9;

    /// <summary>An axis with room for some values around them, with a linear scale.</summary>
    public static PlotAxis Linear(string title, IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        (double low, double high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        double room = Math.Max((high - low) * 0.06, Math.Max(Math.Abs(high), 1) * Tiny);
        return new PlotAxis(low - room, high + room, false, title);
    }

    /// <summary>An axis with room for some values around them, with a logarithmic scale; what is not above 0 has no place.</summary>
    public static PlotAxis Log(string title, IEnumerable<double> values, double room = 1.25)
    {
        double[] positive = [.. values.Where(value => double.IsFinite(value) && value > 0)];
        (double low, double high) = positive.Length == 0 ? (0.1, 1) : (positive.Min(), positive.Max());
        return new PlotAxis(low / room, high * room, true, title);
    }

    /// <summary>Where a value stands, 0 to 1; not a number where it has no place.</summary>
    public double Place(double value) => IsLog
        ? value > 0 ? Math.Log(value / Low) / Math.Log(High / Low) : double.NaN
        : (value - Low) / (High - Low);

    /// <summary>Values to be marked, and what is written there.</summary>
    /// <param name="most">About how many.</param>
    public IReadOnlyList<(double Value, string Label)> Ticks(int most)
    {
        double[] values = [.. (IsLog ? LogTicks(most) : LinearTicks(most)).Where(value => value >= Low - (Tiny * Math.Abs(Low)) && value <= High + (Tiny * Math.Abs(High)))];
        return [.. values.Select(value => (value, Label(value)))];
    }

    private static string Label(double value)
    {
        double size = Math.Abs(value);
        if (size < Tiny) return "0";
        if (size is >= 1e4 or < 1e-3)
        {
            int exponent = (int)Math.Floor(Math.Log10(size) + Tiny);
            double digit = Math.Round(value / Math.Pow(10, exponent), 2);
            if (size < 1e-3) return ReportText.Power(value).Replace("1.0·", "", StringComparison.Ordinal).Replace(".0·", "·", StringComparison.Ordinal);
            return Trimmed(digit * Math.Pow(10, exponent) / (size >= 1e6 ? 1e6 : 1e3)) + (size >= 1e6 ? "\u202fM" : "\u202fk");
        }

        return Trimmed(value);
    }

    private static string Trimmed(double value) => Math.Round(value, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<double> LinearTicks(int most)
    {
        double rough = (High - Low) / most, unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = unit * ((double[])[1, 2, 5, 10]).First(factor => factor * unit >= rough * (1 - Tiny));
        if (IsWhole) step = Math.Max(step, 1);
        for (double i = Math.Ceiling(Low / step); i <= High / step; i++) yield return i * step;
    }

    private IEnumerable<double> LogTicks(int most)
    {
        double decades = Math.Log10(High / Low);
        int every = Math.Max(1, (int)Math.Ceiling(decades / most));
        double[] digits = decades * 3 <= most ? [1, 2, 5] : decades * 2 <= most ? [1, 3] : [1];
        if (decades < 0.8) return LinearTicks(most);
        return Enumerable.Range((int)Math.Floor(Math.Log10(Low)), (int)Math.Ceiling(decades) + 2)
            .Where(exponent => exponent % every == 0)
            .SelectMany(exponent => digits.Select(digit => digit * Math.Pow(10, exponent)));
    }
}
