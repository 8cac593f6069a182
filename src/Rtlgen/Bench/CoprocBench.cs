using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// A smoke test of <c>xrnpe_coproc</c> in plain Verilog, for an integrator's own simulator: every register through the AXI4-Lite slave. Jobs are
/// tested from C# and from C, where the memory is.
/// </summary>
public static class CoprocBench
{
    /// <summary>Name of the bench and its top module.</summary>
    public const string Top = "xrnpe_coproc_tb";

    /// <summary>The bench, in the folder <c>tb/</c> beside the unit's files; only the co-processor has this one.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IEnumerable<GeneratedFile> InFolder(CoprocConfig config, Unit unit)
    {
        if (unit != Unit.Coproc) yield break;
        GeneratedFile file = Renderer.Module(new CoprocTestBenchModel(), ConfigValidator.Validate(config), unit);
        yield return file with { Path = "tb/" + file.Path };
    }
}
