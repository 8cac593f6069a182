namespace XrNpe.Arith;

/// <summary>
/// The constants of one number format: the only place where they are written down. The Verilog, the documentation and
/// the emulator take them from here.
/// </summary>
public sealed class FormatInfo
{
    private FormatInfo(NumberFormat format, string name, int bits, int exponentSize, int significandBits)
    {
        Format = format;
        Name = name;
        Bits = bits;
        ExponentSize = exponentSize;
        SignificandBits = significandBits;
    }

    /// <summary>The format these constants belong to.</summary>
    public NumberFormat Format { get; }

    /// <summary>The name used on the command line and in files: <c>fp4 p4 p8 p16 f32</c>.</summary>
    public string Name { get; }

    /// <summary>Width of a code in bits.</summary>
    public int Bits { get; }

    /// <summary>Exponent field in bits: <c>es</c> of a posit, the exponent field of a float.</summary>
    public int ExponentSize { get; }

    /// <summary>The widest significand in bits, leading one included.</summary>
    public int SignificandBits { get; }

    /// <summary>True for the posit formats.</summary>
    public bool IsPosit => Format is NumberFormat.P4 or NumberFormat.P8 or NumberFormat.P16;

    /// <summary>True for the formats that matrices can be in; <see cref="NumberFormat.F32"/> is an output format only.</summary>
    public bool IsInput => Format != NumberFormat.F32;

    /// <summary>Lanes in a 16-bit SIMD word; 0 for float32, which is never a lane.</summary>
    public int Lanes => IsInput ? 16 / Bits : 0;

    /// <summary>All code bits set.</summary>
    public uint Mask => Bits == 32 ? uint.MaxValue : (1u << Bits) - 1;

    /// <summary>The code of NaR (posits), of the canonical quiet NaN (float32), or what NaR becomes in FP4: 8, which is −0.</summary>
    public uint NaRCode => Format == NumberFormat.F32 ? 0x7fc0_0000u : 1u << (Bits - 1);

    /// <summary>True when the format can say "not a real"; FP4 cannot.</summary>
    public bool HasNaR => Format != NumberFormat.Fp4;

    /// <summary>Power of two of the largest finite value's leading bit: 2 for FP4 (6), (n−2)·2^es for a posit.</summary>
    public int MaxExponent => Format switch
    {
        NumberFormat.Fp4 => 2,
        NumberFormat.F32 => 127,
        _ => (Bits - 2) << ExponentSize,
    };

    /// <summary>Power of two of the least significant bit of an exact product: the LSB of the quire. Section 3 of the design.</summary>
    public int ProductLsbExponent => Format switch
    {
        NumberFormat.Fp4 => -2,
        NumberFormat.F32 => throw new InvalidOperationException("float32 is an output format: it has no products"),
        _ => -2 * MaxExponent,
    };

    /// <summary>Hexadecimal digits of a code.</summary>
    public int HexDigits => Bits / 4;

    /// <summary>An array, not the list: <see cref="Of"/> is on the path of every single rounding.</summary>
    private static readonly FormatInfo[] ByCode =
    [
        new(NumberFormat.Fp4, "fp4", 4, 2, 2),
        new(NumberFormat.P4, "p4", 4, 1, 1),
        new(NumberFormat.P8, "p8", 8, 0, 6),
        new(NumberFormat.P16, "p16", 16, 1, 13),
        new(NumberFormat.F32, "f32", 32, 8, 24),
    ];

    /// <summary>The constants of every format, in the order of <see cref="NumberFormat"/>.</summary>
    public static IReadOnlyList<FormatInfo> All { get; } = ByCode;

    /// <summary>The formats that a matrix can be in.</summary>
    public static IReadOnlyList<FormatInfo> Inputs { get; } = [.. All.Where(f => f.IsInput)];

    /// <summary>The constants of <paramref name="format"/>.</summary>
    public static FormatInfo Of(NumberFormat format) =>
        (uint)format < (uint)ByCode.Length
            ? ByCode[(int)format]
            : throw new ArgumentOutOfRangeException(nameof(format), format, "not a number format");

    /// <summary>The constants of a format that matrices can be in.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is float32, or no format.</exception>
    public static FormatInfo RequireInput(NumberFormat format)
    {
        FormatInfo info = Of(format);
        return info.IsInput ? info : throw new ArgumentOutOfRangeException(nameof(format), format, "float32 is an output format only");
    }

    /// <summary>Finds a format by its name (<c>fp4 p4 p8 p16 f32</c>).</summary>
    public static bool TryParse(string? name, out NumberFormat format)
    {
        foreach (FormatInfo info in All)
        {
            if (string.Equals(info.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                format = info.Format;
                return true;
            }
        }

        format = default;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
