using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round_p4</c>, <c>_p8</c> and <c>_p16</c>: one template, one module per posit format.</summary>
internal sealed class RoundPositModel(NumberFormat format) : ModuleModel(
    $"xrnpe_round_{FormatInfo.Of(format)}",
    $"Rounds a normalised value to {FormatInfo.Of(format)}: nearest on the pattern, ties to even, never to 0 or NaR.")
{
    /// <inheritdoc/>
    public override string TemplateName => "xrnpe_round_posit.v.sbn";

    /// <inheritdoc/>
    public override bool IsNeeded(CoprocConfig config) => config.HasOutput(format);

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        FormatInfo info = FormatInfo.Of(format);
        OutputShape.Populate(script);
        script["format"] = script[info.Name];

        // A regime starts as 2 bits and grows to n - 1.
        script["shift_bits"] = Geometry.Bits(info.Bits - 3);
    }
}
