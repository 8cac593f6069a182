using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>Runs one matrix multiply on several backends and compares them element by element.</summary>
public static class MatmulRun
{
    /// <summary>Runs <paramref name="plan"/> on every backend.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="backends">At least one; the others are compared with the first.</param>
    /// <exception cref="NarToFp4Exception">The first backend met a NaR that its fp4 output has no code for.</exception>
    /// <exception cref="CoprocException">A co-processor refused the job or its memory failed.</exception>
    public static MatmulReport Run(MatmulPlan plan, IReadOnlyList<IMatmulBackend> backends)
    {
        MatmulResult first = backends[0].Run(plan.Job);
        var runs = new List<BackendRun> { Finished(plan, backends[0], first, difference: null) };
        foreach (IMatmulBackend backend in backends.Skip(1))
        {
            try
            {
                MatmulResult result = backend.Run(plan.Job);
                runs.Add(Finished(plan, backend, result, CodeDifference.Find(plan.Job, backends[0].Name, first.C, backend.Name, result.C)));
            }
            catch (NarToFp4Exception e)
            {
                // The first backend found no such thing, so this is a mismatch and not bad input.
                runs.Add(new BackendRun(backend.Name, null, null, $"differ at C[{e.Row}, {e.Column}]: {backends[0].Name} has a number, {backend.Name} NaR"));
            }
        }

        double[] values = Array.ConvertAll(first.C, code => ScaledCode.Value(plan.Job.Output, code, plan.ScaleC));
        return new MatmulReport(plan, first.C, Sqnr.Decibels(plan.Reference, values), runs);
    }

    /// <summary>Writes C as .npy: codes as uint8 or uint16, float32 as values.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WriteResult(string path, MatmulReport report)
    {
        MatmulJob job = report.Plan.Job;
        int[] shape = [job.Shape.M, job.Shape.N];
        OutputFile.Write(path, stream =>
        {
            if (job.Output == NumberFormat.F32)
            {
                NpyWriter.WriteValues(stream, shape, Array.ConvertAll(report.C, code => (double)BitConverter.UInt32BitsToSingle(code)), single: true);
            }
            else
            {
                NpyWriter.WriteCodes(stream, shape, Array.ConvertAll(report.C, code => (ulong)code), FormatInfo.Of(job.Output).Bits);
            }
        });
    }

    private static BackendRun Finished(MatmulPlan plan, IMatmulBackend backend, MatmulResult result, string? difference)
    {
        double? rate = result.Counters is { Cycles: > 0 } counters ? plan.Job.Shape.Macs / (double)counters.Cycles : null;
        return new BackendRun(backend.Name, result.Counters, rate, difference);
    }
}
