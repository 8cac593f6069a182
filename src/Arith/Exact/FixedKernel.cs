using System.Numerics;
using System.Runtime.InteropServices;

namespace XrNpe.Arith;

/// <summary>An exact dot product of fixed-point integers of one width.</summary>
/// <typeparam name="T">The integer.</typeparam>
internal interface IFixedKernel<T>
{
    /// <summary>Narrows a value of <see cref="FixedPoint.Table"/>.</summary>
    static abstract T Narrow(long value);

    /// <summary>The exact sum of products of two equally long spans of at most <see cref="Quire128.MaxTerms"/> values.</summary>
    static abstract Int128 Dot(ReadOnlySpan<T> a, ReadOnlySpan<T> b);
}

/// <summary>fp4, p4 and p8: 13-bit values, 25-bit products, 40-bit sums.</summary>
internal readonly struct NarrowKernel : IFixedKernel<short>
{
    /// <summary>
    /// Vectors summed in 32-bit lanes before they must move on: each adds two products to a lane, 2·2^24 at the most, and
    /// 63·2^25 is below 2^31.
    /// </summary>
    private const int VectorsPerBlock = 63;

    /// <inheritdoc/>
    public static short Narrow(long value) => (short)value;

    /// <inheritdoc/>
    public static Int128 Dot(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        ReadOnlySpan<Vector<short>> aVectors = MemoryMarshal.Cast<short, Vector<short>>(a);
        ReadOnlySpan<Vector<short>> bVectors = MemoryMarshal.Cast<short, Vector<short>>(b);
        long sum = 0;
        for (int k = aVectors.Length * Vector<short>.Count; k < a.Length; k++) sum += a[k] * b[k];
        while (!aVectors.IsEmpty)
        {
            int block = Math.Min(aVectors.Length, VectorsPerBlock);
            sum += Block(aVectors[..block], bVectors[..block]);
            aVectors = aVectors[block..];
            bVectors = bVectors[block..];
        }

        return sum;
    }

    private static long Block(ReadOnlySpan<Vector<short>> a, ReadOnlySpan<Vector<short>> b)
    {
        Vector<int> products = Vector<int>.Zero;
        for (int k = 0; k < a.Length && k < b.Length; k++)
        {
            Vector.Widen(a[k], out Vector<int> aLow, out Vector<int> aHigh);
            Vector.Widen(b[k], out Vector<int> bLow, out Vector<int> bHigh);
            products += (aLow * bLow) + (aHigh * bHigh);
        }

        Vector.Widen(products, out Vector<long> low, out Vector<long> high);
        return Vector.Sum(low + high);
    }
}

/// <summary>p16: 58-bit values, 114-bit products, 128-bit sums.</summary>
internal readonly struct WideKernel : IFixedKernel<long>
{
    /// <inheritdoc/>
    public static long Narrow(long value) => value;

    /// <inheritdoc/>
    public static Int128 Dot(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        Int128 sum = Int128.Zero;
        for (int k = 0; k < a.Length && k < b.Length; k++) sum += Math.BigMul(a[k], b[k]);
        return sum;
    }
}
