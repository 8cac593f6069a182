using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The files beside the Verilog: for the tools that take it up, and for the software that talks to it.</summary>
internal static class InterfaceFiles
{
    /// <summary>The lint waivers of a unit in a configuration.</summary>
    public static IEnumerable<TemplateModel> Waivers(Unit unit, CoprocConfig config) => Of(unit).Where(model => model is ClockGateWaiverModel && model.IsNeeded(config));

    /// <summary>The files of a unit; only the co-processor has registers.</summary>
    public static IEnumerable<TemplateModel> Of(Unit unit)
    {
        yield return new FileListModel(unit);
        yield return new FuseSocModel(unit);
        if (unit != Unit.Rmmec) yield return new ClockGateWaiverModel();
        if (unit != Unit.Coproc) yield break;
        yield return new PackageModel();
        yield return new RegistersModel("xrnpe_regs.h", "Registers, descriptor layout and error codes for C.");
        yield return new RegistersModel("xrnpe_regs.svh", "Registers, descriptor layout and error codes for SystemVerilog test benches.");
        yield return new RegisterFilesModel("xrnpe.svd", "Registers as CMSIS-SVD.");
        yield return new RegisterFilesModel("xrnpe.rdl", "Registers as SystemRDL 2.0.");
        yield return new RegisterDocumentModel();
        foreach (Register register in RegisterMap.All) yield return new RegisterDrawingModel(register);
        yield return new DescriptorDrawingModel();
    }
}
