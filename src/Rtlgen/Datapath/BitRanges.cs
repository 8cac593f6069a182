using Scriban.Runtime;

namespace XrNpe.Rtlgen;

/// <summary>Masks as lists of bit ranges, so that a template can name the bits of a port that a configuration leaves unread.</summary>
internal static class BitRanges
{
    /// <summary>The runs of set bits of the low <paramref name="width"/> bits, highest first, each with <c>msb</c> and <c>lsb</c>.</summary>
    public static ScriptArray Of(uint mask, int width)
    {
        var ranges = new ScriptArray();
        for (int msb = width - 1; msb >= 0; msb--)
        {
            if ((mask >> msb & 1) == 0) continue;
            int lsb = msb;
            while (lsb > 0 && (mask >> (lsb - 1) & 1) != 0) lsb--;
            ranges.Add(new ScriptObject { ["msb"] = msb, ["lsb"] = lsb });
            msb = lsb;
        }

        return ranges;
    }
}
