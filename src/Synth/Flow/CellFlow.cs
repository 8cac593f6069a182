using System.Globalization;

namespace XrNpe.Synth;

/// <summary>Runs the standard-cell flow once.</summary>
internal sealed class CellFlow(CellLibrary library, TimeSpan limit, CancellationToken cancellation)
{
    private const string ScriptName = "flow.ys";

    private static readonly string[] Maps = ["full_adder.v", "full_adder_gates.v", "full_adder_simplify.v", "fa_cells.v", "adder_ripple.v", "adder_prefix.v"];

    /// <summary>A design without its hierarchy.</summary>
    public CellFigures Flat(Design design, Variant variant)
    {
        using var folder = new WorkFolder();
        Dictionary<string, ModuleCounts> modules = Run(folder, design, variant, flatten: true);
        Dictionary<string, int> cells = CellCounts.Total(modules, design.Top);
        double area = Area(cells, modules);
        (Timing? timing, string problem) = Measure(folder, design.Top);
        return new CellFigures(
            variant.Mode, variant.Name, area, area / library.Gate.Area, FlipFlops(cells),
            library.FullAdder is { } adder ? cells.GetValueOrDefault(adder.Cell.Name) : 0, cells, timing, problem, folder.Read(YosysScript.Netlist));
    }

    /// <summary>A design module by module, each without what it instantiates; its bits of memory; its netlist.</summary>
    public (List<ModuleFigures> Modules, long MemoryBits, string Netlist) ByModule(Design design)
    {
        using var folder = new WorkFolder();
        Dictionary<string, ModuleCounts> modules = Run(folder, design, Variant.Of(SynthesisMode.Area, SynthesisEffort.Normal)[0], flatten: false);
        var figures = new Dictionary<string, ModuleFigures>(StringComparer.Ordinal);
        foreach ((string name, int instances) in CellCounts.Instances(modules, design.Top))
        {
            Dictionary<string, int> cells = modules[name].Cells;
            string source = CellCounts.SourceName(name);
            ModuleFigures before = figures.GetValueOrDefault(source) ?? new ModuleFigures(source, 0, 0, 0, 0, null, null);
            double area = before.Area + (instances * Area(cells, modules));
            figures[source] = new ModuleFigures(
                source, before.Instances + instances, area, area / library.Gate.Area, before.FlipFlops + (instances * FlipFlops(cells)), null, null);
        }

        Dictionary<string, ModuleCounts> early = CellCounts.Read(folder.Read(YosysScript.EarlyStatistics));
        long bits = CellCounts.Instances(early, design.Top).Sum(module => module.Value * early[module.Key].MemoryBits);
        return ([.. figures.Values.OrderByDescending(module => module.Area).ThenBy(module => module.Name, StringComparer.Ordinal)], bits, folder.Read(YosysScript.Netlist));
    }

    /// <summary>A circuit that cannot be timed is still a circuit: OpenSTA wants more of a Liberty file than mapping does.</summary>
    private (Timing? Timing, string Problem) Measure(WorkFolder folder, string top)
    {
        const string NotMeasured = "not measured: ";
        if (!SynthesisTool.Sta.IsInstalled) return (null, $"{NotMeasured}sta is not installed (apt-get install {SynthesisTool.Sta.Package})");
        try
        {
            return (StaticTiming.Measure(folder, top, limit, cancellation), "");
        }
        catch (SynthesisFailedException e)
        {
            return (null, NotMeasured + e.Message);
        }
    }

    private Dictionary<string, ModuleCounts> Run(WorkFolder folder, Design design, Variant variant, bool flatten)
    {
        Prepare(folder, design);
        File.CreateSymbolicLink(folder.PathOf(YosysScript.Liberty), Path.GetFullPath(library.Path));
        foreach (string map in Maps) folder.Write(map, Techmaps.Read(map));
        if (library.FullAdder is { } adder) folder.Write("full_adder_cell.v", Techmaps.Onto(adder));
        if (library.Driver is { } driver) folder.Write(YosysScript.Constraints, $"set_driving_cell {driver.Name}\nset_load 10\n");
        try
        {
            Execute(folder, YosysScript.Cells(design, variant, library, flatten), limit, cancellation);
        }
        catch (SynthesisFailedException)
        {
            // What ends again is no fault of the script.
            Execute(folder, YosysScript.Cells(design, variant with { Script = AbcScripts.Careful(variant.Script) }, library, flatten), limit, cancellation);
        }

        return CellCounts.Read(folder.Read(YosysScript.Statistics));
    }

    /// <summary>Writes the sources of a design.</summary>
    public static void Prepare(WorkFolder folder, Design design)
    {
        foreach (var file in design.Files) folder.Write(Path.Combine(YosysScript.Sources, file.Path), file.Text);
    }

    /// <summary>Runs yosys.</summary>
    /// <exception cref="SynthesisFailedException">It failed.</exception>
    public static void Execute(WorkFolder folder, string script, TimeSpan limit, CancellationToken cancellation)
    {
        folder.Write(ScriptName, script);
        ToolOutcome outcome = SynthesisTool.Yosys.Run(folder.Path, ["-q", "-s", ScriptName], limit, cancellation);
        if (outcome.ExitCode != 0) throw new SynthesisFailedException(SynthesisTool.Yosys.Program, outcome.Problem);
    }

    private int FlipFlops(Dictionary<string, int> cells) => cells.Where(cell => library.Cells.TryGetValue(cell.Key, out LibraryCell? found) && found.IsFlipFlop).Sum(cell => cell.Value);

    private double Area(Dictionary<string, int> cells, Dictionary<string, ModuleCounts> modules)
    {
        double area = 0;
        foreach ((string type, int count) in cells)
        {
            if (library.Cells.TryGetValue(type, out LibraryCell? cell)) area += count * cell.Area;
            else if (type[0] == '$' && !modules.ContainsKey(type)) throw new SynthesisFailedException(
                SynthesisTool.Yosys.Program, string.Create(CultureInfo.InvariantCulture, $"{count} cells {type} have no counterpart in {library.Path}"));
        }

        return area;
    }
}
