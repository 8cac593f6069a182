using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Verify;

/// <summary>
/// The generated test bench of <c>xrnpe_mac</c>, checker included, in Icarus Verilog with random vectors: a simulator with four states, and one that shares no
/// code with Verilator. Every run is done twice, the second time with X on everything that does not count. The same vectors go through Verilator,
/// at level quick for one configuration, at level full for all.
/// </summary>
internal sealed class IcarusMacCheck() : Check(3, "icarus-mac", needsRtl: true)
{
    private const int Cycles = 1200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly CoprocConfig[] Configs =
    [
        Presets.Tiny,
        Presets.Tiny with { Name = "slices_2", Slices = 2, Pipeline = 3 },
        Presets.Tiny with { Name = "slices_4", Slices = 4 },
        Presets.Tiny with { Name = "pipeline_0", Pipeline = 0, Quire = QuireKind.Binary },
        Presets.Tiny with { Name = "pipeline_1", Pipeline = 1 },
        Presets.Tiny with { Name = "pipeline_2", Pipeline = 2, Exponents = ExponentUnit.Cells, Slices = 2 },
        Presets.Tiny with { Name = "pipeline_4", Pipeline = 4, Quire = QuireKind.Binary },
        Presets.Tiny with { Name = "gated", ClockGate = true },
        Presets.Tiny with { Name = "p16_only", Formats = [NumberFormat.P16] },
        Presets.Tiny with { Name = "p8_p4", Formats = [NumberFormat.P8, NumberFormat.P4], Exponents = ExponentUnit.Cells },
        Presets.Tiny with { Name = "fp4_only", Formats = [NumberFormat.Fp4], Slices = 4, Pipeline = 3 },
    ];

    /// <inheritdoc/>
    public override string? MissingTool => ExternalTool.IsInstalled("iverilog") ? base.MissingTool : "iverilog";

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (CoprocConfig config in Configs)
        {
            run.ForAll($"{config.Name}, Icarus", run.Pick(1, 40), 2 * CyclesOf(config), step => Icarus(run, config, Sequence(run, config, step)));
            if (run.Level == VerifyLevel.Quick && config != Configs[0]) continue;
            string library = ModuleLibrary.PathOf(MacVectorRun.Module, config);
            run.ForAll($"{config.Name}, Verilator", run.Pick(1, 40), CyclesOf(config), step => new MacVectorRun(Sequence(run, config, step), config).Wrong(library));
        }
    }

    private static MacSequence Sequence(CheckRun run, CoprocConfig config, long step) =>
        MacSequence.Create(config, (ulong)(uint)run.SeedOf(config.Name, step), CyclesOf(config));

    /// <summary>Icarus is slow on many slices.</summary>
    private static int CyclesOf(CoprocConfig config) => Cycles / config.Slices;

    private static string? Icarus(CheckRun run, CoprocConfig config, MacSequence sequence)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("xrnpe-icarus-");
        try
        {
            IReadOnlyList<GeneratedFile> files = [.. Generator.Generate(config, Unit.Mac), .. MacBench.Generate(config, sequence)];
            foreach (GeneratedFile file in files) File.WriteAllText(Path.Combine(folder.FullName, file.Path), file.Text);
            string[] compile = ["-g2005-sv", "-s", MacBench.Top, "-o", "tb", "-c", MacBench.Top + ".f"];
            ToolOutcome compiled = ExternalTool.Run("iverilog", folder.FullName, compile, Limit);
            if (compiled.ExitCode != 0 || compiled.Text.Length > 0) return $"iverilog: {compiled.Text}";
            foreach (string[] plus in (string[][])[[], ["+x"]])
            {
                ToolOutcome outcome = ExternalTool.Run("vvp", folder.FullName, ["-n", "tb", .. plus], Limit);
                if (outcome.ExitCode == 0 && outcome.Text.StartsWith("PASS", StringComparison.Ordinal)) continue;

                // What shows it again stays: bench, vectors and a waveform.
                string kept = Path.Combine(Path.GetFullPath(run.Folder), "icarus-" + config.Name);
                ExternalTool.Run("vvp", folder.FullName, ["-n", "tb", "+vcd", .. plus], Limit);
                Directory.CreateDirectory(kept);
                foreach (string path in Directory.GetFiles(folder.FullName)) File.Copy(path, Path.Combine(kept, Path.GetFileName(path)), overwrite: true);
                string first = outcome.IsTimeout ? "does not end" : outcome.Text.Split('\n')[0];
                return $"{first}; with waveform in {kept}: vvp tb {string.Join(' ', plus)}".TrimEnd();
            }

            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
