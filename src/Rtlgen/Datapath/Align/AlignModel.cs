using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_align</c>, in C# <see cref="Arith.Align"/>.</summary>
internal sealed class AlignModel() : ModuleModel("xrnpe_align", "Places the lane products of one word in the quire's bits and adds them.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Exponents(config), Geometry.Pipeline(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["fine_register"] = config.PipelineShape.Fine;
        script["narrow"] = shape.Small || shape.Middle;
        script["split"] = shape.SplitLanes;
        script["stage"] = Stage(shape, config.PipelineShape.Fine);
        script["unused"] = Unused(shape);

    }

    /// <summary>What passes from the fine to the coarse half, by name and source.</summary>
    private static ScriptArray Stage(LaneShape shape, bool fineRegister)
    {
        var stage = new ScriptArray();
        void Add(string name, int width, string source) => stage.Add(new ScriptObject { ["name"] = name, ["width"] = width, ["source"] = source });

        bool narrow = shape.Small || shape.Middle;
        Add("sign_s", 1, "sign_i[3]");
        if (shape.Wide) Add("field_s", 58, "field_d");
        if (shape.Wide) Add("coarse_s", 2, "distance_wide_i[6:5]");
        if (shape.Wide && narrow) Add("wide_s", 1, "mode_p16");
        if (shape.Small && shape.Middle && !fineRegister) Add("small_s", 1, "mode_small");
        if (narrow) Add("low_sign_s", 1, "low_sign");

        // Without cells the lanes stand in p16's field: one register holds both.
        if (narrow && (shape.Cells || !shape.Wide))
        {
            Add("low_s", 27, "low_d");
            Add("high_s", 27, "high_d");
        }

        if (shape.Small)
        {
            if (fineRegister)
            {
                Add("second_s", 18, "second_d");
                Add("third_s", 18, "third_d");
                Add("second_sign_s", 1, "second_sign");
            }
            else
            {
                Add("pair_s", 19, "pair_d");
            }

            Add("pair_sign_s", 1, "third_sign");
        }

        return stage;
    }

    private static ScriptArray Unused(LaneShape shape)
    {
        var unused = new ScriptArray();
        void Add(string field, uint mask, int width)
        {
            foreach (object? range in BitRanges.Of(mask, width))
            {
                var r = (ScriptObject)range!;
                unused.Add($"{field}[{r["msb"]}:{r["lsb"]}]");
            }
        }

        Add("product_i", ~shape.ProductMask, LaneShape.ProductWidth);
        Add("sign_i", ~shape.SignMask, 4);
        bool narrow = shape.Small || shape.Middle;
        if (narrow && !shape.Small)
        {
            foreach (string field in shape.Cells ? new[] { "left_i", "right_i" } : ["distance_i"]) Add(field, 0x7fe0, 20);
        }

        if (!shape.Wide && narrow && !shape.Cells)
        {
            unused.Add("field_d[57:55]");
            unused.Add("field_d[27]");
        }
        return unused;
    }
}
