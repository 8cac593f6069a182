using System.Buffers;
using System.Numerics.Tensors;
using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Dot products of spans and tensors against the quire, term by term, and the reference.</summary>
public class ExactDotTests
{
    [Fact]
    public void Dot_products_of_fp4_round_as_the_reference_does() => AssertDots(NumberFormat.Fp4, code => Fp4.FromBits((byte)code));

    [Fact]
    public void Dot_products_of_posit4_round_as_the_reference_does() => AssertDots(NumberFormat.P4, code => Posit4.FromBits((byte)code));

    [Fact]
    public void Dot_products_of_posit8_round_as_the_reference_does() => AssertDots(NumberFormat.P8, code => Posit8.FromBits((byte)code));

    [Fact]
    public void Dot_products_of_posit16_round_as_the_reference_does() => AssertDots(NumberFormat.P16, code => Posit16.FromBits((ushort)code));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 5)]
    public void Strided_tensors_give_what_their_elements_give(int leftStride, int rightStride)
    {
        const int Length = 50;
        Posit16[] left = Random(1, Length * leftStride);
        Posit16[] right = Random(2, Length * rightStride);
        var a = new ReadOnlyTensorSpan<Posit16>(left, [Length], [leftStride]);
        var b = new ReadOnlyTensorSpan<Posit16>(right, [Length], [rightStride]);
        Quire<Posit16> expected = default;
        for (int i = 0; i < Length; i++) expected.AddProduct(left[i * leftStride], right[i * rightStride]);
        Assert.Equal(expected, ExactDot.Accumulate(a, b));
        Assert.Equal(expected.Round(), ExactDot.Dot(a, b));
    }

    [Fact]
    public void Columns_of_a_matrix_and_a_broadcast_number_are_tensors_of_rank_1_too()
    {
        Posit16[] matrix = [.. Enumerable.Range(0, 12).Select(i => (Posit16)(float)i)];
        var column = new ReadOnlyTensorSpan<Posit16>(matrix.AsSpan(1), [3], [4]); // 1, 5, 9
        var three = new ReadOnlyTensorSpan<Posit16>(matrix.AsSpan(3, 1), [3], [0]); // 3, 3, 3
        Assert.Equal(45f, ExactDot.Accumulate(column, three).ToSingle());
        Assert.Equal(107f, ExactDot.Accumulate(column, column).ToSingle());
    }

    [Theory]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(100_000)]
    public void No_length_is_too_long_for_the_largest_products(int length)
    {
        Posit16[] largest = [.. Enumerable.Repeat(Posit16.MaxValue, length)];
        Posit16[] lowest = [.. Enumerable.Repeat(Posit16.MinValue, length)];
        Assert.Equal(Math.ScaleB(length, 56), ExactDot.Accumulate<Posit16>(largest, largest).ToDouble());
        Assert.Equal(Math.ScaleB(-length, 56), ExactDot.Accumulate<Posit16>(largest, lowest).ToDouble());

        Posit8[] narrow = [.. Enumerable.Repeat(Posit8.MinValue, length)];
        Assert.Equal(length * 4096.0, ExactDot.Accumulate<Posit8>(narrow, narrow).ToDouble());
    }

    [Fact]
    public void NaR_at_any_place_is_found_beside_a_zero_too()
    {
        foreach (int place in (int[])[0, 1, 32_766, 32_767, 39_999])
        {
            var wide = new Posit16[40_000];
            wide[place] = Posit16.NaR;
            Assert.Equal(Posit16.NaR, ExactDot.Dot<Posit16>(wide, new Posit16[wide.Length]));
            var narrow = new Posit4[40_000];
            narrow[place] = Posit4.NaR;
            Assert.Equal(Posit4.NaR, ExactDot.Dot<Posit4>(new Posit4[narrow.Length], narrow));
        }
    }

    [Fact]
    public void An_empty_dot_product_is_zero_and_fp4s_zero_is_plus_zero()
    {
        Assert.Equal(Posit16.Zero, ExactDot.Dot<Posit16>([], []));
        Assert.Equal(Posit8.Zero, ExactDot.Dot(new ReadOnlyTensorSpan<Posit8>(Array.Empty<Posit8>()), new ReadOnlyTensorSpan<Posit8>(new Posit8[4]).Slice([new NRange(2, 2)])));
        Assert.Equal(0, ExactDot.Dot<Fp4>([Fp4.FromBits(0x8)], [Fp4.One]).ToBits());
    }

    [Fact]
    public void Lengths_that_differ_and_ranks_other_than_1_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => ExactDot.Dot<Posit8>(new Posit8[3], new Posit8[5]));
        Assert.Contains("3 numbers with 5", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => ExactDot.Dot(new ReadOnlyTensorSpan<Posit8>(new Posit8[3]), new ReadOnlyTensorSpan<Posit8>(new Posit8[5])));
        Assert.Contains("3 numbers with 5", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => ExactDot.Dot(new ReadOnlyTensorSpan<Posit8>(new Posit8[4], [2, 2]), new ReadOnlyTensorSpan<Posit8>(new Posit8[4])));
        Assert.Contains("rank 2", error.Message, StringComparison.Ordinal);
    }

    private static void AssertDots<T>(NumberFormat format, Func<uint, T> number)
        where T : unmanaged
    {
        // Short ones with NaR among the codes, long ones without.
        AssertDots(Gen.Select(Generators.Code(format), Generators.Code(format)).Array[0, 12], iterations: 2_000);
        AssertDots(Gen.Select(Generators.RealCode(format), Generators.RealCode(format)).Array[0, 300], iterations: 100);

        void AssertDots(Gen<(uint A, uint B)[]> terms, int iterations) => terms.Sample(
            terms =>
            {
                Rational? exact = ReferenceArithmetic.Dot(format.Reference(), [.. terms.Select(t => t.A)], [.. terms.Select(t => t.B)]);
                T[] a = [.. terms.Select(t => number(t.A))];
                T[] b = [.. terms.Select(t => number(t.B))];
                Assert.Equal(number(ReferenceArithmetic.Finish(format.Reference(), exact, new Rational(1), 0)), ExactDot.Dot<T>(a, b));
                if (exact is { } sum) Assert.Equal(Float64Reference.Round(sum), ExactDot.Accumulate<T>(a, b).ToDouble());
                else Assert.True(ExactDot.Accumulate<T>(a, b).IsNaR);
            },
            iter: iterations);
    }

    private static Posit16[] Random(int seed, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => Posit16.FromBits((ushort)(random.Next(0x7fff) + (0x8001 * random.Next(2)))))];
    }
}
