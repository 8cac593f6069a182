using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth;

/// <summary>Verilog to be synthesized.</summary>
/// <param name="Top">Its top module.</param>
/// <param name="Files">Its files.</param>
public sealed record Design(string Top, IReadOnlyList<GeneratedFile> Files)
{
    private const string Extension = ".v";

    /// <summary>
    /// Modules that stay modules when the design is flattened: a co-processor has many that are alike, and synthesizing each of them again
    /// takes hours and tells nothing.
    /// </summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>A unit of a configuration, or one module of it.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="top">The module; that of the unit when null.</param>
    public static Design Of(CoprocConfig config, Unit unit, string? top = null) => new(
        top ?? Generator.Top(unit),
        [.. Generator.Generate(config, unit).Where(file => file.Path.EndsWith(Extension, StringComparison.Ordinal))])
    {
        Repeated = unit == Unit.Coproc && top is null ? ["xrnpe_pe", "xrnpe_output", "xrnpe_decode", "xrnpe_operand_buffer"] : [],
    };
}
