namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_full_adder</c>: a module of its own, so that synthesis can put a library's full adder in its place.</summary>
internal sealed class FullAdderModel() : ModuleModel("xrnpe_full_adder", "Adds three bits.");
