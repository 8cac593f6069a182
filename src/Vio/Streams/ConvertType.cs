using System.Globalization;
using System.Numerics;
using System.Text;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>One side of a conversion: a number format or float64, as numbers or as raw codes (<c>p8:bits</c>).</summary>
/// <param name="Format">The format; null for float64.</param>
/// <param name="IsBits">True for raw codes.</param>
public sealed record ConvertType(NumberFormat? Format, bool IsBits)
{
    private const string BitsSuffix = ":bits";
    private const string F64 = "f64";

    /// <summary>Bytes that the text of any number fits in.</summary>
    internal const int LongestText = 32;

    /// <summary>The names that can be given.</summary>
    public const string Names = "fp4, p4, p8, p16, f32 or f64, each alone or with :bits";

    /// <summary>Name of the format.</summary>
    public string Name => Format is { } format ? FormatInfo.Of(format).Name : F64;

    /// <summary>Width of a code.</summary>
    public int Bits => Format is { } format ? FormatInfo.Of(format).Bits : 64;

    /// <summary>Parses <c>T</c> or <c>T:bits</c>.</summary>
    public static ConvertType? Parse(string text)
    {
        bool isBits = text.EndsWith(BitsSuffix, StringComparison.OrdinalIgnoreCase);
        string name = isBits ? text[..^BitsSuffix.Length] : text;
        if (name.Equals(F64, StringComparison.OrdinalIgnoreCase)) return new ConvertType(null, isBits);
        return FormatInfo.TryParse(name, out NumberFormat format) ? new ConvertType(format, isBits) : null;
    }

    /// <summary>Number of codes where a table of them is worth having; else 0.</summary>
    internal int TableSize => Bits <= 16 ? 1 << Bits : 0;

    /// <summary>True unless <paramref name="x"/> is NaN and the format is FP4, which has no code for it.</summary>
    public bool Holds(double x) => !double.IsNaN(x) || Format != NumberFormat.Fp4;

    /// <summary>The code of <paramref name="x"/>, rounded once; every NaN becomes the one NaN or NaR of the format.</summary>
    /// <exception cref="OverflowException">NaN meets FP4: ask <see cref="Holds"/> first.</exception>
    public ulong ToCode(double x)
    {
        const ulong CanonicalNaN = 0x7ff8_0000_0000_0000;
        if (Format is { } format) return FormatConvert.FromDouble(format, x);
        return double.IsNaN(x) ? CanonicalNaN : BitConverter.DoubleToUInt64Bits(x);
    }

    /// <summary>The exact value of a code; NaR is NaN.</summary>
    public double ToValue(ulong code) => Format is { } format ? FormatConvert.ToDouble(format, (uint)code) : BitConverter.UInt64BitsToDouble(code);

    /// <summary>Reads a number, which is rounded once, or on the side of raw codes a code.</summary>
    internal bool TryRead(ReadOnlySpan<byte> text, out ulong code)
    {
        if (IsBits) return HexText.TryParse(text, Bits, out code);
        if (Format is not { } format) return TryReadDouble(text, out code);
        bool done = TryRound(format, text, out uint rounded);
        code = rounded;
        return done;
    }

    /// <summary>Writes a code as this side's text: in hexadecimal, or as the shortest decimal that reads back the same.</summary>
    /// <returns>The number of bytes, <see cref="LongestText"/> at most.</returns>
    internal int Write(Span<byte> destination, ulong code)
    {
        if (IsBits) return HexText.Format(destination, code, Bits);
        if (Format is null) return Shortest(destination, BitConverter.UInt64BitsToDouble(code), "G17");
        return Format == NumberFormat.F32
            ? Shortest(destination, BitConverter.UInt32BitsToSingle((uint)code), "G9")
            : Encoding.ASCII.GetBytes(CodeText.Format(Format.Value, (uint)code), destination);
    }

    /// <summary>
    /// .NET's shortest text of a float is one digit too short next to some powers of two, such as 2^-25: what does not
    /// read back is written with the digits that always do.
    /// </summary>
    private static int Shortest<T>(Span<byte> destination, T value, string longest)
        where T : IBinaryFloatingPointIeee754<T>
    {
        bool written = value.TryFormat(destination, out int count, [], CultureInfo.InvariantCulture);
        if (!T.IsNaN(value) && T.Parse(destination[..count], NumberStyles.Float, CultureInfo.InvariantCulture) != value)
        {
            written = value.TryFormat(destination, out count, longest, CultureInfo.InvariantCulture);
        }

        return written ? count : throw new ArgumentException($"the text of a number needs {LongestText} bytes", nameof(destination));
    }

    /// <summary>Reads a number with one rounding, by way of a double where that cannot round twice.</summary>
    private static bool TryRound(NumberFormat format, ReadOnlySpan<byte> text, out uint code)
    {
        // Boundaries between codes have at most 25 significant bits, float32's. The nearest double of a number that is not
        // on one lies on the same side of it, and is much faster to find than the exact number.
        const ulong BelowEveryBoundary = (1ul << 27) - 1;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double nearest)
            || (BitConverter.DoubleToUInt64Bits(nearest) & BelowEveryBoundary) == 0)
        {
            return CodeText.TryParse(format, Encoding.UTF8.GetString(text), out code);
        }

        code = FormatConvert.FromDouble(format, nearest);
        return true;
    }

    private static bool TryReadDouble(ReadOnlySpan<byte> text, out ulong code)
    {
        bool done = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (!done)
        {
            // The names that the other formats take; .NET itself knows only "Infinity" and "NaN".
            done = CodeText.TryParse(NumberFormat.F32, Encoding.UTF8.GetString(text), out uint named);
            value = FormatConvert.ToDouble(NumberFormat.F32, named);
        }

        code = BitConverter.DoubleToUInt64Bits(value);
        return done;
    }
}
