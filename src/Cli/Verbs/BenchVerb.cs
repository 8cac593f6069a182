using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Measure;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe bench</c>: the golden model's kernels on this machine, beside the limit of its instructions; or how fast it simulates the RTL.</summary>
internal static class BenchVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var simulation = new Option<bool>("--simulation") { Description = "Measure how fast Verilator simulates the presets instead; builds each in several ways, which takes minutes." };
        var preset = new Option<string?>("--preset") { Description = "With --simulation: this one only.", HelpName = "P" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new VerbCommand(
            "bench",
            "Measure the golden model's kernels on one core of this machine, each beside what the bare instructions reach. Takes half a minute.",
            "xrnpe bench",
            "xrnpe bench --json",
            "XRNPE_CACHE=$(mktemp -d) xrnpe bench --simulation") { simulation, preset, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(simulation))
            {
                IReadOnlyList<CoprocConfig> configs = parsed.GetValue(preset) is { } name
                    ? [Presets.Find(name) ?? throw new InputException($"--preset {InputException.Quote(name)} is unknown: {string.Join(", ", Presets.All.Select(p => p.Name))}")]
                    : Presets.All;
                IReadOnlyList<SimulationRate> rates = Progress.Run(console, report => Simulate(configs, report));
                if (parsed.GetValue(json)) console.Out.WriteLine(SimulationOutput.Json(rates));
                else SimulationOutput.Text(console.Out, rates);
                return ExitCode.Done;
            }

            int done = 0;
            IReadOnlyList<Measurement> results = Progress.Run(console, report => SelfMeasurement.Run(
                measured => report(measured.Name, (double)++done / SelfMeasurement.Count)));
            if (parsed.GetValue(json)) console.Out.WriteLine(BenchOutput.Json(results));
            else BenchOutput.Text(console.Out, results);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<SimulationRate> Simulate(IReadOnlyList<CoprocConfig> configs, Action<string, double> report)
    {
        var results = new List<SimulationRate>();
        foreach (CoprocConfig config in configs)
        {
            foreach (SimulationVariant variant in SimulationBench.Variants)
            {
                // Inlined, the largest is 145 MB of C++.
                if (variant.Inlined && config == Presets.Large) continue;
                report($"{config.Name}, {variant.Name}", 0);
                results.Add(SimulationBench.Measure(config, variant, () => BackendFactory.Verilate(config, variant)));
            }
        }

        return results;
    }
}
