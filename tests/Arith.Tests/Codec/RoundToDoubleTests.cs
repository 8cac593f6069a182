using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>The rounder's float64 output against a search among exact fractions.</summary>
public class RoundToDoubleTests
{
    [Fact]
    public void Any_magnitude_rounds_as_the_reference_does()
    {
        // Few significant bits make ties common, a wide shift subnormals and overflow.
        Gen<UInt128> magnitude = Gen.Select(Gen.ULong, Gen.Int[0, 63], Gen.Int[0, 64], Gen.UInt[0, 2])
            .Select((bits, drop, shift, low) => ((UInt128)(bits >> drop) << shift) | low);
        Gen<int> lsb = Gen.Frequency((1, Gen.Int[-1200, -1000]), (1, Gen.Int[-100, 100]), (1, Gen.Int[850, 1030]));
        Gen.Select(magnitude, lsb, Gen.Bool).Sample(
            (m, e, sign) =>
            {
                if (m == UInt128.Zero) return;
                Rational exact = new Rational(sign ? -(System.Numerics.BigInteger)m : m) * Rational.PowerOfTwo(e);
                Assert.Equal(Bits(Float64Reference.Round(exact)), Bits(RoundPack.RoundToDouble(sign, m, e)));
            },
            iter: 10_000);
    }

    [Fact]
    public void A_sticky_bit_breaks_a_tie_upwards_and_changes_nothing_else()
    {
        UInt128 tie = (UInt128.One << 53) + 1;
        Assert.Equal(Math.ScaleB(1, 53), RoundPack.RoundToDouble(false, tie, 0));
        Assert.Equal(Math.ScaleB(1, 53) + 2, RoundPack.RoundToDouble(false, tie, 0, sticky: true));
        Assert.Equal(-Math.ScaleB(1, 53) - 2, RoundPack.RoundToDouble(true, tie, 0, sticky: true));
        Assert.Equal(Math.ScaleB(1, 53), RoundPack.RoundToDouble(false, tie - 1, 0, sticky: true));
    }

    [Fact]
    public void A_sticky_bit_under_too_few_bits_is_refused() =>
        Assert.Throws<ArgumentException>(() => RoundPack.RoundToDouble(false, (UInt128.One << 53) - 1, 0, sticky: true));

    [Theory]
    [InlineData(false, 0x0000_0000_0000_0000ul)]
    [InlineData(true, 0x8000_0000_0000_0000ul)]
    public void Zero_keeps_its_sign(bool sign, ulong bits) => Assert.Equal(bits, Bits(RoundPack.RoundToDouble(sign, UInt128.Zero, 0)));

    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(value);
}
