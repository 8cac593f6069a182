namespace XrNpe.Rtlgen;

/// <summary>The modules of the co-processor around the datapath, outermost first.</summary>
internal static class CoprocessorModules
{
    public static ModuleModel[] All { get; } =
    [
        new CoprocModel(), new AxilRegsModel(), new CountersModel(), new SequencerModel(), new DescriptorModel(), new AxiReadModel(),
        new AxiWriteModel(), new OperandBufferModel(), new ArrayModel(), new DrainModel(),
    ];
}
