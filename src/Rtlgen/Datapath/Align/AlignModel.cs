using Scriban.Runtime;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Feeds <c>xrnpe_align</c>, in C# <see cref="Align"/>.</summary>
internal sealed class AlignModel() : ModuleModel("xrnpe_align", "Places lane products in the quire's bits and adds the lanes of all slices.")
{
    /// <inheritdoc/>
    public override IEnumerable<HeaderParameter> Parameters(CoprocConfig config) =>
        [Geometry.Formats(config), Geometry.Slices(config)];

    /// <inheritdoc/>
    public override void Populate(ScriptObject script, CoprocConfig config)
    {
        var shape = new LaneShape(config);
        shape.Populate(script);
        var windows = new ScriptArray();
        if (shape.Small) windows.Add(SmallWindow(config));
        if (shape.Middle) windows.Add(Window(FormatInfo.Of(NumberFormat.P8)));
        if (shape.Wide) windows.Add(Window(FormatInfo.Of(NumberFormat.P16)));
        script["windows"] = windows;
        script["unused_product"] = BitRanges.Of(~shape.ProductMask, 28);
    }

    /// <summary>
    /// A window whose top is the product at the largest exponent sum; an arithmetic right shift by that sum less the lane's puts a product in its
    /// place. What the shift drops is zero, because every value is a multiple of the smallest one.
    /// </summary>
    private static ScriptObject Window(FormatInfo info)
    {
        int largestShift = LeftShift(info) + (2 * info.MaxExponent);
        ScriptObject window = Common(info, LaneShape.ProductBits(info));
        window["shifts_right"] = true;
        window["base"] = 2 * info.MaxExponent;
        window["zeros"] = largestShift;
        window["width"] = LaneShape.ProductBits(info) + 1 + largestShift;
        return window;
    }

    /// <summary>The window of fp4 and p4: every product is shifted left, so there is nothing below it to drop.</summary>
    private static ScriptObject SmallWindow(CoprocConfig config)
    {
        FormatInfo fp4 = FormatInfo.Of(NumberFormat.Fp4);
        FormatInfo p4 = FormatInfo.Of(NumberFormat.P4);
        bool hasFp4 = config.HasInput(NumberFormat.Fp4);
        bool hasP4 = config.HasInput(NumberFormat.P4);
        ScriptObject window = Common(hasFp4 ? fp4 : p4, LaneShape.ProductBits(hasFp4 ? fp4 : p4));
        int Reach(FormatInfo info) => LaneShape.ProductBits(info) + LeftShift(info) + (2 * info.MaxExponent);
        window["name"] = "small";
        window["shifts_right"] = false;
        window["base_fp4"] = LeftShift(fp4);
        window["base_p4"] = LeftShift(p4);
        window["has_fp4"] = hasFp4;
        window["has_p4"] = hasP4;
        window["width"] = 1 + Math.Max(hasFp4 ? Reach(fp4) : 0, hasP4 ? Reach(p4) : 0);
        return window;
    }

    private static ScriptObject Common(FormatInfo info, int productBits) => new()
    {
        ["name"] = info.Name,
        ["code"] = (int)info.Format,
        ["lanes"] = info.Lanes,
        ["pitch"] = 4 * LaneShape.FormatDigits(info),
        ["product_bits"] = productBits,
        ["is_wide"] = info.Format == NumberFormat.P16,
        ["exponent_bits"] = LaneShape.FormatExponentBits(info) + 1,
    };

    /// <summary>The left shift of a product whose exponents sum to 0; negative for the wider formats.</summary>
    private static int LeftShift(FormatInfo info) => -(2 * (info.SignificandBits - 1)) - info.ProductLsbExponent;
}
