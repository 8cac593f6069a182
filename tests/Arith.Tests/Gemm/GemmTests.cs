namespace XrNpe.Arith.Tests;

public class GemmTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Any_codes_in_any_shape_give_what_the_plain_path_gives(NumberFormat format)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            Random(format, random).Fill(random, r => (uint)r.Next(1 << 16)).AssertFastEqualsPlain();
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Small_values_take_the_narrow_kernels_and_give_the_same(NumberFormat format)
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            Random(format, random).Fill(random, r => FormatConvert.FromDouble(format, (r.NextDouble() * 6) - 3)).AssertFastEqualsPlain();
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void NaR_poisons_its_row_and_its_column_and_nothing_else(NumberFormat format)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            Random(format, random).Fill(random, r => (uint)r.Next(1 << 16), narIn: 200).AssertFastEqualsPlain();
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void NaR_times_zero_is_NaR(NumberFormat format)
    {
        var product = new GemmCase(format, 3, 5, 4);
        product.A[7] = (ushort)FormatInfo.Of(format).NaRCode;
        product.AssertFastEqualsPlain();
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void The_largest_values_do_not_overflow_a_kernel(NumberFormat format)
    {
        foreach (int sign in new[] { 1, -1 })
        {
            uint largest = FormatConvert.FromDouble(format, sign * double.MaxValue);
            new GemmCase(format, 13, 3000, 2).Fill(new Random(1), _ => largest).AssertFastEqualsPlain();
        }
    }

    [Theory]
    [InlineData(NumberFormat.Fp4)]
    [InlineData(NumberFormat.P4)]
    [InlineData(NumberFormat.P8)]
    public void Every_pair_of_codes_multiplies_as_on_the_plain_path(NumberFormat format)
    {
        // A column of all codes times a row of all codes; NaR alone is left out here, since it would poison everything.
        int codes = 1 << FormatInfo.Of(format).Bits;
        var product = new GemmCase(format, codes, 1, codes);
        for (int code = 0; code < codes; code++)
        {
            bool isNaR = FormatInfo.Of(format).HasNaR && code == FormatInfo.Of(format).NaRCode;
            product.A[code] = product.B[code] = (ushort)(isNaR ? 0 : code);
        }

        product.AssertFastEqualsPlain();
    }

    [Theory]
    [InlineData(1, 300, 1)]
    [InlineData(1, 70, 90)]
    [InlineData(90, 70, 1)]
    [InlineData(50, 1, 50)]
    public void Skinny_shapes_are_right(int m, int k, int n)
    {
        foreach (FormatInfo info in FormatInfo.Inputs)
        {
            var random = new Random(m + k + n);
            new GemmCase(info.Format, m, k, n).Fill(random, r => (uint)r.Next(1 << 16)).AssertFastEqualsPlain();
        }
    }

    [Fact]
    public void FP4_sums_are_right_at_any_length()
    {
        // Past the length up to which bytes are summed, on to 16-bit integers. 100 000 · 6 · 6 saturates, 100 000 · (36 − 36) is +0.
        const int K = 100_000;
        Fp4[] six = [.. Enumerable.Repeat(Fp4.MaxValue, K)];
        Fp4[] alternating = [.. Enumerable.Range(0, K).Select(i => i % 2 == 0 ? Fp4.MaxValue : Fp4.MinValue)];
        var c = new Fp4[1];
        Gemm.Multiply(new ReadOnlyMatrix<Fp4>(six, 1, K), new ReadOnlyMatrix<Fp4>(six, K, 1), new Matrix<Fp4>(c, 1, 1));
        Assert.Equal(Fp4.MaxValue.ToBits(), c[0].ToBits());
        Gemm.Multiply(new ReadOnlyMatrix<Fp4>(six, 1, K), new ReadOnlyMatrix<Fp4>(alternating, K, 1), new Matrix<Fp4>(c, 1, 1));
        Assert.Equal(Fp4.Zero.ToBits(), c[0].ToBits());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Gemm.Multiply(
            new ReadOnlyMatrix<Posit8>(new Posit8[6], 2, 3), new ReadOnlyMatrix<Posit8>(new Posit8[8], 4, 2), new Matrix<Posit8>(new Posit8[4], 2, 2)));
        Assert.Contains("A is 2×3, B is 4×2 and C is 2×2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_that_is_too_short_is_named_with_both_lengths()
    {
        var error = Assert.Throws<ArgumentException>(() => new ReadOnlyMatrix<Posit8>(new Posit8[5], 2, 3).Rows);
        Assert.Contains("needs 6 elements, the span has 5", error.Message, StringComparison.Ordinal);
    }

    private static GemmCase Random(NumberFormat format, Random random) =>
        new(format, random.Next(1, 30), random.Next(1, random.Next(10) == 0 ? 700 : 80), random.Next(1, 70));
}
