namespace XrNpe.Arith.Tests;

/// <summary>Mistakes found in well-known posit libraries, one test each.</summary>
public class KnownTrapTests
{
    private const ushort P16Zero = 0x0000;
    private const ushort P16One = 0x4000;
    private const ushort P16NaR = 0x8000;

    [Fact]
    public void Three_and_a_half_in_a_quire_is_four_as_p4_and_not_two()
    {
        // 2·1 + 1·1 + ½·1: the sticky bit of the tiny format must not get lost. The tie between 2 and 4 is 3.
        Assert.Equal(0x6u, Round(MatrixMultiply.Dot(NumberFormat.P4, [0x5, 0x4, 0x3], [0x4, 0x4, 0x4]), NumberFormat.P4));

        ushort[] a = [(ushort)FormatConvert.FromDouble(NumberFormat.P16, 3.5)];
        Assert.Equal(0x6u, Round(MatrixMultiply.Dot(NumberFormat.P16, a, [P16One]), NumberFormat.P4));
    }

    [Fact]
    public void NaR_times_zero_in_a_fused_dot_product_is_NaR()
    {
        Quire128 quire = MatrixMultiply.Dot(NumberFormat.P16, [P16One, P16NaR, P16One], [P16One, P16Zero, P16One]);
        Assert.Equal((uint)P16NaR, Round(quire, NumberFormat.P16));
    }

    [Fact]
    public void A_hundred_and_twenty_eight_squares_of_the_largest_p8_do_not_wrap_to_zero()
    {
        ushort[] largest = [.. Enumerable.Repeat((ushort)0x7f, 128)];
        Quire128 quire = MatrixMultiply.Dot(NumberFormat.P8, largest, largest);
        Assert.Equal(BitConverter.SingleToUInt32Bits(524_288f), Round(quire, NumberFormat.F32));
        Assert.Equal(0x7fu, Round(quire, NumberFormat.P8));
    }

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void A_negative_quire_rounds_as_the_positive_one_negated(NumberFormat format)
    {
        // Every sum of two products with 1 or with the smallest value: ties and near ties of both signs.
        foreach (ushort x in format.Codes().Where(code => code % 499 == 0 || code < 8).Select(code => (ushort)code))
        {
            foreach (ushort y in format.Codes().Where(code => code % 61 == 0 || code < 8).Select(code => (ushort)code))
            {
                ushort one = (ushort)FormatConvert.FromDouble(format, 1);
                Quire128 sum = MatrixMultiply.Dot(format, [x, y, 1], [one, one, 1]);
                Quire128 negated = new(format, -sum.Sum, sum.IsNaR);
                Assert.Equal(Scalar.Negate(format, Round(sum, format)), Round(negated, format));
            }
        }
    }

    [Fact]
    public void Two_to_the_27_is_the_tie_between_two_to_the_26_and_two_to_the_28_and_goes_to_the_even_code()
    {
        UInt128 tie = UInt128.One << 127;
        Assert.Equal(0x7ffeu, RoundPack.Round(NumberFormat.P16, false, tie, -100));
        Assert.Equal(0x7fffu, RoundPack.Round(NumberFormat.P16, false, tie + 1, -100));
        Assert.Equal(0x7ffeu, RoundPack.Round(NumberFormat.P16, false, tie - 1, -100));
        Assert.Equal(0x7ffeu, FormatConvert.FromDouble(NumberFormat.P16, Math.ScaleB(1, 27)));
        Assert.Equal(0x7fffu, FormatConvert.FromDouble(NumberFormat.P16, Math.BitIncrement(Math.ScaleB(1, 27))));
    }

    [Fact]
    public void A_tie_in_the_quire_is_broken_by_the_smallest_product()
    {
        // 2^27 = 2^13 · 2^14 and minpos² = 2^-56, 83 binary places below.
        ushort a = (ushort)FormatConvert.FromDouble(NumberFormat.P16, Math.ScaleB(1, 13));
        ushort b = (ushort)FormatConvert.FromDouble(NumberFormat.P16, Math.ScaleB(1, 14));
        Assert.Equal(0x7ffeu, Round(MatrixMultiply.Dot(NumberFormat.P16, [a], [b]), NumberFormat.P16));
        Assert.Equal(0x7fffu, Round(MatrixMultiply.Dot(NumberFormat.P16, [a, 0x0001], [b, 0x0001]), NumberFormat.P16));
        Assert.Equal(0x7ffeu, Round(MatrixMultiply.Dot(NumberFormat.P16, [a, 0x0001], [b, 0xffff]), NumberFormat.P16));
    }

    private static uint Round(Quire128 quire, NumberFormat output) => OutputStage.Finish(quire, Activation.None, 0, output, out _);
}
