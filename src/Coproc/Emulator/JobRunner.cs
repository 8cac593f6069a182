namespace XrNpe.Coproc;

/// <summary>How one job ended.</summary>
/// <param name="Code">The error code, <see cref="ErrorCode.None"/> when all went well.</param>
/// <param name="NarRow">With <see cref="ErrorCode.NarToFp4"/>: row of the first NaR.</param>
/// <param name="NarColumn">With <see cref="ErrorCode.NarToFp4"/>: its column.</param>
internal readonly record struct JobOutcome(ErrorCode Code, uint NarRow = 0, uint NarColumn = 0);

/// <summary>What a checked descriptor computes out of a memory image: what array, buffers and output units do together.</summary>
internal static class JobRunner
{
    /// <summary>True when all that a job reads lies in the memory.</summary>
    public static bool Reaches(Descriptor d, MemoryImage memory) => Operands(d).All(matrix => matrix.IsInside(memory));

    /// <summary>What a job reads: A or the image, B, and the channel table where there is one.</summary>
    public static IEnumerable<MatrixExtent> Operands(Descriptor d) => MatrixExtent.Of(d).Where(matrix => matrix.Name != "c");

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
}
