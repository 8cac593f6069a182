using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_pe</c>.</summary>
internal sealed class PeModel() : ModuleModel("xrnpe_pe", "One processing element: multiply, align, accumulate, with one quire.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Slices(config), Geometry.Pipeline(config), Geometry.Quire(config), Geometry.Exponents(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        QuireShape.Populate(script, config);
        ScriptArray distances = RmmecModel.Distances(shape);
        script["distances"] = distances;
        script["split"] = shape.SplitLanes;
        script["partial_register"] = config.PipelineShape.Partial;
        script["product_register"] = config.PipelineShape.Product;
        script["fine_register"] = config.PipelineShape.Fine;
        script["addend_register"] = config.PipelineShape.Addend;
        script["latency"] = config.PipelineShape.ElementLatency;

        var stage = new ScriptArray();
        void Add(string name, int width, string source) => stage.Add(new ScriptObject { ["name"] = name, ["width"] = width, ["source"] = source });
        Add("product", LaneShape.ProductWidth * config.Slices, "product_d");
        foreach (object? distance in distances)
        {
            var d = (ScriptObject)distance!;
            Add((string)d["name"]!, (int)d["width"]! * config.Slices, $"{d["name"]}_d");
        }

        Add("sign", LaneShape.SignBits * config.Slices, "multiplied_sign");
        Add("format", 2, "multiplied_format");
        Add("first", 1, "multiplied_first");
        Add("nar", 1, "multiplied_nar");
        script["product_stage"] = stage;
    }
}
