using System.CommandLine;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio</c>: the workloads.</summary>
internal static class VioVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console) =>
        new VerbCommand("vio", "The visual-inertial odometry workload.", "xrnpe vio run --network ulvio --weights ulvio.safetensors --data kitti --sequence 06 --precision p8")
        {
            VioRunVerb.Create(console),
            VioSweepVerb.Create(console),
            VioAssignVerb.Create(console),
            VioReportVerb.Create(console),
            VioWorldVerb.Create(console),
            VioFitVerb.Create(console),
            DemoDataCommand(console),
        };

    private static VerbCommand DemoDataCommand(ToolConsole console)
    {
        var folder = new Option<string>("--out") { Description = "Folder to write to; must exist.", Required = true, HelpName = "DIR" };
        var command = new VerbCommand(
            "demo-data",
            "Write the demonstration's matrices, activations.npy and weights.npy: the same bytes everywhere.",
            "xrnpe vio demo-data --out data/demo") { folder };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(folder)!;
            DemoData.Write(target);
            console.Out.WriteLine($"activations.npy and weights.npy in {target}");
            return ExitCode.Done;
        });
        return command;
    }
}
