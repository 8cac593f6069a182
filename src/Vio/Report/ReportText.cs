using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Numbers and names as a report writes them.</summary>
internal static class ReportText
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    private const double Percent = 100;

    /// <summary>An integer with its digits in groups of three, a thin space between.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    /// <summary>Three digits and a prefix: 12.3 k, 4.56 M; small numbers as they are.</summary>
    public static string Short(long value) => value switch
    {
        >= 1_000_000_000 => $"{Three(value / 1e9)}\u202fG",
        >= 1_000_000 => $"{Three(value / 1e6)}\u202fM",
        >= 10_000 => $"{Three(value / 1e3)}\u202fk",
        _ => Count(value),
    };

    /// <summary>Three significant digits, without an exponent where there need be none.</summary>
    public static string Three(double value)
    {
        if (!double.IsFinite(value)) return None;
        double size = Math.Abs(value);
        if (size is not 0 and (< 1e-4 or >= 1e6)) return Power(value);
        int decimals = size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Two digits and a power of ten.</summary>
    public static string Power(double value)
    {
        if (value == 0) return "0";
        if (!double.IsFinite(value)) return None;
        string[] parts = value.ToString("0.0e+0", CultureInfo.InvariantCulture).Split('e');
        return $"{parts[0]}·10{Raised(int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))}";
    }

    /// <summary>A number with so many decimals; a dash for none.</summary>
    public static string Fixed(double? value, int decimals) => value is { } number && double.IsFinite(number)
        ? number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : None;

    /// <summary>A share of 1 in percent.</summary>
    public static string Share(double share) => share is > 0 and < 0.0005
        ? "<0.1\u202f%"
        : (Percent * share).ToString(share is > 0 and < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture) + "\u202f%";

    /// <summary>A power of two.</summary>
    public static string PowerOfTwo(int exponent) => "2" + Raised(exponent);

    /// <summary>Powers of two, as the range that they have.</summary>
    public static string Scales(IReadOnlyCollection<int> scales)
    {
        if (scales.Count == 0) return None;
        int least = scales.Min(), most = scales.Max();
        return least == most ? PowerOfTwo(least) : $"{PowerOfTwo(least)}…{PowerOfTwo(most)}";
    }

    /// <summary>A format's name.</summary>
    public static string Name(NumberFormat format) => FormatInfo.Of(format).Name;

    /// <summary>A number of things.</summary>
    public static string Count(long value, string thing) => $"{Count(value)} {thing}{(value == 1 ? "" : "s")}";

    /// <summary>Names in a sentence.</summary>
    public static string And(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string Raised(int exponent) => string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
