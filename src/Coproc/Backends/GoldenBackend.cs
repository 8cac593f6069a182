namespace XrNpe.Coproc;

/// <summary>The golden model as a backend: exact dot products in C#, no co-processor.</summary>
public sealed class GoldenBackend : IMatmulBackend
{
    /// <inheritdoc/>
    public string Name => "golden";

    /// <inheritdoc/>
    public MatmulResult Run(MatmulJob job)
    {
        JobShape.Check(job);
        uint[] c = new uint[checked(job.Shape.M * job.Shape.N)];
        long nar = JobMultiply.Run(job, c);
        return nar < 0 ? new MatmulResult(c, Counters: null) : throw new NarToFp4Exception(nar / job.Shape.N, nar % job.Shape.N);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to release: the interface is disposable for the sake of hardware.
    }
}
