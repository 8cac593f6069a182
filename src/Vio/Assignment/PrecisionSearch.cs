using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>An assignment that was tried, not only expected.</summary>
/// <param name="Point">What was expected.</param>
/// <param name="Assignment">The formats.</param>
/// <param name="Error">The error that it has against the network in double, on the calibration set.</param>
/// <param name="Cost">What it costs.</param>
public sealed record TriedAssignment(AssignmentPoint Point, PrecisionAssignment Assignment, double Error, NetworkCost Cost);

/// <summary>What a search found.</summary>
/// <param name="Sensitivity">The table that it went by.</param>
/// <param name="Costs">What the network costs in each format.</param>
/// <param name="Front">All assignments that nothing beats, as expected.</param>
/// <param name="Tried">Some of them, spread over the front, tried; fastest first.</param>
/// <param name="Chosen">The one within the budgets, tried.</param>
public sealed record PrecisionSearchResult(
    SensitivityTable Sensitivity,
    IReadOnlyDictionary<NumberFormat, NetworkCost> Costs,
    IReadOnlyList<AssignmentPoint> Front,
    IReadOnlyList<TriedAssignment> Tried,
    TriedAssignment Chosen);

/// <summary>Chooses a format for each layer: the smallest error within a budget of cycles, bytes or both.</summary>
public static class PrecisionSearch
{
    /// <summary>Formats that layers may have, the widest first.</summary>
    public static IReadOnlyList<NumberFormat> Formats { get; } = [NumberFormat.P16, NumberFormat.P8, NumberFormat.Fp4, NumberFormat.P4];

    /// <summary>Searches.</summary>
    /// <param name="experiment">Network and data.</param>
    /// <param name="config">The co-processor.</param>
    /// <param name="request">Budgets, and how much to try.</param>
    /// <param name="progress">Told what is next and which part of it is done, or null.</param>
    /// <exception cref="InputException">Nothing fits the budget; the message says what is possible.</exception>
    public static PrecisionSearchResult Run(VioExperiment experiment, CoprocConfig config, SearchRequest request, Action<string, double>? progress = null)
    {
        NumberFormat[] formats = [.. Formats.Where(config.HasInput)];
        if (!formats.Contains(NumberFormat.P16)) throw new InputException($"{config.Name} has no p16, which errors are measured from: use a configuration with all formats");
        CalibrationSet set = experiment.Calibration(progress);
        var costs = formats.ToDictionary(format => format, format => Cost(experiment, PrecisionAssignment.Uniform(experiment.Lowered, format), config, progress));
        SensitivityTable sensitivity = SensitivityTable.Measure(set, formats, progress);
        IReadOnlyList<AssignmentPoint> front = ParetoSearch.Front([.. experiment.Lowered.Layers.Select((layer, i) => (IReadOnlyList<LayerChoice>)[.. formats.Select(format =>
            new LayerChoice(format, sensitivity[layer.Name, format], costs[format].Layers[i].Cycles, costs[format].Layers[i].Bytes))])]);

        NetworkCost widest = costs[NumberFormat.P16];
        long mostCycles = request.Cycles?.Invoke(widest.Cycles) ?? long.MaxValue, mostBytes = request.Bytes?.Invoke(widest.Bytes) ?? long.MaxValue;
        AssignmentPoint best = ParetoSearch.Best(front, mostCycles, mostBytes) ?? throw new InputException(
            $"no assignment fits the budget: the fastest takes {front.Min(point => point.Cycles)} cycles, the leanest moves {front.Min(point => point.Bytes)} bytes");
        IReadOnlyList<AssignmentPoint> worth = ParetoSearch.ByCycles(front);
        AssignmentPoint[] chosen = [.. CalibrationSet.Spread(worth.Count, request.Points).Select(i => worth[i]).Append(worth[0]).Append(worth[^1]).Append(best).Distinct().OrderBy(point => point.Cycles)];
        TriedAssignment[] tried = [.. chosen.Select((point, i) => Try(experiment, point, point == best ? "chosen" : $"front-{i + 1}", config, progress))];
        return new PrecisionSearchResult(sensitivity, costs, front, tried, tried.Single(one => one.Point == best));
    }

    /// <summary>The error of a network in codes against the network in double, on the calibration set.</summary>
    public static double Error(VioExperiment experiment, QuantizedNetwork network)
    {
        CalibrationSet set = experiment.Calibration();
        using var golden = new GoldenBackend();
        Network lowered = experiment.Lowered.Network;
        RelativePose[] wanted = [.. set.References.Select(lowered.Pose)];
        var poses = new RelativePose[wanted.Length];
        Parallel.For(0, poses.Length, pair => poses[pair] = lowered.Pose(network.Run(set.References[pair], golden)));
        return new OutputError(wanted).Of(poses);
    }

    private static TriedAssignment Try(VioExperiment experiment, AssignmentPoint point, string name, CoprocConfig config, Action<string, double>? progress)
    {
        Dictionary<string, NumberFormat> formats = experiment.Lowered.Layers.Zip(point.Formats).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        PrecisionAssignment assignment = PrecisionAssignment.Of(name, formats);
        QuantizedNetwork network = experiment.Quantize(assignment, progress).Network;
        return new TriedAssignment(point, assignment, Error(experiment, network), Cost(experiment, assignment, config, progress));
    }

    private static NetworkCost Cost(VioExperiment experiment, PrecisionAssignment assignment, CoprocConfig config, Action<string, double>? progress) => NetworkCost.Measure(
        experiment.Quantize(assignment, progress).Network, config, Profiler.DefaultMemory, done => progress?.Invoke($"counting cycles, {assignment.Name}", done));
}
