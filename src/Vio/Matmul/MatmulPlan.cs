using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>A matrix multiply that is ready to run: operands checked and quantized, scales chosen.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Job">The job in codes.</param>
/// <param name="ScaleA">sA.</param>
/// <param name="ScaleB">sB.</param>
/// <param name="ScaleC">sC; the job's scale is sA + sB − sC.</param>
/// <param name="Reference">The float64 result from the operands as they were given, activation included, row-major.</param>
public sealed record MatmulPlan(MatmulOptions Options, MatmulJob Job, int ScaleA, int ScaleB, int ScaleC, double[] Reference)
{
    /// <summary>Checks the operands and quantizes them.</summary>
    /// <param name="a">A, M×K.</param>
    /// <param name="b">B, K×N, as numpy means it.</param>
    /// <param name="options">What to do.</param>
    /// <exception cref="InputException">The operands do not fit, or a scale is out of reach.</exception>
    public static MatmulPlan Create(NumericTensor a, NumericTensor b, MatmulOptions options)
    {
        MatmulShape shape = CheckShape(a, b);
        QuantizedTensor qa = Quantizer.Quantize("A", a, options.Format, options.ScaleA);
        QuantizedTensor qb = Transposed(Quantizer.Quantize("B", b, options.Format, options.ScaleB), shape);

        int scaleC = OutputScale(options, () => Product(shape, qa.Dequantize(), qb.Dequantize(), options.Activation));
        int jobScale = qa.Scale + qb.Scale - scaleC;
        if (jobScale is < sbyte.MinValue or > sbyte.MaxValue)
        {
            throw new InputException(
                $"the job's scale sA + sB − sC = {qa.Scale} + {qb.Scale} − {scaleC} = {jobScale} is not in −128…127: "
                + (options.Output == NumberFormat.F32
                    ? "multiply A or B by a power of two first, or take a code as --out-format, with --out-scale auto"
                    : "give --out-scale auto, or multiply A or B by a power of two first"));
        }

        double[] reference = Product(shape, a.Values ?? qa.Dequantize(), b.Transpose().Values ?? qb.Dequantize(), options.Activation);
        var job = new MatmulJob(options.Format, options.Output, shape, qa.Codes, qb.Codes, options.Activation, jobScale);
        return new MatmulPlan(options, job, qa.Scale, qb.Scale, scaleC, reference);
    }

    private static MatmulShape CheckShape(NumericTensor a, NumericTensor b)
    {
        CheckMatrix("A", a);
        CheckMatrix("B", b);
        if (a.Shape[1] != b.Shape[0])
        {
            throw new InputException(
                $"A is {Text(a)} and B is {Text(b)}: the columns of A ({a.Shape[1]}) must be as many as the rows of B ({b.Shape[0]})"
                + (a.Shape[1] == b.Shape[1] ? "; B's transpose would fit" : ""));
        }

        var shape = new MatmulShape(a.Shape[0], b.Shape[1], a.Shape[1]);
        if (shape.K > Quire128.MaxTerms)
        {
            throw new InputException(
                $"K is {shape.K} (A is {Text(a)}, B is {Text(b)}): at most {Quire128.MaxTerms}, the longest dot product that fits the quire; splitting it would round twice");
        }

        if ((long)shape.M * shape.N > Array.MaxLength / sizeof(double))
        {
            throw new InputException($"C would be {shape.M}×{shape.N}, {(long)shape.M * shape.N} elements: at most {Array.MaxLength / sizeof(double)}; split A by rows");
        }

        return shape;
    }

    private static void CheckMatrix(string name, NumericTensor tensor)
    {
        if (tensor.Shape.Length != 2) throw new InputException($"{name} ({tensor.Source}) has shape {NumericTensor.ShapeText(tensor.Shape)}: a matrix has 2 dimensions");
        if (tensor.Count == 0) throw new InputException($"{name} ({tensor.Source}) is {Text(tensor)}: it is empty, every dimension must be at least 1");
    }

    private static string Text(NumericTensor matrix) => $"{matrix.Shape[0]}×{matrix.Shape[1]}";

    /// <summary>B with K contiguous, which is how memory holds it.</summary>
    private static QuantizedTensor Transposed(QuantizedTensor b, MatmulShape shape)
    {
        ushort[] codes = new ushort[b.Codes.Length];
        for (int n = 0; n < shape.N; n++)
        {
            for (int k = 0; k < shape.K; k++) codes[(n * shape.K) + k] = b.Codes[(k * shape.N) + n];
        }

        return b with { Codes = codes };
    }

    private static int OutputScale(MatmulOptions options, Func<double[]> product)
    {
        if (options.Output == NumberFormat.F32)
        {
            return options.ScaleC is null or 0
                ? 0
                : throw new InputException($"--out-scale {options.ScaleC} with f32 output: f32 is in true units; leave it out, or give a code as --out-format");
        }

        if (options.ScaleC is < -ScaleChooser.Limit or > ScaleChooser.Limit)
        {
            throw new InputException($"the scale of C is {options.ScaleC}: from {-ScaleChooser.Limit} to {ScaleChooser.Limit}, or auto");
        }

        return options.ScaleC ?? ScaleChooser.Choose(options.Output, product());
    }

    /// <summary>activation(A·B) in float64, B with K contiguous.</summary>
    private static double[] Product(MatmulShape shape, double[] a, double[] b, Activation activation)
    {
        double[] c = new double[shape.M * shape.N];
        for (int m = 0; m < shape.M; m++)
        {
            ReadOnlySpan<double> row = a.AsSpan(m * shape.K, shape.K);
            for (int n = 0; n < shape.N; n++)
            {
                ReadOnlySpan<double> column = b.AsSpan(n * shape.K, shape.K);
                double sum = 0;
                for (int k = 0; k < shape.K; k++) sum += row[k] * column[k];
                c[(m * shape.N) + n] = Activate(activation, sum);
            }
        }

        return c;
    }

    private static double Activate(Activation activation, double x) => activation.Kind switch
    {
        ActivationKind.Relu when x < 0 => 0,
        ActivationKind.LeakyRelu when x < 0 => Math.ScaleB(x * activation.SlopeM, -activation.SlopeS),
        _ => x,
    };
}
