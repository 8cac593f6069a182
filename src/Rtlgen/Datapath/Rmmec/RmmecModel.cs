using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_rmmec</c>, in C# <see cref="Arith.Rmmec"/>: grid and adder.</summary>
internal sealed class RmmecModel() : ModuleModel(
    "xrnpe_rmmec", "Multiplies the significands of all lanes in one grid of 2-bit cells, and says where their exponents put the products.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Exponents(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["partial_register"] = config.PipelineShape.Partial;
        script["distances"] = Distances(shape);
    }

    /// <summary>The outputs that say where products go, each with <c>name width meaning</c>.</summary>
    public static ScriptArray Distances(LaneShape shape)
    {
        var distances = new ScriptArray();
        void Add(string name, int width, string meaning) =>
            distances.Add(new ScriptObject { ["name"] = name, ["width"] = width, ["meaning"] = meaning });

        if (shape.Cells)
        {
            Add("left", 20, "slots of 5 bits: max(0, ea + eb), the left shift");
            Add("right", 20, "slots of 5 bits: max(0, -(ea + eb)), the right shift");
        }
        else if (shape.Small || shape.Middle)
        {
            Add("distance", 20, "slots of 5 bits: how far the product lies to the right");
        }

        if (shape.Wide) Add("distance_wide", 7, "the same of p16");
        return distances;
    }
}
