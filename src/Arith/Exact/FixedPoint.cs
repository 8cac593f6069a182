namespace XrNpe.Arith;

/// <summary>
/// Every code of a format as a fixed-point integer in units of its smallest positive value, so that the product of two is in
/// units of the quire's LSB. At most 5, 9, 13 and 58 bits with the sign, for fp4, p4, p8 and p16.
/// </summary>
internal static class FixedPoint
{
    private static readonly Lazy<long[]>[] Tables = [.. FormatInfo.Inputs.Select(info => new Lazy<long[]>(() => Build(info)))];

    /// <summary>Values by code; 0 for NaR, which must be found by its code.</summary>
    public static long[] Table(NumberFormat format) => Tables[(int)format].Value;

    private static long[] Build(FormatInfo info)
    {
        // Align.Value counts in units of the product's LSB, the square of the smallest value.
        int squared = -info.ProductLsbExponent / 2;
        var table = new long[1 << info.Bits];
        for (uint code = 0; code < table.Length; code++)
        {
            table[code] = (long)(Align.Value(info.Format, Decode.Code(info.Format, code)) >> squared);
        }

        return table;
    }
}
