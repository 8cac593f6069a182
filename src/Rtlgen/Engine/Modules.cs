using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Which modules a unit is made of.</summary>
internal static class Modules
{
    private static readonly ModuleModel[] Rmmec =
    [
        new CompressModel(), new RmmecCellModel(), new RmmecCellExponentModel(), new RmmecGridModel(), new RmmecModel(),
    ];

    private static readonly ModuleModel[] Datapath =
    [
        .. Rmmec,
        new LeadingZerosModel(),
        new DecodeSmallModel(),
        new DecodeModel(),
        new OperandRegisterModel(),
        new ClockGateModel(),
        new AlignFineModel(),
        new AlignLaneModel(),
        new AlignWindowModel(),
        new AlignSumModel(),
        new AlignCoarseModel(),
        new AlignModel(),
        new AccumulateModel(),
        new PeModel(),
        new ResolveModel(),
        new ScaleModel(),
        new NormalizeModel(),
        new RoundModel(),
        new RoundPackModel(),
        new OutputModel(),
    ];

    private static readonly ModuleModel[] Mac = [.. Datapath, new MacModel(), new MacLaneModel()];

    private static readonly ModuleModel[] Coprocessor = [.. CoprocessorModules.All, new BiasModel(), new ActivateModel(), .. Datapath];

    public static IEnumerable<ModuleModel> Of(Unit unit, CoprocConfig config) => unit switch
    {
        Unit.Coproc => Coprocessor.Where(model => model.IsNeeded(config)),
        Unit.Mac => Mac.Where(model => model.IsNeeded(config) && (config.PipelineShape.Operand || model is not (OperandRegisterModel or ClockGateModel))),
        Unit.Rmmec => Rmmec.Where(model => model.IsNeeded(config)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "not a unit"),
    };
}
