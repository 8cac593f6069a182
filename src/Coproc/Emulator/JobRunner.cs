using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>How one job ended.</summary>
/// <param name="Code">The error code, <see cref="ErrorCode.None"/> when all went well.</param>
/// <param name="NarRow">With <see cref="ErrorCode.NarToFp4"/>: row of the first NaR.</param>
/// <param name="NarColumn">With <see cref="ErrorCode.NarToFp4"/>: its column.</param>
internal readonly record struct JobOutcome(ErrorCode Code, uint NarRow = 0, uint NarColumn = 0);

/// <summary>Runs one checked descriptor on a memory image: what array, buffers and output units do together.</summary>
internal static class JobRunner
{
    /// <summary>
    /// Multiplies, and writes C's packed rows with their pad lanes 0, nothing else. After a bus error C is undefined in
    /// hardware; here nothing of it is written.
    /// </summary>
    public static JobOutcome Run(Descriptor d, MemoryImage memory)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        (MatrixExtent a, MatrixExtent b, MatrixExtent c) = (matrices[0], matrices[1], matrices[2]);
        if (!a.IsInside(memory) || !b.IsInside(memory)) return new(ErrorCode.ReadDecodeError);
        if (!c.IsInside(memory)) return new(ErrorCode.WriteDecodeError);

        var input = (NumberFormat)d.InputFormat;
        var output = (NumberFormat)d.OutputFormat;
        var shape = new MatmulShape((int)d.M, (int)d.N, (int)d.K);
        uint[] results = new uint[checked(shape.M * shape.N)];
        long firstNaR = MatrixMultiply.Run(
            input,
            shape,
            MatrixMemory.ReadOperand(memory, a, input, shape.K),
            MatrixMemory.ReadOperand(memory, b, input, shape.K),
            new Activation((ActivationKind)d.Activation, d.SlopeM, d.SlopeS),
            d.Scale,
            output,
            results);

        MatrixMemory.WriteRows(memory, c, output, shape.N, results);
        return firstNaR < 0
            ? new(ErrorCode.None)
            : new(ErrorCode.NarToFp4, (uint)(firstNaR / shape.N), (uint)(firstNaR % shape.N));
    }
}
