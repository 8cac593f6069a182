using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// Feeds <c>xrnpe.svd</c> (CMSIS-SVD) and <c>xrnpe.rdl</c> (SystemRDL 2.0): the register map for tools that generate drivers, debuggers' views and
/// documents of their own.
/// </summary>
internal sealed class RegisterFilesModel(string fileName, string purpose) : TemplateModel(fileName, purpose)
{
    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        RegisterDocScript.Populate(script, config);
        script["abi_version"] = $"{RegisterMap.AbiMajor}.{RegisterMap.AbiMinor}";
        script["map_bytes"] = 1 << RegisterMap.AddressBits;
        script["error_register"] = RegisterMap.Error.Name;
    }
}
