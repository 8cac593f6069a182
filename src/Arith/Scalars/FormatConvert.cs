namespace XrNpe.Arith;

/// <summary>Conversions between codes, floats and doubles: exact where the target holds the value, else rounded once.</summary>
public static class FormatConvert
{
    private const int DoubleFractionBits = 52;
    private const int DoubleBias = 1023;
    private const int DoubleExponentMask = 0x7ff;
    private const uint Float32Infinity = 0x7f80_0000u;
    private const uint CanonicalNaN = 0x7fc0_0000u;

    /// <summary>Floats by code: whole tensors are converted, and a table is ten times as fast as decoding.</summary>
    private static readonly Lazy<float[]>[] Singles = [.. FormatInfo.Inputs.Select(info => new Lazy<float[]>(() => Tabulate(info)))];

    /// <summary>Rounds a double to a code, straight from its bits.</summary>
    /// <param name="format">Format of the result.</param>
    /// <param name="value">
    /// Any double. ±Inf and NaN become NaR in a posit, ±Inf becomes ±6 in FP4, and NaN the canonical 7fc00000 in float32.
    /// </param>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it.</exception>
    public static uint FromDouble(NumberFormat format, double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        bool sign = bits >> 63 != 0;
        int field = (int)(bits >> DoubleFractionBits) & DoubleExponentMask;
        ulong fraction = bits & ((1ul << DoubleFractionBits) - 1);
        if (field == DoubleExponentMask) return NotFinite(format, sign, fraction != 0);

        // Field 0 is subnormal: no hidden bit, and the exponent of field 1.
        ulong significand = field == 0 ? fraction : fraction | (1ul << DoubleFractionBits);
        return RoundPack.Round(format, sign, significand, Math.Max(field, 1) - DoubleBias - DoubleFractionBits);
    }

    /// <summary>Rounds a float to a code; like <see cref="FromDouble"/>, since every float is a double.</summary>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it.</exception>
    public static uint FromSingle(NumberFormat format, float value) => FromDouble(format, value);

    /// <summary>The value of a code, exactly; NaR is NaN.</summary>
    public static double ToDouble(NumberFormat format, uint code)
    {
        if (format == NumberFormat.F32) return BitConverter.UInt32BitsToSingle(code);
        Unpacked value = Decode.Code(format, code);
        if (value.IsNaR) return double.NaN;
        int lsb = value.Exponent - (FormatInfo.Of(format).SignificandBits - 1);
        double magnitude = value.Significand * BitConverter.UInt64BitsToDouble((ulong)(lsb + DoubleBias) << DoubleFractionBits);
        return value.Sign ? -magnitude : magnitude;
    }

    /// <summary>
    /// The value of a code as a float, which holds every value of every format exactly; NaR, like any NaN, is 7fc00000.
    /// </summary>
    public static float ToSingle(NumberFormat format, uint code) => format == NumberFormat.F32
        ? Canonical(BitConverter.UInt32BitsToSingle(code))
        : Table(format)[(int)(code & FormatInfo.Of(format).Mask)];

    /// <summary>
    /// A code in another format, its exact value rounded once. NaR of one posit is NaR of the other and 7fc00000 in float32;
    /// FP4's −0 is 0 in a posit.
    /// </summary>
    /// <exception cref="OverflowException">NaR or NaN to FP4, which has no code for it.</exception>
    public static uint ToFormat(NumberFormat from, uint code, NumberFormat to) => FromDouble(to, ToDouble(from, code));

    /// <summary>The code of ±Inf or NaN.</summary>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it.</exception>
    internal static uint NotFinite(NumberFormat format, bool sign, bool isNaN)
    {
        FormatInfo info = FormatInfo.Of(format);
        if (format != NumberFormat.Fp4) return isNaN || info.IsPosit ? info.NaRCode : Float32Infinity | (sign ? 1u << 31 : 0);
        if (isNaN) throw new OverflowException("NaN has no code in fp4: convert to a posit or f32, or remove the NaN");
        return sign ? 0xfu : 0x7u; // ±6
    }

    /// <summary>The floats of an input format by code.</summary>
    internal static ReadOnlySpan<float> Table(NumberFormat format) => TableArray(format);

    /// <inheritdoc cref="Table"/>
    internal static float[] TableArray(NumberFormat format) => Singles[(int)format].Value;

    private static float[] Tabulate(FormatInfo info) =>
        [.. Enumerable.Range(0, 1 << info.Bits).Select(code => Canonical((float)ToDouble(info.Format, (uint)code)))];

    /// <summary>Every NaN as the one the hardware writes; .NET's own has the sign bit set.</summary>
    private static float Canonical(float value) => float.IsNaN(value) ? BitConverter.UInt32BitsToSingle(CanonicalNaN) : value;
}
