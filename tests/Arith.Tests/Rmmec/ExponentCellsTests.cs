using CsCheck;

namespace XrNpe.Arith.Tests;

public class ExponentCellsTests
{
    private const uint Numbers = 1u << ExponentCells.Bits;

    [Fact]
    public void Every_pair_of_numbers_has_its_maximum_and_both_distances()
    {
        for (uint a = 0; a < Numbers; a++)
        {
            for (uint b = 0; b < Numbers; b++)
            {
                uint max = Math.Max(a, b);
                Assert.Equal(new ExponentComparison(max, max - a, max - b), ExponentCells.Compare(a, b));
            }
        }
    }

    [Fact]
    public void A_number_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentCells.Compare(Numbers, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentCells.Compare(0, Numbers));
    }

    [Fact]
    public void Many_exponents_are_aligned_to_the_largest() =>
        Gen.UInt[0, Numbers - 1].Array[1, 16].Sample(
            exponents =>
            {
                uint[] distances = new uint[exponents.Length];
                uint max = ExponentCells.Align(exponents, distances);
                return max == exponents.Max() && distances.Zip(exponents).All(p => p.First + p.Second == max);
            },
            iter: 20_000);

    [Fact]
    public void Alignment_needs_an_exponent_and_as_many_distances()
    {
        Assert.Throws<ArgumentException>(() => ExponentCells.Align([], []));
        Assert.Throws<ArgumentException>(() => ExponentCells.Align([1, 2], new uint[1]));
    }

    /// <summary>
    /// The published use: four products are shifted right by their distances to the common maximum exponent and added in a window with
    /// enough places below it; the sum is the exact dot product.
    /// </summary>
    [Theory]
    [InlineData(NumberFormat.Fp4)]
    [InlineData(NumberFormat.P4)]
    [InlineData(NumberFormat.P8)]
    public void Products_aligned_to_their_common_maximum_add_up_exactly(NumberFormat format)
    {
        const int Products = 4;
        const int Below = 40;
        FormatInfo info = FormatInfo.Of(format);
        Gen<uint> code = Gen.UInt[0, info.Mask].Select(c => info.HasNaR && c == info.NaRCode ? 1 : c);
        Gen.Select(code.Array[Products], code.Array[Products]).Sample(
            (a, b) =>
            {
                uint[] exponents = new uint[Products];
                long[] significands = new long[Products];
                var quire = new Quire128(format);
                for (int i = 0; i < Products; i++)
                {
                    Unpacked x = Decode.Code(format, a[i]);
                    Unpacked y = Decode.Code(format, b[i]);
                    exponents[i] = (uint)(x.Exponent + y.Exponent + (2 * info.MaxExponent));
                    significands[i] = (long)(x.Significand * y.Significand) * (x.Sign != y.Sign ? -1 : 1);
                    quire.AddProduct(a[i], b[i]);
                }

                uint[] distances = new uint[Products];
                uint max = ExponentCells.Align(exponents, distances);
                Int128 sum = 0;
                for (int i = 0; i < Products; i++)
                {
                    // No bit may fall out of the window: the shift must be undone by its opposite.
                    Int128 placed = ((Int128)significands[i] << Below) >> (int)distances[i];
                    Assert.Equal((Int128)significands[i] << Below, placed << (int)distances[i]);
                    sum += placed;
                }

                int lsb = (int)max - (2 * info.MaxExponent) - (2 * (info.SignificandBits - 1)) - Below;
                Assert.Equal(quire.Sum << (info.ProductLsbExponent - lsb), sum);
            },
            iter: 20_000);
    }
}
