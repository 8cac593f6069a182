namespace XrNpe.Synth;

/// <summary>A module in a design that is synthesized module by module, without what it instantiates, summed over its instances.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Instances">How often it is in the design.</param>
/// <param name="Area">Area in µm².</param>
/// <param name="GateEquivalents">Area in gate equivalents.</param>
/// <param name="FlipFlops">Flip-flops.</param>
/// <param name="FpgaLuts">LUTs on the FPGA; null when that run was not made or merged the module into others.</param>
/// <param name="FpgaFlipFlops">Flip-flops on the FPGA.</param>
public sealed record ModuleFigures(string Name, int Instances, double Area, double GateEquivalents, int FlipFlops, int? FpgaLuts, int? FpgaFlipFlops);

/// <summary>A flattened design in standard cells.</summary>
/// <param name="Mode">What it was optimized for.</param>
/// <param name="Variant">Which way through the flow gave it.</param>
/// <param name="Area">Area in µm².</param>
/// <param name="GateEquivalents">Area in gate equivalents.</param>
/// <param name="FlipFlops">Flip-flops.</param>
/// <param name="FullAdders">Full adders that are cells of the library.</param>
/// <param name="Cells">Cells by type.</param>
/// <param name="Timing">Its slowest paths; null when they are not measured.</param>
/// <param name="TimingProblem">Why they are not; empty when they are.</param>
/// <param name="Netlist">Its Verilog.</param>
public sealed record CellFigures(
    SynthesisMode Mode, string Variant, double Area, double GateEquivalents, int FlipFlops, int FullAdders, IReadOnlyDictionary<string, int> Cells, Timing? Timing,
    string TimingProblem, string Netlist);

/// <summary>A flattened design on an FPGA.</summary>
/// <param name="Luts">LUTs.</param>
/// <param name="FlipFlops">Flip-flops.</param>
/// <param name="Carries">Carry-chain primitives of 8 bits.</param>
/// <param name="Memories">Block and LUT memories.</param>
public sealed record FpgaFigures(int Luts, int FlipFlops, int Carries, int Memories);

/// <summary>What synthesis says of a design.</summary>
/// <param name="Top">Its top module.</param>
/// <param name="Library">Name of the cell library.</param>
/// <param name="Liberty">Its file.</param>
/// <param name="GateArea">Area of one gate equivalent in µm².</param>
/// <param name="GateCell">The cell that is one gate equivalent.</param>
/// <param name="FullAdderCell">The cell that adds three bits; null when the library has none.</param>
/// <param name="MemoryBits">Bits of memory, which no area contains.</param>
/// <param name="Modules">Its modules, largest first; empty when not asked for.</param>
/// <param name="Cells">The flattened design in standard cells, by mode.</param>
/// <param name="Fpga">The flattened design on an FPGA; null when not asked for.</param>
public sealed record SynthesisReport(
    string Top,
    string Library,
    string Liberty,
    double GateArea,
    string GateCell,
    string? FullAdderCell,
    long MemoryBits,
    IReadOnlyList<ModuleFigures> Modules,
    IReadOnlyList<CellFigures> Cells,
    FpgaFigures? Fpga)
{
    /// <summary>The figures of a mode; null when it was not run.</summary>
    public CellFigures? Of(SynthesisMode mode) => Cells.FirstOrDefault(figures => figures.Mode == mode);
}
