using System.Numerics;
using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Dot products, activations and scales of every input and output format against the reference.</summary>
public class DotProductTests
{
    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void Dot_products_round_as_the_reference_does(NumberFormat input, NumberFormat output) =>
        Gen.Select(Generators.Code(input), Generators.Code(input)).Array[1, 20].Sample(
            terms => AssertFinishes(input, output, terms, Activation.None, scale: 0),
            iter: 1_000);

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void What_is_left_after_cancellation_rounds_as_the_reference_does(NumberFormat input, NumberFormat output)
    {
        Gen<(uint A, uint B)> term = Gen.Select(Generators.RealCode(input), Generators.RealCode(input));
        Gen.Select(term.Array[1, 10], term.Array[0, 2]).Sample(
            (cancelled, left) =>
            {
                IEnumerable<(uint, uint)> negated = cancelled.Select(t => (Scalar.Negate(input, t.A), t.B));
                AssertFinishes(input, output, [.. cancelled, .. left, .. negated.Reverse()], Activation.None, scale: 0);
            },
            iter: 1_000);
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void Ties_and_ties_with_a_tiny_term_round_as_the_reference_does(NumberFormat input, NumberFormat output)
    {
        // Midpoints of the output's codes are c + (next − c)/2; as dot products with 1 where the input holds both parts.
        uint one = FormatConvert.FromDouble(input, 1);
        Gen<uint> tiny = Gen.OneOf(0u, 1u, Scalar.Negate(input, 1));
        Gen<double> power = Gen.Int[-30, 29].Select(exponent => Math.ScaleB(1, exponent));
        Gen.Select(Generators.RealCode(input), power, Gen.Bool, tiny).Sample(
            (code, addend, minus, last) => AssertFinishes(
                input,
                output,
                [(code, one), (FormatConvert.FromDouble(input, minus ? -addend : addend), one), (1, last)],
                Activation.None,
                scale: 0),
            iter: 2_000);
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void Activations_and_scales_come_before_the_one_rounding(NumberFormat input, NumberFormat output)
    {
        Gen<Activation> activation = Gen.OneOf(
            Gen.Const(Activation.None),
            Gen.Const(Activation.Relu),
            Gen.Select(Gen.Byte, Gen.Byte[0, 15]).Select(Activation.LeakyRelu));
        Gen<int> scale = Gen.Frequency((2, Gen.Int[-12, 12]), (1, Gen.Int[-128, 127]));
        Gen.Select(Gen.Select(Generators.Code(input), Generators.Code(input)).Array[1, 6], activation, scale).Sample(
            (terms, a, s) => AssertFinishes(input, output, terms, a, s),
            iter: 2_000);
    }

    [Fact]
    public void A_leaky_slope_keeps_every_bit_of_a_full_quire()
    {
        // A tie of float32 at 134 bits, and the sums whose 255-fold lies less than 255 below and above it: only the bits that
        // do not fit into 128 tell on which side.
        BigInteger tie = ((BigInteger.One << 24) + 1) << 110;
        foreach (BigInteger magnitude in (BigInteger[])[tie / 255, (tie / 255) + 1])
        {
            Quire128 quire = new(NumberFormat.P16, -(Int128)magnitude, isNaR: false);
            Rational sum = new Rational(-magnitude) * Rational.PowerOfTwo(-56);
            uint expected = ReferenceArithmetic.Finish(ReferenceFormat.F32, sum, new Rational(255, 2048), 3);
            Assert.Equal(expected, OutputStage.Finish(quire, Activation.LeakyRelu(255, 11), 3, NumberFormat.F32, out _));
        }
    }

    [Theory]
    [InlineData(ActivationKind.None)]
    [InlineData(ActivationKind.Relu)]
    [InlineData(ActivationKind.LeakyRelu)]
    public void NaR_passes_every_activation(ActivationKind kind)
    {
        Quire128 quire = new(NumberFormat.P8, 5, isNaR: true);
        Activation activation = new(kind);
        Assert.Equal(0x80u, OutputStage.Finish(quire, activation, 0, NumberFormat.P8, out bool narToFp4));
        Assert.False(narToFp4);
        Assert.Equal(0x8u, OutputStage.Finish(quire, activation, 0, NumberFormat.Fp4, out narToFp4));
        Assert.True(narToFp4);
        Assert.Equal(0x7fc0_0000u, OutputStage.Finish(quire, activation, 0, NumberFormat.F32, out _));
    }

    [Fact]
    public void A_slope_shift_above_15_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Activation.LeakyRelu(1, 16));

    private static void AssertFinishes(NumberFormat input, NumberFormat output, (uint A, uint B)[] terms, Activation activation, int scale)
    {
        Rational? sum = ReferenceArithmetic.Dot(input.Reference(), [.. terms.Select(t => t.A)], [.. terms.Select(t => t.B)]);
        uint expected = ReferenceArithmetic.Finish(output.Reference(), sum, NegativeSlope(activation), scale);
        Quire128 quire = MatrixMultiply.Dot(input, [.. terms.Select(t => (ushort)t.A)], [.. terms.Select(t => (ushort)t.B)]);
        uint actual = OutputStage.Finish(quire, activation, scale, output, out bool narToFp4);
        if (expected != actual) Assert.Fail($"{input} to {output}: expected {expected:x}, got {actual:x}");
        Assert.Equal(sum is null && output == NumberFormat.Fp4, narToFp4);
    }

    private static Rational NegativeSlope(Activation activation) => activation.Kind switch
    {
        ActivationKind.None => new Rational(1),
        ActivationKind.Relu => default,
        _ => new Rational(activation.SlopeM) / Rational.PowerOfTwo(activation.SlopeS),
    };
}
