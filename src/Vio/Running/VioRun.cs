namespace XrNpe.Vio;

/// <summary>Some neighbouring frame pairs of a sequence.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="First">First pair.</param>
/// <param name="Count">Pairs.</param>
public sealed record PairRange(ISensorSequence Sequence, int First, int Count)
{
    /// <summary>The pairs between some frames: one fewer than frames.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="frames">First and last frame; null for all.</param>
    /// <exception cref="InputException">There are no such frames, or fewer than two.</exception>
    public static PairRange Of(ISensorSequence sequence, (int First, int Last)? frames)
    {
        (int first, int last) = frames ?? (0, sequence.FrameCount - 1);
        if (first < 0 || last >= sequence.FrameCount || last <= first)
        {
            throw new InputException($"frames {first}-{last} of sequence {sequence.Name}: it has frames 0-{sequence.FrameCount - 1}, and a pair takes two, such as 0-{Math.Min(10, sequence.FrameCount - 1)}");
        }

        return new PairRange(sequence, first, last - first);
    }

    /// <summary>The true motion of each pair; null when it is not known of all.</summary>
    public IReadOnlyList<RelativePose>? Truth
    {
        get
        {
            RelativePose?[] truth = [.. Enumerable.Range(First, Count).Select(Sequence.Truth)];
            return Array.TrueForAll(truth, pose => pose.HasValue) ? [.. truth.Select(pose => pose!.Value)] : null;
        }
    }
}

/// <summary>Runs a network over frame pairs.</summary>
public static class VioRun
{
    /// <summary>Predicts the motion of every pair.</summary>
    /// <param name="model">What the network is given.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="predictor">What predicts.</param>
    /// <param name="file">Where predictions go and may stand already; null for nowhere.</param>
    /// <param name="progress">Told which part is done, or null.</param>
    /// <param name="cancel">Ends the run after the pairs that are being predicted.</param>
    /// <returns>A prediction for each pair, in order.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; what was done stands in the file.</exception>
    /// <exception cref="BackendMismatchException">Backends differ.</exception>
    public static IReadOnlyList<RelativePose> Predict(
        VioModel model, PairRange pairs, PairPredictor predictor, PredictionFile? file = null, Action<double>? progress = null, CancellationToken cancel = default)
    {
        var cached = new FrameCache(pairs.Sequence);
        var poses = new RelativePose[pairs.Count];
        int done = 0;
        try
        {
            // One pair after the other is handed out, so that neighbours are predicted together and frames are read once.
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(Enumerable.Range(0, pairs.Count), System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = predictor.IsParallel ? Environment.ProcessorCount : 1, CancellationToken = cancel },
                i =>
                {
                    int pair = pairs.First + i;
                    if (file is null || !file.Done.TryGetValue(pair, out poses[i]))
                    {
                        poses[i] = predictor.Predict(pair, model.Inputs(cached, pair));
                        file?.Add(pair, poses[i]);
                    }

                    progress?.Invoke((double)Interlocked.Increment(ref done) / pairs.Count);
                });
        }
        catch (AggregateException e)
        {
            // What went wrong in one pair, as it would be thrown without threads.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }

        return poses;
    }
}
