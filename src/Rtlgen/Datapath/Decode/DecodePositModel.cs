using System.Numerics;
using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_decode_p4</c>, <c>_p8</c> and <c>_p16</c>: one template, one module per posit format.</summary>
internal sealed class DecodePositModel(NumberFormat format)
    : ModuleModel($"xrnpe_decode_{FormatInfo.Of(format)}", $"Takes one {FormatInfo.Of(format)} code apart.")
{
    /// <inheritdoc/>
    public override string TemplateName => "xrnpe_decode_posit.v.sbn";

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.HasInput(format);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        FormatInfo info = FormatInfo.Of(format);
        script["format"] = script[info.Name];
        script["count_bits"] = BitOperations.Log2((uint)info.Bits);
    }
}
