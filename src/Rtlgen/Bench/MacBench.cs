using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// The self-checking test bench of <c>xrnpe_mac</c>: what <c>xrnpe generate --unit mac</c> writes beside the synthesizable Verilog. It runs in
/// plain Icarus Verilog, and none of it is in the unit's own file list.
/// </summary>
public static class MacBench
{
    /// <summary>Name of the bench, its top module and its file list.</summary>
    public const string Top = "xrnpe_mac_tb";

    /// <summary>The MAC with its checker: the ports of <c>xrnpe_mac</c>, and <c>failed_o</c>.</summary>
    public const string Checked = "xrnpe_mac_checked";

    private const string Folder = "tb";

    /// <summary>Cycles of the sequence that is written with the Verilog, by slice: short enough to look at, and for Icarus, which is slow on many slices.</summary>
    private const int ExampleCycles = 1200;

    /// <summary>The files of a unit's bench, sorted by path; only the MAC has one.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IReadOnlyList<GeneratedFile> Generate(CoprocConfig config, Unit unit) =>
        unit == Unit.Mac ? Generate(config, MacSequence.Create(ConfigValidator.Validate(config), seed: 1, ExampleCycles / config.Slices)) : [];

    /// <summary>The same in a folder of its own, <c>tb/</c>, beside the unit's files: what a synthesis tool is given holds no bench.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IEnumerable<GeneratedFile> InFolder(CoprocConfig config, Unit unit)
    {
        var above = Rtlgen.Modules.Of(unit, config).Select(model => model.FileName).ToHashSet(StringComparer.Ordinal);
        foreach (GeneratedFile file in Generate(config, unit))
        {
            // The list names the unit's files where they are.
            string text = file.Path == Top + ".f" ? string.Join('\n', file.Text.Split('\n').Select(line => above.Contains(line) ? "../" + line : line)) : file.Text;
            yield return new GeneratedFile(Folder + "/" + file.Path, text);
        }
    }

    /// <summary><see cref="Checked"/> and what it needs beside the unit's own files.</summary>
    /// <param name="config">The configuration.</param>
    public static IEnumerable<GeneratedFile> Checkers(CoprocConfig config) => Modules.Select(model => Renderer.Module(model, config, Unit.Mac));

    /// <summary>The same with vectors of one's own.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="sequence">What the bench feeds and expects.</param>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IReadOnlyList<GeneratedFile> Generate(CoprocConfig config, MacSequence sequence)
    {
        ConfigValidator.Validate(config);
        ModuleModel[] modules = [.. Modules, new MacTestBenchModel(sequence)];
        string[] verilog = [.. Rtlgen.Modules.Of(Unit.Mac, config).Concat(modules).Select(m => m.FileName).Order(StringComparer.Ordinal)];
        TemplateModel[] others = [new BenchListModel(verilog), new WaveformModel(), new BenchReadmeModel()];
        return
        [
            .. modules.Select(model => Renderer.Module(model, config, Unit.Mac))
                .Concat(others.Select(model => Renderer.File(model, config, Unit.Mac)))
                .Concat(HexFiles.Of(sequence, config))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static ModuleModel[] Modules => [new MacCheckerModel(), new MacCheckedModel()];
}
