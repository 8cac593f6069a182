using System.CommandLine;
using System.Globalization;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Which network on which frame pairs: the options that <c>run</c>, <c>sweep</c>, <c>assign</c> and <c>report</c> share.</summary>
internal sealed class VioOptions
{
    private const int CalibrationPairs = 8;

    private readonly Option<string> _network = new("--network") { Description = $"{string.Join(", ", Networks.Names)}, or a .onnx file.", Required = true, HelpName = "N" };

    private readonly Option<string?> _weights = new("--weights") { Description = "State dict of the network: .safetensors or .npz. An .onnx file brings its own.", HelpName = "F" };

    private readonly Option<string> _data = new("--data") { Description = "Folder in KITTI's odometry layout with imus/, or in EuRoC's.", Required = true, HelpName = "DIR" };

    private readonly Option<string?> _sequence = new("--sequence") { Description = "Sequence of a KITTI folder, such as 06.", HelpName = "NN" };

    private readonly Option<string?> _frames = new("--frames") { Description = "First and last frame. [default: all]", HelpName = "A-B" };

    private readonly Option<int> _calibration = new("--calibration")
    {
        Description = "Frame pairs, spread over the whole sequence, that scales are chosen by; their truth is not looked at.",
        DefaultValueFactory = _ => CalibrationPairs,
        HelpName = "N",
    };

    /// <summary>What <c>--precision</c> stands for where it is not given: double, and every format.</summary>
    public static string[] AllPrecisions => [PrecisionRun.Float, .. PrecisionSearch.Formats.Select(format => $"{Arith.FormatInfo.Of(format)}")];

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_network, _weights, _data, _sequence, _frames, _calibration]) command.Add(option);
    }

    /// <summary>What was asked for, opened.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public VioExperiment Open(ParseResult parsed) => VioExperiment.Open(new VioSource(
        parsed.GetValue(_network)!,
        parsed.GetValue(_weights),
        parsed.GetValue(_data)!,
        parsed.GetValue(_sequence),
        Frames(parsed.GetValue(_frames)),
        parsed.GetValue(_calibration)));

    /// <summary>What files about an experiment are called by default.</summary>
    public static string FileName(VioExperiment experiment) => $"{Path.GetFileNameWithoutExtension(experiment.Model.Network.Name)}-{experiment.Pairs.Sequence.Name}";

    private static (int First, int Last)? Frames(string? text)
    {
        if (text is null) return null;
        string[] parts = text.Split('-');
        if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int first) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int last)) return (first, last);
        throw new InputException($"--frames {InputException.Quote(text)} is not A-B with the numbers of two frames, such as 0-100");
    }
}
