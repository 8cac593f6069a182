using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>The operations of <see cref="EvalOperation"/> on codes.</summary>
internal static class CodeArithmetic
{
    /// <summary>How many codes an operation takes; a dot product takes two lists.</summary>
    public static int Operands(EvalOperation operation) => operation == EvalOperation.Fma ? 3 : 2;

    /// <summary>Computes all but dot products.</summary>
    public static uint Elementary(EvalOperation operation, NumberFormat format, ReadOnlySpan<uint> operands) => operation switch
    {
        EvalOperation.Mul => Scalar.Multiply(format, operands[0], operands[1]),
        EvalOperation.Add => Scalar.Add(format, operands[0], operands[1]),
        EvalOperation.Sub => Scalar.Subtract(format, operands[0], operands[1]),
        EvalOperation.Fma => Scalar.FusedMultiplyAdd(format, operands[0], operands[1], operands[2]),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "a dot product takes lists of codes"),
    };

    /// <summary>A dot product, rounded once.</summary>
    /// <returns>False when the result is NaR and <paramref name="output"/> FP4, which has no code for it.</returns>
    public static bool TryDot(NumberFormat format, ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b, NumberFormat output, out uint code)
    {
        Quire128 quire = MatrixMultiply.Dot(format, a, b);
        code = OutputStage.Finish(quire, Activation.None, 0, output, out bool narToFp4);
        return !narToFp4;
    }
}
