namespace XrNpe.Reference;

/// <summary>What codes mean.</summary>
public static class ReferenceValue
{
    private static readonly Rational?[][] Tables =
    [
        Tabulate(4, c => FloatDefinition.Magnitude(1, 1, c % 8) * new Rational(c >= 8 ? -1 : 1)),
        Tabulate(4, c => PositDefinition.Value(4, 1, c)),
        Tabulate(8, c => PositDefinition.Value(8, 0, c)),
        Tabulate(16, c => PositDefinition.Value(16, 1, c)),
    ];

    /// <summary>The exact value of a code; null for NaR, and for a float32 that is infinite or NaN.</summary>
    public static Rational? Of(ReferenceFormat format, uint code)
    {
        if (format != ReferenceFormat.F32) return Tables[(int)format][code];
        uint magnitude = code % 0x8000_0000u;
        if (magnitude >= 0x7f80_0000u) return null;
        Rational value = FloatDefinition.Magnitude(23, 127, magnitude);
        return IsMinus(format, code) ? -value : value;
    }

    /// <summary>True when the code has the sign bit, as FP4's and float32's −0 do.</summary>
    public static bool IsMinus(ReferenceFormat format, uint code) =>
        code >= (format == ReferenceFormat.F32 ? 0x8000_0000u : NaR(format));

    /// <summary>The code that NaR has in a result: NaR itself, float32's quiet NaN, and in FP4, which has none, −0.</summary>
    public static uint NaR(ReferenceFormat format) => format switch
    {
        ReferenceFormat.Fp4 => 0x8,
        ReferenceFormat.P4 => 0x8,
        ReferenceFormat.P8 => 0x80,
        ReferenceFormat.P16 => 0x8000,
        _ => 0x7fc0_0000,
    };

    private static Rational?[] Tabulate(int bits, Func<uint, Rational?> value) =>
        [.. Enumerable.Range(0, 1 << bits).Select(c => value((uint)c))];
}
