using CsCheck;

namespace XrNpe.Arith.Tests;

/// <summary>The fast path equals the plain path, and both check what they are given.</summary>
public class MatrixMultiplyTests
{
    [Theory]
    [InlineData(NumberFormat.Fp4)]
    [InlineData(NumberFormat.P4)]
    [InlineData(NumberFormat.P8)]
    public void The_fast_path_equals_the_plain_one_on_every_product(NumberFormat format)
    {
        ushort[] codes = [.. format.Codes().Select(code => (ushort)code)];
        AssertFastEqualsPlain(format, new MatmulShape(codes.Length, codes.Length, 1), codes, codes, Activation.None, 0, NumberFormat.F32);
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void The_fast_path_equals_the_plain_one_on_random_jobs(NumberFormat input, NumberFormat output)
    {
        Gen<ushort> code = Gen.Frequency((300, Generators.RealCode(input)), (1, Generators.Code(input))).Select(c => (ushort)c);
        Gen<Activation> activation = Gen.OneOf(Activation.None, Activation.Relu, Activation.LeakyRelu(205, 11));
        Gen<(MatmulShape Shape, ushort[] A, ushort[] B)> job = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 150])
            .SelectMany((m, n, k) => Gen.Select(Gen.Const(new MatmulShape(m, n, k)), code.Array[m * k], code.Array[n * k]));
        Gen.Select(job, activation, Gen.Int[-10, 10]).Sample(
            (j, a, scale) => AssertFastEqualsPlain(input, j.Shape, j.A, j.B, a, scale, output),
            iter: 100);
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void The_fast_path_equals_the_plain_one_on_the_longest_job_of_the_largest_products(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        ushort[] largest = [.. Enumerable.Repeat((ushort)(info.Mask >> 1), Quire128.MaxTerms)];
        ushort[] mostNegative = [.. largest.Select(code => (ushort)Scalar.Negate(format, code))];
        ushort[] both = [.. largest, .. mostNegative];
        AssertFastEqualsPlain(format, new MatmulShape(2, 2, Quire128.MaxTerms), both, both, Activation.None, -100, NumberFormat.F32);
    }

    [Fact]
    public void NaR_poisons_its_row_and_its_column_and_nothing_else()
    {
        const ushort One = 0x40;
        const ushort NaR = 0x80;
        var c = new uint[6];
        long first = MatrixMultiply.Run(
            NumberFormat.P8, new MatmulShape(2, 3, 2), [One, One, NaR, 0], [One, One, One, 0, NaR, One], Activation.None, 0, NumberFormat.Fp4, c);
        Assert.Equal([0x4u, 0x2u, 0x8u, 0x8u, 0x8u, 0x8u], c);
        Assert.Equal(2, first);
    }

    [Fact]
    public void Without_NaR_there_is_no_first_one()
    {
        var c = new uint[1];
        Assert.Equal(-1, MatrixMultiply.Run(NumberFormat.Fp4, new MatmulShape(1, 1, 1), [0x8], [0x2], Activation.None, 0, NumberFormat.Fp4, c));
    }

    [Fact]
    public void Bad_shapes_lengths_and_formats_are_refused()
    {
        static void Run(NumberFormat format, MatmulShape shape, int a, int b, int c) =>
            MatrixMultiply.Run(format, shape, new ushort[a], new ushort[b], Activation.None, 0, NumberFormat.P8, new uint[c]);

        MatmulShape shape = new(2, 3, 4);
        Assert.Throws<ArgumentException>(() => Run(NumberFormat.P8, shape, 7, 12, 6));
        Assert.Throws<ArgumentException>(() => Run(NumberFormat.P8, shape, 8, 11, 6));
        Assert.Throws<ArgumentException>(() => Run(NumberFormat.P8, shape, 8, 12, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NumberFormat.F32, shape, 8, 12, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NumberFormat.P8, new MatmulShape(0, 1, 1), 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NumberFormat.P8, new MatmulShape(1, 1, 32_768), 32_768, 32_768, 1));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Dot(NumberFormat.P8, new ushort[2], new ushort[3]));
    }

    private static void AssertFastEqualsPlain(
        NumberFormat input, MatmulShape shape, ushort[] a, ushort[] b, Activation activation, int scale, NumberFormat output)
    {
        var fast = new uint[shape.M * shape.N];
        var plain = new uint[shape.M * shape.N];
        long fastFirst = MatrixMultiply.Run(input, shape, a, b, activation, scale, output, fast);
        long plainFirst = MatrixMultiply.RunPlain(input, shape, a, b, activation, scale, output, plain);
        Assert.Equal(plain, fast);
        Assert.Equal(plainFirst, fastFirst);
    }
}
