namespace XrNpe.Verify;

/// <summary>One run of one check: its level and seed, its cases in parallel, its progress.</summary>
internal sealed class CheckRun(Check check, LadderOptions options, IProgress<LadderProgress>? progress, CancellationToken cancellation)
{
    private long _cases;

    /// <summary>How much to check.</summary>
    public VerifyLevel Level => options.Level;

    /// <summary>Folder for logs and waveforms.</summary>
    public string Folder => options.Folder;

    /// <summary>Cases looked at so far.</summary>
    public long Cases => Interlocked.Read(ref _cases);

    /// <summary>Counts cases that <see cref="ForAll"/> does not know of, because steps differ in how many they are.</summary>
    public void Count(long cases) => Interlocked.Add(ref _cases, cases);

    /// <summary>A number that depends on the level.</summary>
    public int Pick(int quick, int full) => Level == VerifyLevel.Quick ? quick : full;

    /// <summary>Seed of a part, different for every part and index, the same in every run with the same seed.</summary>
    public int SeedOf(string part, long index)
    {
        // string.GetHashCode differs from run to run.
        uint hash = (uint)options.Seed;
        foreach (char c in part) hash = (hash * 31) + c;
        return (int)((hash * 1_000_003) + (uint)index);
    }

    /// <summary>Random numbers of a part.</summary>
    public Random RandomOf(string part, long index) => new(SeedOf(part, index));

    /// <summary>Looks at steps 0…<paramref name="steps"/>−1 in parallel and keeps the first that is wrong.</summary>
    /// <param name="part">What is looked at, for progress and message.</param>
    /// <param name="steps">How many.</param>
    /// <param name="casesPerStep">Cases that one step stands for.</param>
    /// <param name="wrong">Looks at one step; null when it is right, else what is wrong.</param>
    /// <exception cref="CheckFailedException">A step is wrong.</exception>
    public void ForAll(string part, long steps, long casesPerStep, Func<long, string?> wrong)
    {
        long done = 0;
        long block = Math.Clamp(steps / 64, 1, 4096);
        long blocks = (steps + block - 1) / block;
        long firstWrong = long.MaxValue;
        string message = "";
        var keep = new Lock();
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, b =>
        {
            long end = Math.Min(steps, (b + 1) * block);
            for (long i = b * block; i < end; i++)
            {
                if (i > Interlocked.Read(ref firstWrong)) return;
                cancellation.ThrowIfCancellationRequested();
                if (Look(wrong, i) is { } what)
                {
                    lock (keep)
                    {
                        if (i < firstWrong) (firstWrong, message) = (i, what);
                    }

                    return;
                }
            }

            long count = end - (b * block);
            Interlocked.Add(ref _cases, count * casesPerStep);
            progress?.Report(new LadderProgress(check.Rung, check.Name, part, Interlocked.Add(ref done, count), steps));
        });

        if (firstWrong != long.MaxValue) throw new CheckFailedException($"{part}: {message}");
    }

    /// <summary>An exception out of what is checked is a finding like any other.</summary>
    private static string? Look(Func<long, string?> wrong, long step)
    {
        try
        {
            return wrong(step);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"step {step}: {e.GetType().Name}: {e.Message}";
        }
    }
}
