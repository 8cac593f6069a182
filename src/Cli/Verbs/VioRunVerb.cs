using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio run</c>: a network over the frame pairs of a sequence, at one precision.</summary>
internal static class VioRunVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var source = new VioOptions();
        var precision = new Option<string>("--precision")
        {
            Description = "p16, p8, p4 or fp4 for all layers, a .json file with one for each, or f32 for the float reference.",
            DefaultValueFactory = _ => "p16",
            HelpName = "P",
        };
        var backends = new Option<string[]>("--backend")
        {
            Description = $"{BackendFactory.Names}; with several, all must give the same bytes, layer by layer.",
            DefaultValueFactory = _ => ["golden"],
            HelpName = "B",
        };
        var layer = new Option<string?>("--layer") { Description = "Only this layer on the backends, on the codes that it gets in the network, for the first frame pair.", HelpName = "NAME" };
        var output = new Option<string?>("--output", "-o") { Description = "Where predictions go. [default: vio-NETWORK-SEQUENCE-PRECISION.csv]", HelpName = "F.csv" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "run",
            "Predict the motion of every frame pair, and say how good that is and what it costs.",
            "xrnpe vio run --network ulvio --weights ulvio.safetensors --data kitti --sequence 06 --precision p8",
            "xrnpe vio run --network ulvio-s --weights ulvio-s.safetensors --data world --sequence 00 --frames 0-1 --backend golden --backend rtl",
            "xrnpe vio run --network ulvio --weights ulvio.safetensors --data kitti --sequence 06 --layer visual_encoder.conv5 --precision fp4 --backend rtl");
        source.AddTo(command);
        foreach (Option option in (Option[])[precision, backends, layer, output, json]) command.Add(option);
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            string[] names = parsed.GetValue(backends)!;
            if (names.Distinct().Count() != names.Length) throw new InputException("--backend names one backend twice");
            CoprocConfig hardware = config.Get(parsed);
            VioExperiment experiment = source.Open(parsed);
            PrecisionAssignment? assignment = PrecisionRun.Parse(parsed.GetValue(precision)!, experiment.Lowered);
            if (parsed.GetValue(layer) is { } name)
            {
                return CheckLayer(console, experiment, assignment ?? throw new InputException("--layer with --precision f32: the engine has no float"), name, names, hardware, parsed.GetValue(json));
            }

            string path = parsed.GetValue(output) ?? $"vio-{VioOptions.FileName(experiment)}-{assignment?.Name ?? PrecisionRun.Float}.csv";
            OutputFile.Check(path);
            PrecisionRun run = Interruptible.Run(
                $"what is predicted stands in {path}.partial, and the same command goes on from there",
                cancel => Progress.Run(console, report => PrecisionRun.Run(experiment, assignment, () => BackendFactory.CreateAll(names, hardware), hardware, path, report, cancel)));
            if (parsed.GetValue(json)) console.Out.WriteLine(VioRunOutput.Json(experiment, run, hardware, names));
            else VioRunOutput.Text(console.Out, experiment, run, hardware, names);
            return ExitCode.Done;
        });
        return command;
    }

    private static int CheckLayer(
        ToolConsole console, VioExperiment experiment, PrecisionAssignment assignment, string layer, string[] names, CoprocConfig config, bool json)
    {
        _ = experiment.Lowered.Layer(layer);
        var backends = new List<IMatmulBackend>();
        try
        {
            IReadOnlyList<CoprocCounters?> counters = Progress.Run(console, report =>
            {
                CalibratedNetwork network = experiment.Quantize(assignment, report);
                report($"{layer} on {string.Join(", ", names)}", 0);
                foreach (string name in names) backends.Add(BackendFactory.Create(name, config));
                int pair = experiment.Pairs.First;
                return LayerCheck.Run(network.Network, layer, pair, experiment.Model.Inputs(experiment.Pairs.Sequence, pair), backends);
            });
            VioRunOutput.Layer(console.Out, experiment, assignment, layer, names, counters, json);
            return ExitCode.Done;
        }
        finally
        {
            foreach (IMatmulBackend backend in backends) backend.Dispose();
        }
    }
}
