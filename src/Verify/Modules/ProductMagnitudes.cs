using System.Numerics;
using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Every magnitude that the product of two p16 codes can be, each sum of exponents by itself.</summary>
internal sealed class ProductMagnitudes
{
    private const NumberFormat Format = NumberFormat.P16;

    private static readonly FormatInfo Info = FormatInfo.Of(Format);

    /// <summary>Significands by exponent, from −MaxExponent on; next to the ends are exponents that no code has.</summary>
    private readonly uint[][] _significands = Significands();

    /// <summary>How many sums of exponents there are.</summary>
    public int Exponents => (2 * _significands.Length) - 1;

    /// <summary>The magnitudes with one sum of exponents, in units of the product LSB, ascending.</summary>
    /// <param name="sum">Number of the sum: 0 for the least.</param>
    public IEnumerable<Int128> Of(int sum)
    {
        // Significand products have 26 bits: a bit for each that occurs.
        ulong[] occurs = new ulong[(1 << (2 * Info.SignificandBits)) / 64];
        for (int i = Math.Max(0, sum - _significands.Length + 1); i <= Math.Min(sum, _significands.Length - 1); i++)
        {
            foreach (uint a in _significands[i])
            {
                foreach (uint b in _significands[sum - i])
                {
                    uint product = a * b;
                    occurs[product / 64] |= 1ul << (int)(product % 64);
                }
            }
        }

        // The significands' LSBs lie below their leading bits; the least product is the LSB itself.
        int shift = sum - (2 * (Info.SignificandBits - 1));
        for (int word = 0; word < occurs.Length; word++)
        {
            for (ulong left = occurs[word]; left != 0; left &= left - 1)
            {
                Int128 product = (64 * word) + BitOperations.TrailingZeroCount(left);
                yield return shift >= 0 ? product << shift : product >> -shift;
            }
        }
    }

    private static uint[][] Significands()
    {
        ILookup<int, uint> byExponent = Enumerable.Range(1, (int)Info.NaRCode - 1)
            .Select(code => Decode.Code(Format, (uint)code))
            .ToLookup(value => value.Exponent, value => value.Significand);
        return [.. Enumerable.Range(-Info.MaxExponent, (2 * Info.MaxExponent) + 1).Select(exponent => byExponent[exponent].ToArray())];
    }
}
