using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public class MatmulPlanTests
{
    private static readonly MatmulOptions P8 = new(NumberFormat.P8, NumberFormat.P8);

    [Fact]
    public void B_is_laid_out_with_K_contiguous()
    {
        NumericTensor a = NumericTensor.OfIntegers("a", [1, 3], [1, 2, 3]);
        NumericTensor b = NumericTensor.OfIntegers("b", [3, 2], [10, 11, 12, 13, 14, 15]);
        MatmulPlan plan = MatmulPlan.Create(a, b, P8);
        Assert.Equal(new MatmulShape(1, 2, 3), plan.Job.Shape);
        Assert.Equal([10, 12, 14, 11, 13, 15], plan.Job.B.Select(c => (int)c));
    }

    [Fact]
    public void The_reference_is_the_product_of_the_values_as_they_were_given()
    {
        NumericTensor a = Values([1, 2], 0.1, 0.2), b = Values([2, 1], 3, -4);
        Assert.Equal([(0.1 * 3) + (0.2 * -4)], MatmulPlan.Create(a, b, P8).Reference);
        Assert.Equal([0.0], MatmulPlan.Create(a, b, P8 with { Activation = Activation.Relu }).Reference);
        Assert.Equal(
            [((0.1 * 3) + (0.2 * -4)) * 205 / 2048], MatmulPlan.Create(a, b, P8 with { Activation = Activation.LeakyRelu(205, 11) }).Reference);

        // Codes are what they stand for: 0x60 is 2, 0x20 is 0.5.
        NumericTensor codes = NumericTensor.OfIntegers("c", [1, 2], [0x60, 0x20]);
        Assert.Equal([4.0], MatmulPlan.Create(codes, b, P8).Reference);
    }

    [Fact]
    public void Inner_dimensions_that_differ_are_named_with_both_shapes()
    {
        Refused(Zeros(2, 3), Zeros(4, 5), P8, "A is 2×3 and B is 4×5", "columns of A (3)", "rows of B (4)");
        Refused(Zeros(2, 3), Zeros(4, 3), P8, "B's transpose would fit");
    }

    [Fact]
    public void Empty_matrices_long_dot_products_and_other_ranks_are_named()
    {
        Refused(Zeros(0, 3), Zeros(3, 5), P8, "A (x) is 0×3", "at least 1");
        Refused(Zeros(2, 0), Zeros(0, 5), P8, "A (x) is 2×0");
        Refused(Zeros(2, 3), Zeros(3, 0), P8, "B (x) is 3×0");
        Refused(Zeros(1, 32768), Zeros(32768, 1), P8, "K is 32768", "at most 32767");
        Refused(Values([3], 1, 2, 3), Zeros(3, 1), P8, "A (x) has shape (3,)", "2 dimensions");
        Assert.Equal(32767, MatmulPlan.Create(Zeros(1, 32767), Zeros(32767, 1), P8).Job.Shape.K);
    }

    [Fact]
    public void The_scale_of_the_job_is_what_the_scales_make_it()
    {
        NumericTensor one = Values([1, 1], 1);
        MatmulPlan plan = MatmulPlan.Create(one, one, P8 with { ScaleA = 3, ScaleB = -5, ScaleC = 7 });
        Assert.Equal((3, -5, 7, -9), (plan.ScaleA, plan.ScaleB, plan.ScaleC, plan.Job.Scale));
    }

    [Theory]
    [InlineData(64, 64, 0, "64 + 64 − 0 = 128")]
    [InlineData(-64, -65, 0, "-64 + -65 − 0 = -129")]
    [InlineData(0, 0, 129, "0 + 0 − 129 = -129")]
    public void A_job_scale_out_of_range_is_named_with_a_way_out(int a, int b, int c, string part) =>
        Refused(Values([1, 1], 1), Values([1, 1], 1), P8 with { ScaleA = a, ScaleB = b, ScaleC = c }, part, "−128…127", "--out-scale auto");

    [Fact]
    public void Float32_is_in_true_units()
    {
        NumericTensor a = Values([1, 1], 1 << 20), b = Values([1, 1], 1.0 / (1 << 10));
        MatmulOptions options = P8 with { Output = NumberFormat.F32 };
        MatmulPlan plan = MatmulPlan.Create(a, b, options with { ScaleC = null });
        Assert.Equal(0, plan.ScaleC);
        Refused(a, b, options with { ScaleC = 3 }, "--out-scale 3 with f32", "true units");
        Refused(Values([1, 1], 1e60), Values([1, 1], 1e60), options, "−128…127", "take a code as --out-format");
    }

    [Fact]
    public void The_automatic_scale_of_C_is_that_of_the_dequantized_product()
    {
        NumericTensor a = Values([2, 2], 0.3, 0.7, -0.2, 0.9), b = Values([2, 2], 100, 30, -20, 55);
        MatmulPlan plan = MatmulPlan.Create(a, b, P8 with { ScaleC = null });
        double[] qa = Quantizer.Quantize("A", a, NumberFormat.P8, null).Dequantize(), qb = Quantizer.Quantize("B", b, NumberFormat.P8, null).Dequantize();
        double[] product = [.. from m in Enumerable.Range(0, 2) from n in Enumerable.Range(0, 2) select (qa[2 * m] * qb[n]) + (qa[(2 * m) + 1] * qb[2 + n])];
        Assert.Equal(ScaleChooser.Choose(NumberFormat.P8, product), plan.ScaleC);
    }

    [Fact]
    public void Scales_that_no_double_reaches_are_refused()
    {
        NumericTensor one = Values([1, 1], 1);
        Refused(one, one, P8 with { ScaleA = 5000 }, "scale of A is 5000", "or auto");
        Refused(one, one, P8 with { ScaleC = -5000 }, "scale of C is -5000", "or auto");
    }

    private static NumericTensor Values(int[] shape, params double[] values) => NumericTensor.OfValues("x", shape, values);

    private static NumericTensor Zeros(int rows, int columns) => Values([rows, columns], new double[rows * columns]);

    private static void Refused(NumericTensor a, NumericTensor b, MatmulOptions options, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => MatmulPlan.Create(a, b, options)).Message;
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }
}
