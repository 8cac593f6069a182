using System.Globalization;

namespace XrNpe.Vio;

/// <summary>Integers from a file, checked to be codes of a format.</summary>
public static class CodeRange
{
    /// <summary>The codes in <paramref name="tensor"/>.</summary>
    /// <param name="name">What the tensor is called in messages.</param>
    /// <param name="tensor">A tensor of integers.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="bits">Width of its codes.</param>
    /// <exception cref="InputException">An element is not a code.</exception>
    public static ulong[] Check(string name, NumericTensor tensor, string format, int bits)
    {
        long[] integers = tensor.Integers ?? throw new InvalidOperationException("a tensor of values has no codes");
        ulong largest = ulong.MaxValue >> (64 - bits);
        ulong[] codes = new ulong[integers.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if ((integers[i] < 0 && !tensor.IsUnsigned64) || (ulong)integers[i] > largest)
            {
                string value = tensor.IsUnsigned64
                    ? ((ulong)integers[i]).ToString(CultureInfo.InvariantCulture)
                    : integers[i].ToString(CultureInfo.InvariantCulture);
                throw new InputException(
                    $"{name}{tensor.ElementText(i)} is {value} ({tensor.Source}): an integer dtype holds codes, and those of {format} are 0 to {largest}; save values with a float dtype");
            }

            codes[i] = (ulong)integers[i];
        }

        return codes;
    }
}
