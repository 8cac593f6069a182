using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class RoundPackTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Rounding_what_was_decoded_gives_the_code_back(NumberFormat format)
    {
        int fractionBits = FormatInfo.Of(format).SignificandBits - 1;
        foreach (uint code in format.Codes())
        {
            Unpacked value = Decode.Code(format, code);
            if (value.IsNaR) continue;
            Assert.Equal(code, RoundPack.Round(format, value.Sign, value.Significand, value.Exponent - fractionBits));
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void Any_magnitude_rounds_as_the_reference_does(NumberFormat format)
    {
        // Few significant bits make ties common; a wide shift puts the leading bit anywhere in the 128.
        Gen<UInt128> magnitude = Gen.Select(Gen.UInt[0, 40_000], Gen.Int[0, 112], Gen.UInt[0, 2])
            .Select((top, shift, low) => ((UInt128)top << shift) | low);
        Gen.Select(magnitude, Gen.Int[-190, 60], Gen.Bool).Sample(
            (m, lsb, sign) =>
            {
                Rational exact = new Rational(m) * Rational.PowerOfTwo(lsb) * new Rational(sign ? -1 : 1);
                uint expected = ReferenceRounding.Round(format.Reference(), exact, sign);
                Assert.Equal(expected, RoundPack.Round(format, sign, m, lsb));
            },
            iter: 20_000);
    }

    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void A_sticky_bit_counts_as_a_little_more(NumberFormat format)
    {
        Gen.Select(Gen.UInt[0, 40_000], Gen.Int[24, 100], Gen.Int[-190, 20], Gen.Bool).Sample(
            (top, shift, lsb, sign) =>
            {
                UInt128 m = (UInt128)(top | 1) << shift;
                Rational more = (new Rational(m) + new Rational(1, 1000)) * Rational.PowerOfTwo(lsb);
                uint expected = ReferenceRounding.Round(format.Reference(), sign ? -more : more);
                Assert.Equal(expected, RoundPack.Round(format, sign, m, lsb, sticky: true));
            },
            iter: 20_000);
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_midpoint_and_its_neighbourhood_rounds_as_the_reference_does(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        for (uint code = 0; code + 1 < info.NaRCode; code++)
        {
            // Arithmetic and, for posits, pattern midpoints are both dyadic: 60 more bits hold either exactly.
            Rational low = format.Value(code)!.Value;
            Rational high = format.Value(code + 1)!.Value;
            AssertRoundsLikeReference(format, (low + high) / new Rational(2));
            if (low.Sign != 0) AssertRoundsLikeReference(format, GeometricMidpoint(low, high));
        }
    }

    [Fact]
    public void A_sticky_bit_under_too_few_bits_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RoundPack.Round(NumberFormat.P8, false, (UInt128.One << 24) - 1, 0, sticky: true));
        Assert.Throws<ArgumentException>(() => RoundPack.Round(NumberFormat.P8, false, UInt128.Zero, 0, sticky: true));
        Assert.Equal(0x7fu, RoundPack.Round(NumberFormat.P8, false, UInt128.One << 24, 0, sticky: true));
    }

    private static void AssertRoundsLikeReference(NumberFormat format, Rational middle)
    {
        const int Lsb = -100;
        UInt128 magnitude = (UInt128)(middle / Rational.PowerOfTwo(Lsb)).Numerator;
        for (int offset = -1; offset <= 1; offset++)
        {
            UInt128 shifted = magnitude + (UInt128)(uint)(offset + 1) - UInt128.One;
            Rational exact = new Rational(shifted) * Rational.PowerOfTwo(Lsb);
            uint up = RoundPack.Round(format, false, shifted, Lsb);
            TestFormats.AssertCode(ReferenceRounding.Round(format.Reference(), exact), up, format, "rounding");
            uint down = RoundPack.Round(format, true, shifted, Lsb);
            TestFormats.AssertCode(ReferenceRounding.Round(format.Reference(), -exact), down, format, "rounding the negative");
        }
    }

    /// <summary>√(low·high) where that is a power of two, else low again.</summary>
    private static Rational GeometricMidpoint(Rational low, Rational high)
    {
        for (int exponent = -30; exponent <= 30; exponent++)
        {
            Rational candidate = Rational.PowerOfTwo(exponent);
            if (candidate * candidate == low * high) return candidate;
        }

        return low;
    }
}
