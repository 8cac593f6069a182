using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_round</c>, in C# <see cref="Arith.RoundPack"/>.</summary>
internal sealed class RoundModel() : ModuleModel(
    "xrnpe_round", "The one rounding: to nearest, ties to even, of a normalised value to any of the output formats, with one shifter and one adder.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        script["shifted_register"] = config.PipelineShape.Shifted;
        var stage = new ScriptArray();
        void Add(string name, int width, string source) => stage.Add(new ScriptObject { ["name"] = name, ["width"] = width, ["source"] = source });
        Add("pattern", 31, "pattern_d");
        Add("guard", 1, "guard_d");
        Add("below_rest", 1, "rest");
        Add("negate", 1, "negate_d");
        Add("infinite", 1, "infinite_d");
        if (config.HasOutput(NumberFormat.Fp4))
        {
            Add("fp4_top", 1, "fp4_top_d");
        }

        if (config.Formats.Any(f => f != NumberFormat.Fp4)) Add("posit", 1, "~ieee");
        Add("sign", 1, "sign_i");
        Add("zero", 1, "zero_i");
        Add("nar", 1, "nar_i");
        Add("output_format", 3, "output_format_i");
        script["stage"] = stage;
    }
}
