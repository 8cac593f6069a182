using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Which modules a unit is made of.</summary>
internal static class Modules
{
    private static readonly ModuleModel[] Rmmec = [];

    private static readonly ModuleModel[] Datapath = [.. Rmmec];

    private static readonly ModuleModel[] Mac = [.. Datapath];

    private static readonly ModuleModel[] Coprocessor = [.. CoprocessorModules.All, .. Datapath];

    public static IEnumerable<ModuleModel> Of(Unit unit, CoprocConfig config) => unit switch
    {
        Unit.Coproc => Coprocessor,
        Unit.Mac => Mac,
        Unit.Rmmec => Rmmec,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "not a unit"),
    };
}
