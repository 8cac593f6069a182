using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Quires as messages write them.</summary>
internal static class QuireText
{
    /// <summary>NaR, or the sum in units of the quire's LSB.</summary>
    public static string Of(in Quire128 quire) => quire.IsNaR ? "NaR" : $"{(Int128.IsNegative(quire.Sum) ? "-" : "")}0x{Int128.Abs(quire.Sum):x}";
}
