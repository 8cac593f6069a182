namespace XrNpe.Arith;

/// <content>Rounding: once, from every bit of the sum, by <see cref="RoundPack"/>. An exact zero is +0.</content>
public partial struct Quire<T>
{
    /// <summary>Beyond this every result is at an end of its format; and sums of exponents stay far from overflow.</summary>
    private const int LargestScale = 4096;

    /// <summary>The sum times 2^<paramref name="scale"/>, rounded to the type of the terms.</summary>
    /// <exception cref="OverflowException">The quire is NaR, and the type is <see cref="Fp4"/>, which has no code for it.</exception>
    public readonly T Round(int scale = 0) => RoundTo<T>(scale);

    /// <summary>The sum times 2^<paramref name="scale"/>, rounded to any of the number types.</summary>
    /// <exception cref="OverflowException">The quire is NaR, and the type is <see cref="Fp4"/>, which has no code for it.</exception>
    public readonly TResult RoundTo<TResult>(int scale = 0)
        where TResult : unmanaged => CodeOf<TResult>.From(ToCode(CodeOf<TResult>.Format, scale));

    /// <summary>The sum times 2^<paramref name="scale"/>, rounded to a code of any output format.</summary>
    /// <exception cref="OverflowException">The quire is NaR, and the format FP4, which has no code for it.</exception>
    public readonly uint ToCode(NumberFormat output, int scale = 0)
    {
        if (IsNaR) return FormatConvert.NotFinite(output, sign: true, isNaN: true);
        UInt128 magnitude = Magnitude(scale, out int lsbExponent, out bool sticky);
        return RoundPack.Round(output, IsNegative, magnitude, lsbExponent, sticky);
    }

    /// <summary>The sum times 2^<paramref name="scale"/> as float32: nearest even, subnormals kept, overflow to ±Inf; NaR is 7fc00000.</summary>
    public readonly float ToSingle(int scale = 0) => BitConverter.UInt32BitsToSingle(ToCode(NumberFormat.F32, scale));

    /// <summary>The sum times 2^<paramref name="scale"/> as float64: nearest even, subnormals kept, overflow to ±Inf; NaR is NaN.</summary>
    public readonly double ToDouble(int scale = 0)
    {
        if (IsNaR) return double.NaN;
        UInt128 magnitude = Magnitude(scale, out int lsbExponent, out bool sticky);
        return RoundPack.RoundToDouble(IsNegative, magnitude, lsbExponent, sticky);
    }

    /// <summary>The magnitude as <see cref="RoundPack"/> wants it: 128 bits, and whether what lies below them is not zero.</summary>
    private readonly UInt128 Magnitude(int scale, out int lsbExponent, out bool sticky)
    {
        lsbExponent = FormatInfo.Of(CodeOf<T>.Format).ProductLsbExponent + Math.Clamp(scale, -LargestScale, LargestScale);
        sticky = false;
        if (_carries == 0) return (UInt128)(Int128.IsNegative(_sum) ? unchecked(-_sum) : _sum);

        // Of three 64-bit words the lowest becomes the sticky bit: at least 63 bits stay above it.
        const int WordBits = 64;
        Int128 upper = ((Int128)_carries << WordBits) + (_sum >> WordBits);
        sticky = (ulong)_sum != 0;
        lsbExponent += WordBits;

        // The upper words are rounded down: of a negative sum with anything below, one too far from zero.
        return (UInt128)(Int128.IsNegative(upper) ? -upper - (sticky ? 1 : 0) : upper);
    }
}
