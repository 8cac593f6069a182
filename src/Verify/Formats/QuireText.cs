using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Quires as messages write them.</summary>
internal static class QuireText
{
    /// <summary>NaR, or the sum in units of the quire's LSB.</summary>
    public static string Of(in Quire128 quire)
    {
        if (quire.IsNaR) return "NaR";

        // Not Int128.Abs, which throws at the most negative number.
        bool negative = Int128.IsNegative(quire.Sum);
        return $"{(negative ? "-" : "")}0x{(UInt128)(negative ? -quire.Sum : quire.Sum):x}";
    }
}
