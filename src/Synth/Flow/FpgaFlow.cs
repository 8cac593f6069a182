namespace XrNpe.Synth;

/// <summary>Runs yosys' flow for Xilinx UltraScale+.</summary>
internal sealed class FpgaFlow(TimeSpan limit, CancellationToken cancellation)
{
    /// <summary>A design without its hierarchy.</summary>
    public FpgaFigures Flat(Design design)
    {
        Dictionary<string, int> cells = CellCounts.Total(Run(design, flatten: true), design.Top);
        return new FpgaFigures(Luts(cells), FlipFlops(cells), Sum(cells, "CARRY"), Sum(cells, "RAM"));
    }

    /// <summary>LUTs and flip-flops of each module, summed over its instances.</summary>
    public Dictionary<string, (int Luts, int FlipFlops)> ByModule(Design design)
    {
        Dictionary<string, ModuleCounts> modules = Run(design, flatten: false);
        var figures = new Dictionary<string, (int Luts, int FlipFlops)>(StringComparer.Ordinal);
        foreach ((string name, int instances) in CellCounts.Instances(modules, design.Top))
        {
            string source = CellCounts.SourceName(name);
            (int luts, int flipFlops) = figures.GetValueOrDefault(source);
            figures[source] = (luts + (instances * Luts(modules[name].Cells)), flipFlops + (instances * FlipFlops(modules[name].Cells)));
        }

        return figures;
    }

    private static int Luts(Dictionary<string, int> cells) => Sum(cells, "LUT") + Sum(cells, "SRL");

    private static int FlipFlops(Dictionary<string, int> cells) => Sum(cells, "FD");

    private static int Sum(Dictionary<string, int> cells, string prefix) => cells.Where(cell => cell.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(cell => cell.Value);

    private Dictionary<string, ModuleCounts> Run(Design design, bool flatten)
    {
        using var folder = new WorkFolder();
        CellFlow.Prepare(folder, design);
        CellFlow.Execute(folder, YosysScript.Fpga(design, flatten), limit, cancellation);
        return CellCounts.Read(folder.Read(YosysScript.Statistics));
    }
}
