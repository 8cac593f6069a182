using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Renders a configuration into files. The same configuration gives the same bytes, everywhere and always.</summary>
public static class Generator
{
    /// <summary>All files of a unit, sorted by path.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="unit">What to generate.</param>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IReadOnlyList<GeneratedFile> Generate(CoprocConfig config, Unit unit = Unit.Coproc)
    {
        ConfigValidator.Validate(config);

        // By itself the multiplier is one piece of logic; its register belongs to the pipeline it stands in.
        if (unit == Unit.Rmmec) config = config with { Pipeline = 0 };
        IEnumerable<GeneratedFile> modules = Modules.Of(unit, config).Select(model => Renderer.Module(model, config, unit));
        IEnumerable<GeneratedFile> interfaces = InterfaceFiles.Of(unit).Where(model => model.IsNeeded(config)).Select(model => Renderer.File(model, config, unit));
        return [.. modules.Concat(interfaces).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The top module of a unit.</summary>
    public static string Top(Unit unit) => $"xrnpe_{unit.ToString().ToLowerInvariant()}";
}
