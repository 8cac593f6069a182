using System.Numerics;

namespace XrNpe.Arith.Tests;

/// <summary>What a quire rounds to, bit by bit, in every output format and float64, against the reference.</summary>
public abstract class QuireRoundingTests<T>
    where T : unmanaged
{
    private const int LastBit = 150;

    [Fact]
    public void A_sticky_bit_at_any_place_below_the_leading_one_counts()
    {
        // 1 and one more bit, any distance apart: the second is sticky, or the tie, or in the fraction.
        for (int leading = 0; leading <= LastBit; leading += leading < 64 ? 1 : 11)
        {
            for (int bit = 0; bit < leading; bit++) AssertBothSigns((BigInteger.One << leading) + (BigInteger.One << bit));
        }
    }

    [Fact]
    public void A_tie_is_broken_by_any_bit_below_it_and_from_both_sides()
    {
        // Midpoints of codes with few and with many bits; then a bit more, or less, in every lower place.
        foreach (int leading in (int[])[27, 60, 64, 112, 127, 128, 140])
        {
            foreach (int width in (int[])[1, 2, 3, 5, 13, 24, 53])
            {
                if (width >= leading) continue;
                BigInteger odd = (BigInteger.One << leading) + (BigInteger.One << (leading - width));
                BigInteger even = odd + (BigInteger.One << (leading - width + 1));
                for (int bit = 0; bit < leading - width; bit += 3)
                {
                    foreach (BigInteger tie in (BigInteger[])[odd, even])
                    {
                        AssertBothSigns(tie + (BigInteger.One << bit));
                        AssertBothSigns(tie - (BigInteger.One << bit));
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_code_of_the_smallest_formats_and_every_tie_between_them_rounds_as_the_reference_does()
    {
        // Eighths of the format's range around 1, each with nothing, a little more and a little less.
        int one = -FormatInfo.Of(QuireCases.Format<T>()).ProductLsbExponent;
        for (int numerator = 0; numerator <= 160; numerator++)
        {
            BigInteger sum = (numerator * (BigInteger.One << (one + 20))) >> 3;
            for (int offset = -1; offset <= 1; offset++) QuireCases.AssertRounds<T>(sum + offset, scale: -20);
        }
    }

    [Fact]
    public void A_scale_reaches_subnormals_their_ties_and_infinity()
    {
        foreach (BigInteger sum in (BigInteger[])[1, 3, (BigInteger.One << 24) + 1, (BigInteger.One << 25) - 1, (BigInteger.One << 54) - 1, (BigInteger.One << 100) + 1])
        {
            int top = (int)sum.GetBitLength() + FormatInfo.Of(QuireCases.Format<T>()).ProductLsbExponent;
            foreach (int exponent in (int[])[-1075, -1074, -1073, -1050, -1022, -150, -149, -148, -127, -126, 127, 128, 1023, 1024])
            {
                for (int offset = -1; offset <= 1; offset++)
                {
                    QuireCases.AssertRounds<T>(sum, exponent + offset - top);
                    QuireCases.AssertRounds<T>(-sum, exponent + offset - top);
                }
            }
        }
    }

    [Theory]
    [InlineData(int.MinValue, 0.0)]
    [InlineData(int.MaxValue, double.PositiveInfinity)]
    public void The_most_extreme_scales_end_at_the_ends(int scale, double expected)
    {
        Quire<T> quire = QuireCases.Holding<T>(1);
        Assert.Equal(expected, quire.ToDouble(scale));
        Assert.Equal((float)expected, quire.ToSingle(scale));
        Assert.Equal(scale < 0 ? 0x0001u : 0x7fffu, quire.ToCode(NumberFormat.P16, scale));
    }

    [Fact]
    public void An_exact_zero_is_plus_zero_everywhere_and_a_tiny_negative_is_minus_zero_in_a_float_only()
    {
        Quire<T> quire = QuireCases.Holding<T>(-1);
        Assert.Equal(0x8u, quire.ToCode(NumberFormat.Fp4, -8));
        Assert.Equal(0xfu, quire.ToCode(NumberFormat.P4, -8));
        Assert.Equal(0x8000_0000u, quire.ToCode(NumberFormat.F32, -200));
        quire.Add(QuireCases.Holding<T>(1));
        Assert.All(FormatInfo.All, output => Assert.Equal(0u, quire.ToCode(output.Format)));
        Assert.False(double.IsNegative(quire.ToDouble()));
    }

    [Fact]
    public void The_result_has_the_type_that_was_asked_for()
    {
        BigInteger three = (BigInteger)3 << -FormatInfo.Of(QuireCases.Format<T>()).ProductLsbExponent;
        Quire<T> quire = QuireCases.Holding<T>(three);
        Assert.Equal((Fp4)3f, quire.RoundTo<Fp4>());
        Assert.Equal((Posit4)4f, quire.RoundTo<Posit4>()); // 3 is the tie between 2 and 4
        Assert.Equal((Posit8)3f, quire.RoundTo<Posit8>());
        Assert.Equal((Posit16)3f, quire.RoundTo<Posit16>());
        Assert.Equal(quire.RoundTo<T>(), quire.Round());
        Assert.Equal(3f, quire.ToSingle());
    }

    private static void AssertBothSigns(BigInteger sum)
    {
        QuireCases.AssertRounds<T>(sum);
        QuireCases.AssertRounds<T>(-sum);
    }
}

public class Fp4QuireRoundingTests : QuireRoundingTests<Fp4>;

public class Posit4QuireRoundingTests : QuireRoundingTests<Posit4>;

public class Posit8QuireRoundingTests : QuireRoundingTests<Posit8>;

public class Posit16QuireRoundingTests : QuireRoundingTests<Posit16>;
