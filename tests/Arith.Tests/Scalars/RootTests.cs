using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

public class RootTests
{
    public static TheoryData<NumberFormat> Small => ExhaustiveScalarTests.Small;

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_square_root_is_the_reference_root(NumberFormat format) =>
        Parallel.ForEach(RealRoots(format, 2), code =>
            TestFormats.AssertCode(Root(format, code, 2), Scalar.Sqrt(format, code), format, "sqrt", code));

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_cube_root_is_the_reference_root(NumberFormat format) =>
        Parallel.ForEach(RealRoots(format, 3).Where(code => format != NumberFormat.P16 || code % 5 == 0), code =>
            TestFormats.AssertCode(Root(format, code, 3), Scalar.Cbrt(format, code), format, "cbrt", code));

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Roots_of_any_degree_are_the_reference_roots(NumberFormat format)
    {
        int[] degrees = [-65, -64, -7, -3, -2, -1, 1, 2, 3, 4, 5, 14, 28, 65, 200];
        Parallel.ForEach(degrees, n =>
        {
            foreach (uint code in RealRoots(format, n).Where(code => format != NumberFormat.P16 || code % 1009 < 3))
            {
                TestFormats.AssertCode(Root(format, code, n), Scalar.RootN(format, code, n), format, $"root {n}", code);
            }
        });
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(1_000_003)]
    public void Roots_of_enormous_degree_are_one(int n)
    {
        foreach (uint code in (uint[])[1, 2, 0x3fff, 0x4000, 0x4001, 0x7fff]) Assert.Equal(0x4000u, Scalar.RootN(NumberFormat.P16, code, n));
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_hypotenuse_is_the_reference_one(NumberFormat format) =>
        Parallel.ForEach(format.Codes(), a =>
        {
            foreach (uint b in format.Codes()) TestFormats.AssertCode(Hypot(format, a, b), Scalar.Hypot(format, a, b), format, "hypot", a, b);
        });

    [Fact]
    public void Hypotenuses_of_p16_are_the_reference_ones() =>
        Gen.Select(Generators.Code(NumberFormat.P16), Generators.Code(NumberFormat.P16)).Sample(
            (a, b) => Scalar.Hypot(NumberFormat.P16, a, b) == Hypot(NumberFormat.P16, a, b), iter: 20_000);

    [Theory]
    [MemberData(nameof(TestFormats.Posits), MemberType = typeof(TestFormats))]
    public void What_has_no_real_root_is_NaR(NumberFormat format)
    {
        uint nar = FormatInfo.Of(format).NaRCode;
        Assert.Equal(nar, Scalar.Sqrt(format, nar + 1));
        Assert.Equal(nar, Scalar.Sqrt(format, nar));
        Assert.Equal(nar, Scalar.Cbrt(format, nar));
        Assert.Equal(nar, Scalar.Hypot(format, nar, 0));
        Assert.Equal(nar, Scalar.RootN(format, nar + 1, 4));
        Assert.Equal(nar, Scalar.RootN(format, 1, 0));
        Assert.Equal(nar, Scalar.RootN(format, 0, -3));
    }

    [Fact]
    public void What_has_no_real_root_is_an_error_in_fp4_that_says_what_happened()
    {
        Assert.Contains("square root", Assert.Throws<ArithmeticException>(() => Scalar.Sqrt(NumberFormat.Fp4, 0x9)).Message, StringComparison.Ordinal);
        Assert.Contains("even root", Assert.Throws<ArithmeticException>(() => Scalar.RootN(NumberFormat.Fp4, 0x9, -2)).Message, StringComparison.Ordinal);
        Assert.Contains("0th root", Assert.Throws<ArithmeticException>(() => Scalar.RootN(NumberFormat.Fp4, 0x1, 0)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x8u, 2, 0x0u)]
    [InlineData(0x8u, 3, 0x8u)]
    [InlineData(0x8u, -2, 0x7u)]
    [InlineData(0x8u, -3, 0xfu)]
    public void Roots_of_minus_zero_have_the_signs_of_ieee_754(uint code, int n, uint expected) =>
        Assert.Equal(expected, Scalar.RootN(NumberFormat.Fp4, code, n));

    [Fact]
    public void The_square_root_of_minus_zero_is_minus_zero() => Assert.Equal(0x8u, Scalar.Sqrt(NumberFormat.Fp4, 0x8));

    /// <summary>The codes other than zero whose n-th root is real.</summary>
    private static IEnumerable<uint> RealRoots(NumberFormat format, int n) =>
        format.Codes().Where(code => format.Value(code) is { } value && (value.Sign > 0 || (value.Sign < 0 && n % 2 != 0)));

    private static uint Root(NumberFormat format, uint code, int n) =>
        ReferenceRounding.Round(format.Reference(), ReferenceRoot.Of(format.Value(code)!.Value, n));

    private static uint Hypot(NumberFormat format, uint a, uint b) =>
        format.Value(a) is { } x && format.Value(b) is { } y
            ? ReferenceRounding.Round(format.Reference(), ReferenceRoot.Of((x * x) + (y * y), 2))
            : ReferenceValue.NaR(format.Reference());
}
