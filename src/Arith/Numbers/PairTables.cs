using System.Numerics;

namespace XrNpe.Arith;

/// <summary>
/// Results by pairs of codes, for the types of at most 8 bits: made from <see cref="Scalar"/> on first use, and ten times as
/// fast. A pair's index is the left code above the right one.
/// </summary>
internal static class PairTables<TNumber, TBits>
    where TNumber : struct, ICodedNumber<TNumber, TBits>
    where TBits : unmanaged, IUnsignedNumber<TBits>
{
    public static readonly byte[] Products = Tabulate(Scalar.Multiply);
    public static readonly byte[] Sums = Tabulate(Scalar.Add);

    private static byte[] Tabulate(Func<NumberFormat, uint, uint, uint> operation)
    {
        NumberFormat format = TNumber.Format;
        FormatInfo info = FormatInfo.Of(format);
        return [.. Enumerable.Range(0, 1 << (2 * info.Bits)).Select(pair => (byte)operation(format, (uint)pair >> info.Bits, (uint)pair & info.Mask))];
    }
}
