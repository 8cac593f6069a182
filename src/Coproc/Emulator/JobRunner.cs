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
        if (Reach(d, memory) is var reached and not ErrorCode.None) return new(reached);
        JobResult result = Compute(d, memory);
        Write(d, memory, result.Codes);
        return result.Outcome;
    }

    /// <summary>The bus error that a job runs into because part of it lies outside the memory.</summary>
    public static ErrorCode Reach(Descriptor d, MemoryImage memory)
    {
        MatrixExtent[] matrices = MatrixExtent.Of(d);
        MatrixExtent c = matrices[2];
        if (matrices.Any(matrix => matrix.Name != c.Name && !matrix.IsInside(memory))) return ErrorCode.ReadDecodeError;
        return c.IsInside(memory) ? ErrorCode.None : ErrorCode.WriteDecodeError;
    }

    /// <summary>The result of a job whose operands lie in the memory, window and channel table included. Writes nothing.</summary>
    public static JobResult Compute(Descriptor d, MemoryImage memory)
    {
        MatmulJob job = JobMemory.Read(d, memory);
        uint[] codes = new uint[checked(job.Shape.M * job.Shape.N)];
        long firstNaR = JobMultiply.Run(job, codes);
        return new JobResult(
            codes,
            firstNaR < 0
                ? new(ErrorCode.None)
                : new(ErrorCode.NarToFp4, (uint)(firstNaR / job.Shape.N), (uint)(firstNaR % job.Shape.N)));
    }

    /// <summary>Writes C's packed rows, their pad lanes 0.</summary>
    public static void Write(Descriptor d, MemoryImage memory, ReadOnlySpan<uint> codes) =>
        MatrixMemory.WriteRows(memory, MatrixExtent.Of(d)[2], (NumberFormat)d.OutputFormat, (int)d.N, codes);
}
