using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>
/// What every template may read: <c>rows cols slices data_width buffer_depth max_burst</c>, and <c>formats</c> and
/// <c>outputs</c>, the enabled input and output formats in code order, and <c>fp4 p4 p8 p16 f32</c>, each with its constants and <c>enabled</c>.
/// </summary>
internal static class CommonScript
{
    public static ScriptObject Create(CoprocConfig config)
    {
        var script = new ScriptObject
        {
            ["config_name"] = config.Name,
            ["rows"] = config.Rows,
            ["cols"] = config.Cols,
            ["slices"] = config.Slices,
            ["data_width"] = config.DataWidth,
            ["buffer_depth"] = config.BufferDepth,
            ["max_burst"] = config.MaxBurst,
        };

        var inputs = new ScriptArray();
        var outputs = new ScriptArray();
        foreach (FormatInfo info in FormatInfo.All)
        {
            ScriptObject format = Format(info, config.HasOutput(info.Format));
            script[info.Name] = format;
            if (config.HasInput(info.Format)) inputs.Add(format);
            if (config.HasOutput(info.Format)) outputs.Add(format);
        }

        script["formats"] = inputs;
        script["outputs"] = outputs;
        return script;
    }

    private static ScriptObject Format(FormatInfo info, bool enabled) => new()
    {
        ["name"] = info.Name,
        ["code"] = (int)info.Format,
        ["enabled"] = enabled,
        ["bits"] = info.Bits,
        ["es"] = info.ExponentSize,
        ["lanes"] = info.Lanes,
        ["significand_bits"] = info.SignificandBits,
        ["digits"] = LaneShape.FormatDigits(info),
        ["exponent_bits"] = LaneShape.FormatExponentBits(info),
        ["max_exponent"] = info.MaxExponent,
        ["is_posit"] = info.IsPosit,
        ["product_lsb_exponent"] = info.IsInput ? info.ProductLsbExponent : 0,
        ["nar_code"] = (long)info.NaRCode,
    };
}
