using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>A network that ran over frame pairs at one precision.</summary>
/// <param name="Assignment">The formats; null for double.</param>
/// <param name="Network">The network in codes; null for double.</param>
/// <param name="Cost">What it costs; null for double.</param>
/// <param name="Predictions">The file that the predictions stand in.</param>
/// <param name="Poses">A prediction for each pair.</param>
/// <param name="Metrics">How good they are; null where the truth is not known.</param>
/// <param name="HardwareSlopeMetrics">Of a run in double: how good predictions are with the slopes that the output units have.</param>
/// <param name="JobsCompared">Jobs that backends were compared on.</param>
public sealed record PrecisionRun(
    PrecisionAssignment? Assignment,
    CalibratedNetwork? Network,
    NetworkCost? Cost,
    string Predictions,
    IReadOnlyList<RelativePose> Poses,
    OdometryMetrics? Metrics,
    OdometryMetrics? HardwareSlopeMetrics,
    int JobsCompared)
{
    /// <summary>What the network in double is called where precisions are named.</summary>
    public const string Float = "f32";

    /// <summary>The name of the precision.</summary>
    public string Name => Assignment?.Name ?? Float;

    /// <summary>What stands behind <c>--precision</c>: null for the network in double.</summary>
    /// <exception cref="InputException">It is no precision, or does not fit the network.</exception>
    public static PrecisionAssignment? Parse(string text, LoweredNetwork network) => text == Float ? null : PrecisionAssignment.Parse(text, network);

    /// <summary>Runs a network over the frame pairs of an experiment.</summary>
    /// <param name="experiment">Network and frame pairs.</param>
    /// <param name="assignment">The formats; null for double.</param>
    /// <param name="backends">Makes the backends: the first predicts, the others must give the same bytes.</param>
    /// <param name="config">The co-processor that cycles are counted on.</param>
    /// <param name="path">Where predictions go; what an interrupted run left there is gone on with.</param>
    /// <param name="progress">Told what is next and which part of it is done, or null.</param>
    /// <param name="cancel">Ends the run after the pairs that are being predicted.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="BackendMismatchException">Backends differ.</exception>
    public static PrecisionRun Run(
        VioExperiment experiment,
        PrecisionAssignment? assignment,
        Func<IReadOnlyList<IMatmulBackend>> backends,
        CoprocConfig config,
        string path,
        Action<string, double>? progress = null,
        CancellationToken cancel = default)
    {
        string name = assignment?.Name ?? Float, key = experiment.Key(assignment);
        using PredictionFile file = PredictionFile.Open(path, key);
        CalibratedNetwork? network = assignment is null ? null : experiment.Quantize(assignment, progress);
        NetworkCost? cost = network is null ? null : NetworkCost.Measure(network.Network, config, Profiler.DefaultMemory, done => progress?.Invoke($"counting cycles, {name}", done));
        using PairPredictor predictor = network is null
            ? new ReferencePredictor(experiment.Model.Network)
            : new QuantizedPredictor(network.Network, backends());
        IReadOnlyList<RelativePose> poses = VioRun.Predict(experiment.Model, experiment.Pairs, predictor, file, done => progress?.Invoke($"predicting, {name}", done), cancel);
        OdometryMetrics? slopes = network is null ? HardwareSlopes(experiment, progress, cancel) : null;
        file.Complete(key);
        return new PrecisionRun(assignment, network, cost, path, poses, experiment.Metrics(poses), slopes, (predictor as QuantizedPredictor)?.JobsCompared ?? 0);
    }

    private static OdometryMetrics? HardwareSlopes(VioExperiment experiment, Action<string, double>? progress, CancellationToken cancel)
    {
        using var predictor = new ReferencePredictor(experiment.Lowered.Network);
        return experiment.Metrics(VioRun.Predict(
            experiment.Model, experiment.Pairs, predictor, progress: done => progress?.Invoke("predicting with the hardware's slopes", done), cancel: cancel));
    }
}
