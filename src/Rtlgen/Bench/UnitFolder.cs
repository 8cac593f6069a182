using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>All that belongs into the folder of a unit: its files, and the benches in <c>tb/</c> beside them.</summary>
public static class UnitFolder
{
    /// <summary>The unit's files and benches, by their paths in the folder.</summary>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IEnumerable<GeneratedFile> Files(CoprocConfig config, Unit unit) => Generator.Generate(config, unit).Concat(Benches(config, unit));

    /// <summary>The benches alone; a unit has one or none.</summary>
    /// <exception cref="ConfigException">The configuration cannot be built.</exception>
    public static IEnumerable<GeneratedFile> Benches(CoprocConfig config, Unit unit) =>
        MacBench.InFolder(config, unit).Concat(CoprocBench.InFolder(config, unit));
}
