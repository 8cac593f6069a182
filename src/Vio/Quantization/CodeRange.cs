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
        ulong[] codes = new ulong[integers.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (!Holds(integers[i], tensor.IsUnsigned64, bits)) throw Outside(name + tensor.ElementText(i), tensor.Source, integers[i], tensor.IsUnsigned64, format, bits);
            codes[i] = (ulong)integers[i];
        }

        return codes;
    }

    /// <summary>True when an integer is a code of so many bits.</summary>
    internal static bool Holds(long integer, bool unsigned64, int bits) => (integer >= 0 || unsigned64) && (ulong)integer <= Largest(bits);

    /// <summary>What is said of an integer that is not.</summary>
    internal static InputException Outside(string where, string source, long integer, bool unsigned64, string format, int bits)
    {
        string value = unsigned64 ? ((ulong)integer).ToString(CultureInfo.InvariantCulture) : integer.ToString(CultureInfo.InvariantCulture);
        return new InputException(
            $"{where} is {value} ({source}): an integer dtype holds codes, and those of {format} are 0 to {Largest(bits)}; save values with a float dtype");
    }

    private static ulong Largest(int bits) => ulong.MaxValue >> (64 - bits);
}
