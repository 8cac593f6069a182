using System.Diagnostics;

namespace XrNpe.Measure;

/// <summary>Times a workload: the best rate of many short runs, since everything else on the machine can only slow it down.</summary>
internal static class Stopper
{
    private const double WarmUpSeconds = 0.4; // long enough for the runtime to have compiled the final code
    private const double MeasureSeconds = 0.6;
    private const double RunSeconds = 0.002;

    /// <summary>The best rate, in the workload's unit.</summary>
    public static double BestRate(Workload workload)
    {
        long calls = Repeat(workload.Call, WarmUpSeconds);
        long callsPerRun = Math.Max(1, (long)(calls * RunSeconds / WarmUpSeconds));
        double best = double.MaxValue;
        long end = Stopwatch.GetTimestamp() + (long)(MeasureSeconds * Stopwatch.Frequency);
        do
        {
            long start = Stopwatch.GetTimestamp();
            for (long i = 0; i < callsPerRun; i++) workload.Call();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / callsPerRun);
        }
        while (Stopwatch.GetTimestamp() < end);

        return workload.PerCall / best;
    }

    private static long Repeat(Action call, double seconds)
    {
        long calls = 0;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; calls++) call();
        return calls;
    }
}
