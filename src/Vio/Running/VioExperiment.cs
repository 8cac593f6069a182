using System.Security.Cryptography;
using System.Text;

namespace XrNpe.Vio;

/// <summary>Where a network and its frame pairs come from.</summary>
/// <param name="Network">A name of <see cref="Networks.Names"/> or a .onnx file.</param>
/// <param name="Weights">A .safetensors or .npz file; null for ONNX.</param>
/// <param name="Data">Folder of the data: in KITTI's odometry layout as UL-VIO has it, or in EuRoC's.</param>
/// <param name="Sequence">Sequence of a KITTI folder.</param>
/// <param name="Frames">First and last frame; null for all.</param>
/// <param name="CalibrationPairs">Frame pairs that scales are chosen by, spread over the whole sequence.</param>
public sealed record VioSource(string Network, string? Weights, string Data, string? Sequence, (int First, int Last)? Frames, int CalibrationPairs);

/// <summary>A network on frame pairs, at whatever precisions: what runs, sweeps, assignments and reports have in common.</summary>
public sealed class VioExperiment
{
    private readonly int _calibrationPairs;
    private readonly Dictionary<string, CalibratedNetwork> _quantized = [];
    private CalibrationSet? _calibration;

    /// <summary>An experiment.</summary>
    /// <param name="model">The network.</param>
    /// <param name="pairs">The frame pairs that are predicted.</param>
    /// <param name="calibrationPairs">Frame pairs that scales are chosen by, spread over the whole sequence.</param>
    public VioExperiment(VioModel model, PairRange pairs, int calibrationPairs)
    {
        Model = model;
        Pairs = pairs;
        _calibrationPairs = calibrationPairs;
        Lowered = LoweredNetwork.Of(model.Network);
        Truth = pairs.Truth;
    }

    /// <summary>The network and what its inputs are.</summary>
    public VioModel Model { get; }

    /// <summary>The network as engine and host run it.</summary>
    public LoweredNetwork Lowered { get; }

    /// <summary>The frame pairs.</summary>
    public PairRange Pairs { get; }

    /// <summary>Their true motion; null when it is not known.</summary>
    public IReadOnlyList<RelativePose>? Truth { get; }

    /// <summary>
    /// What a network must beat: no motion, and the same motion for every pair, the best there is, which is the mean of the true ones. Empty where the
    /// truth is not known.
    /// </summary>
    public IReadOnlyList<(string Name, OdometryMetrics Metrics)> Baselines
    {
        get
        {
            if (Truth is null) return [];
            RelativePose mean = RelativePose.FromNumbers([.. Enumerable.Range(0, RelativePose.Numbers).Select(i => Truth.Average(pose => pose.ToNumbers()[i]))]);
            return
            [
                ("no motion", OdometryMetrics.Compute(new RelativePose[Truth.Count], Truth)),
                ("constant motion", OdometryMetrics.Compute([.. Enumerable.Repeat(mean, Truth.Count)], Truth)),
            ];
        }
    }

    /// <summary>Opens network and data.</summary>
    /// <exception cref="InputException">One of them cannot be used.</exception>
    public static VioExperiment Open(VioSource source)
    {
        if (source.CalibrationPairs < 1) throw new InputException($"{source.CalibrationPairs} frame pairs to choose scales by: 1 or more");
        VioModel model = VioModel.Open(source.Network, source.Weights);
        return new VioExperiment(model, PairRange.Of(OpenSequence(source.Data, source.Sequence), source.Frames), source.CalibrationPairs);
    }

    /// <summary>A sequence out of a folder.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static ISensorSequence OpenSequence(string data, string? sequence)
    {
        if (!Directory.Exists(data)) throw new InputException($"{data}: there is no such folder");
        bool euroc = Directory.Exists(Path.Combine(data, "mav0")) || Directory.Exists(Path.Combine(data, "cam0"));
        if (euroc) return EurocSequence.Open(data);
        return KittiSequence.Open(data, sequence ?? throw new InputException($"{data} is in KITTI's layout and holds sequences by number: say which, as in --sequence 06"));
    }

    /// <summary>The frame pairs that scales are chosen by, and what the network in double makes of them.</summary>
    public CalibrationSet Calibration(Action<string, double>? progress = null)
    {
        if (_calibration is not null) return _calibration;
        IReadOnlyList<int> chosen = CalibrationSet.Spread(Pairs.Sequence.PairCount, _calibrationPairs);
        progress?.Invoke("the network in double", 0);
        return _calibration = CalibrationSet.Of(
            Lowered, [.. chosen.Select(pair => Model.Inputs(Pairs.Sequence, pair))], done => progress?.Invoke("the network in double", done));
    }

    /// <summary>The network in codes.</summary>
    public CalibratedNetwork Quantize(PrecisionAssignment assignment, Action<string, double>? progress = null)
    {
        string key = assignment.ToJson(Model.Network.Name);
        if (_quantized.TryGetValue(key, out CalibratedNetwork? quantized)) return quantized;
        CalibrationSet set = Calibration(progress);
        return _quantized[key] = NetworkQuantizer.Quantize(set, layer => assignment[layer], (layer, done) => progress?.Invoke($"choosing scales, {assignment.Name}", done));
    }

    /// <summary>How good predictions are; null when the truth is not known.</summary>
    public OdometryMetrics? Metrics(IReadOnlyList<RelativePose> predictions) => Truth is null ? null : OdometryMetrics.Compute(predictions, Truth);

    /// <summary>What predictions depend on, in one line: those of another key are not gone on with.</summary>
    /// <param name="precision">The formats; null for double.</param>
    public string Key(PrecisionAssignment? precision)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (EngineLayer layer in Lowered.Layers)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{layer.Name} {layer.Shape} {layer.Activation}"));
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(layer.Weights.AsSpan()));
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes((layer.Bias ?? []).AsSpan()));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(precision?.ToJson(Model.Network.Name) ?? "f64"));

        // Another folder may hold another ride of the same name: its first pair tells.
        hash.AppendData(Pairs.Sequence.Frame(Pairs.First, Model.Width, Model.Height, Model.Channels).Pixels);
        hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Pairs.Sequence.Imu(Pairs.First).AsSpan()));
        string digest = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
        return $"network {Model.Network.Name}, sequence {Pairs.Sequence.Name}, pairs {Pairs.First} to {Pairs.First + Pairs.Count - 1}, "
            + $"precision {precision?.Name ?? "f32"}, scales by {_calibrationPairs} pairs, weights, formats and data {digest}";
    }
}
