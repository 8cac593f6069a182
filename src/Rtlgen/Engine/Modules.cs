using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Which modules a unit is made of.</summary>
internal static class Modules
{
    private static readonly ModuleModel[] Rmmec = [new RmmecCellModel(), new RmmecModel()];

    private static readonly ModuleModel[] Datapath =
    [
        .. Rmmec,
        new DecodeModel(),
        new DecodeFp4Model(),
        new DecodePositModel(NumberFormat.P4),
        new DecodePositModel(NumberFormat.P8),
        new DecodePositModel(NumberFormat.P16),
        new AlignModel(),
        new AccumulateModel(),
        new PeModel(),
        new ScaleModel(),
        new NormalizeModel(),
        new RoundFp4Model(),
        new RoundPositModel(NumberFormat.P4),
        new RoundPositModel(NumberFormat.P8),
        new RoundPositModel(NumberFormat.P16),
        new RoundF32Model(),
        new RoundPackModel(),
        new OutputModel(),
    ];

    private static readonly ModuleModel[] Mac = [.. Datapath, new MacModel(), new MacLaneModel()];

    private static readonly ModuleModel[] Coprocessor = [.. CoprocessorModules.All, .. Datapath];

    public static IEnumerable<ModuleModel> Of(Unit unit, CoprocConfig config) => unit switch
    {
        Unit.Coproc => Coprocessor.Where(model => model.IsNeeded(config)),
        Unit.Mac => Mac.Where(model => model.IsNeeded(config)),
        Unit.Rmmec => Rmmec.Where(model => model.IsNeeded(config)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "not a unit"),
    };
}
