namespace XrNpe.Arith.Tests;

/// <summary>Data on which a double sum cannot decide, or would decide wrongly without its error bound.</summary>
public class Posit16GemmTests
{
    private const NumberFormat Format = NumberFormat.P16;

    [Fact]
    public void Total_cancellation_is_exact()
    {
        for (int seed = 0; seed < 10; seed++) Cancelling(seed, r => (uint)r.Next(1 << 16), leftover: false).AssertFastEqualsPlain();
    }

    [Fact]
    public void What_cancellation_leaves_over_is_exact()
    {
        for (int seed = 0; seed < 10; seed++) Cancelling(seed, r => (uint)r.Next(1 << 16), leftover: true).AssertFastEqualsPlain();
    }

    [Fact]
    public void One_huge_term_does_not_swallow_many_tiny_ones()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            GemmCase product = new GemmCase(Format, 14, 120, 18).Fill(new Random(seed), r => (uint)r.Next(1, 40));
            for (int row = 0; row < 14; row++) product.A[row * 120] = (ushort)(row % 2 == 0 ? 0x7fff : 0x8001);
            for (int column = 0; column < 18; column++) product.B[column] = 0x7ff0;
            product.AssertFastEqualsPlain();
        }
    }

    [Fact]
    public void A_tiny_term_breaks_a_tie()
    {
        // 1 + 2^-13 is the tie between 4000 and 4001; minpos · minpos = 2^-56 above or below it decides.
        ushort[] left = [0x4000, 0x0b00, 0x0001];
        uint half = FormatConvert.FromDouble(Format, Math.Pow(2, -13) / FormatConvert.ToDouble(Format, left[1]));
        foreach (ushort tiny in new ushort[] { 0x0001, 0x0000, 0xffff })
        {
            var product = new GemmCase(Format, 1, 3, 1);
            left.CopyTo(product.A, 0);
            new ushort[] { 0x4000, (ushort)half, tiny }.CopyTo(product.B, 0);
            product.AssertFastEqualsPlain();
        }
    }

    [Fact]
    public void Long_sums_of_any_codes_are_exact()
    {
        // More steps than the limbs sum at once.
        Cancelling(3, r => (uint)r.Next(1 << 16), leftover: true, k: 5000, m: 3, n: 5).AssertFastEqualsPlain();
    }

    /// <summary>Pairs of equal terms in A against opposite ones in B; one in eight pairs of B stays uncancelled if so wished.</summary>
    private static GemmCase Cancelling(int seed, Func<Random, uint> code, bool leftover, int k = 90, int m = 14, int n = 20)
    {
        var random = new Random(seed);
        GemmCase product = new GemmCase(Format, m, k, n).Fill(random, code);
        for (int term = 0; term + 1 < k; term += 2)
        {
            for (int row = 0; row < m; row++) product.A[(row * k) + term + 1] = product.A[(row * k) + term];
            for (int column = 0; column < n; column++)
            {
                if (leftover && random.Next(8) == 0) continue;
                product.B[((term + 1) * n) + column] = (ushort)-product.B[(term * n) + column];
            }
        }

        return product;
    }
}
