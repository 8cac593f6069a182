using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Codes to doubles, exactly: every value of every format is one. NaR is NaN.</summary>
public static class CodeValue
{
    private static readonly double[][] Tables = [.. FormatInfo.Inputs.Select(Table)];

    /// <summary>The value of a code.</summary>
    public static double Of(NumberFormat format, uint code) =>
        format == NumberFormat.F32 ? BitConverter.UInt32BitsToSingle(code) : Tables[(int)format][code & FormatInfo.Of(format).Mask];

    private static double[] Table(FormatInfo info)
    {
        double[] table = new double[1 << info.Bits];
        for (uint code = 0; code < table.Length; code++)
        {
            Unpacked u = Decode.Code(info.Format, code);
            double magnitude = Math.ScaleB(u.Significand, u.Exponent - (info.SignificandBits - 1));
            table[code] = u.IsNaR ? double.NaN : u.Sign ? -magnitude : magnitude;
        }

        return table;
    }
}
