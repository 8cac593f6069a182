namespace XrNpe.Rtlgen;

/// <summary>The modules of the co-processor around the datapath, outermost first.</summary>
internal static class CoprocessorModules
{
    public static ModuleModel[] All { get; } =
    [
        new CoprocModel(), new AxilRegsModel(), new CountersModel(), new ControlModel(), new DescriptorModel(), new JobModel(), new PlanModel(), new LoaderModel(),
        new AxiReadModel(), new AxiWriteModel(), new OperandBufferModel(), new ChannelTableModel(), new IssueModel(), new ArrayModel(),
        new ShadowModel(), new DrainModel(), new OutUnitModel(),
    ];
}
