using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>What random cases miss, and mutants of the codec showed to be missing.</summary>
public class CornerTests
{
    private static readonly Gen<uint> Top = Gen.UInt[0x80, 0xff];

    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void A_sticky_bit_below_other_dropped_bits_does_not_cancel_them(NumberFormat format) =>
        Gen.Select(Top, Gen.Int[24, 119], Gen.Int[-130, 0]).Sample(
            (top, shift, lsb) =>
            {
                UInt128 magnitude = ((UInt128)top << shift) | UInt128.One;
                Rational more = (new Rational(magnitude) + new Rational(1, 2)) * Rational.PowerOfTwo(lsb);
                Assert.Equal(ReferenceRounding.Round(format.Reference(), more), RoundPack.Round(format, false, magnitude, lsb, sticky: true));
            },
            iter: 5000);

    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void The_lower_half_of_a_magnitude_of_all_128_bits_stays_below_the_upper(NumberFormat format) =>
        Gen.Select(Top, Gen.ULong, Gen.Int[-150, -100]).Sample(
            (top, lower, lsb) =>
            {
                UInt128 magnitude = ((UInt128)top << 120) | lower;
                Rational exact = new Rational(magnitude) * Rational.PowerOfTwo(lsb);
                Assert.Equal(ReferenceRounding.Round(format.Reference(), exact), RoundPack.Round(format, false, magnitude, lsb));
            },
            iter: 5000);

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void NaR_decodes_with_the_sign_that_its_code_has(NumberFormat format) =>
        Assert.Equal(new Unpacked(true, true, 0, 0), Decode.Code(format, FormatInfo.Of(format).NaRCode));

    [Fact]
    public void The_refusal_of_a_sticky_bit_says_how_many_bits_it_takes()
    {
        var exception = Assert.Throws<ArgumentException>(() => RoundPack.Round(NumberFormat.P8, false, UInt128.One, 0, sticky: true));
        Assert.Contains("25 bits", exception.Message, StringComparison.Ordinal);
    }
}
