using System.Globalization;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_rmmec_grid</c>: the cells of the digits in use, and the tree that adds their rows.</summary>
internal sealed class RmmecGridModel() : ModuleModel(
    "xrnpe_rmmec_grid", "The multiplier's grid of 2-bit cells, with its sum in carry-save form, and what becomes of the exponents.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config), Geometry.Exponents(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        script["cell_classes"] = CellClasses(shape);

        var rows = new ScriptArray();
        var unusedRows = new ScriptArray();
        int width = 2 * shape.Digits;
        for (int row = 0; row < shape.Digits; row++)
        {
            foreach (string half in new[] { "lower", "upper" })
            {
                int shift = (2 * row) + (half == "upper" ? 1 : 0);
                if (shift >= shape.SignificandWidth)
                {
                    unusedRows.Add(string.Create(CultureInfo.InvariantCulture, $"{half}[{(width * (row + 1)) - 1}:{width * row}]"));
                    continue;
                }

                int above = LaneShape.ProductWidth - shift - width;
                string low = $"{half}[{(width * row) + Math.Min(width, LaneShape.ProductWidth - shift) - 1}:{width * row}]";
                string text = string.Create(CultureInfo.InvariantCulture, $"{(above > 0 ? $"{above}'d0, " : "")}{low}{(shift > 0 ? $", {shift}'d0" : "")}");
                rows.Add(new ScriptObject
                {
                    ["name"] = string.Create(CultureInfo.InvariantCulture, $"row_{shift}"),
                    ["text"] = text.Contains(',', StringComparison.Ordinal) ? "{" + text + "}" : text,
                });
            }
        }

        script["rows_in"] = rows;
        script["unused_rows"] = unusedRows;
        CompressorTree.Populate(script, rows.Select(row => (string)((ScriptObject)row!)["name"]!));

        var unused = new ScriptArray();
        void Unused(string field, uint mask, int bits)
        {
            foreach (object? range in BitRanges.Of(mask, bits))
            {
                var r = (ScriptObject)range!;
                unused.Add($"{field}[{r["msb"]}:{r["lsb"]}]");
            }
        }

        Unused("significand_i", ~((1u << shape.SignificandWidth) - 1), LaneShape.SignificandBits);
        Unused("exponent_i", ~shape.ExponentMask, LaneShape.ExponentBits);
        script["unused_operand"] = unused;
    }

    /// <summary>Which operands a cell takes, by the modes that multiply with it: the first condition that holds; the last has none.</summary>
    private static ScriptArray CellClasses(LaneShape shape)
    {
        var classes = new ScriptArray();
        void Add(string condition, string label, string operand) => classes.Add(new ScriptObject
        {
            ["condition"] = condition,
            ["label"] = label,
            ["operand"] = operand,
        });

        if (shape.Small) Add("IN_SMALL", "own", "significand_i");
        if (shape.Middle) Add("IN_GROUP", "group", "group");
        if (shape.Wide) Add("", "wide", "wide");
        else Add("", "dark", "");
        return classes;
    }
}
