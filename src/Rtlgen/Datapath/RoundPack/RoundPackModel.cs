using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round_pack</c>: the rounder with its registers.</summary>
internal sealed class RoundPackModel() : ModuleModel("xrnpe_round_pack", "Rounds a normalised value to an output code.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        script["normal_register"] = config.PipelineShape.Normal;
        script["shifted_register"] = config.PipelineShape.Shifted;
        script["result_register"] = config.PipelineShape.Result;
        var stage = new ScriptArray();
        void Add(string name, int width) => stage.Add(new ScriptObject { ["name"] = name, ["width"] = width });
        Add("nar", 1);
        Add("zero", 1);
        Add("sign", 1);
        Add("exponent", OutputShape.ExponentBits);
        Add("fraction", OutputShape.FractionBits);
        Add("sticky", 1);
        Add("output_format", 3);
        script["stage"] = stage;
    }
}
