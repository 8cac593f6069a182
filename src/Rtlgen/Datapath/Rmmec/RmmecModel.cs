using System.Globalization;
using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_rmmec</c>: the grid of the digits in use, and its diagonals.</summary>
internal sealed class RmmecModel() : ModuleModel(
    "xrnpe_rmmec", "Multiplies the significands of all lanes in one grid of 2-bit cells and adds their exponents.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) => [Geometry.Formats(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);

        // Formats that use the same cells share a mode: fp4 and p4 do.
        var modes = new ScriptArray();
        foreach (IGrouping<int, FormatInfo> group in shape.Formats.GroupBy(LaneShape.FormatDigits))
        {
            var codes = new ScriptArray(group.Select(info => (object)(int)info.Format));
            modes.Add(new ScriptObject
            {
                ["name"] = string.Join('_', group.Select(f => f.Name)),
                ["names"] = new ScriptArray(group.Select(f => f.Name)),
                ["digits"] = group.Key,
                ["lanes"] = group.First().Lanes,
                ["codes"] = codes,
            });
        }

        script["modes"] = modes;
        script["diagonals"] = Diagonals(shape);
    }

    /// <summary>
    /// The grid's diagonals with at least one cell in use. The cells of a diagonal have weights 4 bits apart, so their products stand side by
    /// side: a diagonal is one number, and only the diagonals have to be added.
    /// </summary>
    private static ScriptArray Diagonals(LaneShape shape)
    {
        var diagonals = new ScriptArray();
        for (int offset = 0; offset < shape.Digits; offset++)
        {
            foreach (bool upper in offset == 0 ? [true] : new[] { true, false })
            {
                var cells = new ScriptArray();
                bool used = false;
                for (int step = shape.Digits - 1 - offset; step >= 0; step--)
                {
                    int row = upper ? step : step + offset;
                    int column = upper ? step + offset : step;
                    used |= shape.Formats.Any(f => LaneShape.Uses(f, row, column));
                    cells.Add((shape.Digits * row) + column);
                }

                if (!used) continue;
                string name = (upper ? "upper_" : "lower_") + offset.ToString(CultureInfo.InvariantCulture);
                diagonals.Add(new ScriptObject { ["name"] = name, ["offset"] = offset, ["cells"] = cells });
            }
        }

        return diagonals;
    }
}
