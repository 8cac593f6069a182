using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio sweep</c>: a network over the frame pairs of a sequence, at one precision after the other.</summary>
internal static class VioSweepVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var source = new VioOptions();
        var sweep = new SweepOptions();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "sweep",
            "Set trajectory error, cycles and bytes at several precisions side by side.",
            "xrnpe vio sweep --network ulvio --weights ulvio.safetensors --data kitti --sequence 06",
            "xrnpe vio sweep --network ulvio-s --weights ulvio-s.safetensors --data world --sequence 00 --precision f32 --precision p8 --precision mixed.json");
        source.AddTo(command);
        sweep.AddTo(command);
        command.Add(json);
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig hardware = config.Get(parsed);
            VioExperiment experiment = source.Open(parsed);
            PrecisionAssignment?[] assignments = sweep.Assignments(parsed, experiment);
            string target = sweep.MakeFolder(parsed, experiment);
            IReadOnlyList<PrecisionRun> runs = Interruptible.Run(
                $"what is predicted stands in {target}, and the same command goes on from there",
                cancel => Progress.Run(console, report => PrecisionSweep.Run(experiment, assignments, hardware, target, report, cancel)));
            if (parsed.GetValue(json)) console.Out.WriteLine(VioSweepOutput.Json(experiment, runs, hardware));
            else VioSweepOutput.Text(console.Out, experiment, runs, hardware);
            return ExitCode.Done;
        });
        return command;
    }
}
