using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XrNpe.Arith;

/// <content>Whole dot products: codes looked up as integers, summed in blocks that cannot overflow.</content>
public partial struct Quire<T>
{
    /// <summary>Adds left[0] · right[0] + left[1] · right[1] + …; NaR anywhere is NaR.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="OverflowException">The sum would leave the quire, which then holds a part of it.</exception>
    public void AddProducts(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"a dot product of {left.Length} numbers with {right.Length}: the lengths must be equal", nameof(right));
        }

        AddProducts(ref MemoryMarshal.GetReference(left), 1, ref MemoryMarshal.GetReference(right), 1, left.Length);
    }

    /// <summary>Adds the products of numbers at given distances, in elements.</summary>
    internal void AddProducts(ref T left, nint leftStride, ref T right, nint rightStride, nint count)
    {
        while (count > 0 && !IsNaR)
        {
            // A block of the co-processor's longest job fits 128 bits, and one of a narrow format 64.
            int block = (int)nint.Min(count, Quire128.MaxTerms);
            bool isNaR = CodeOf<T>.IsWide
                ? WideSum(ref left, leftStride, ref right, rightStride, block, out Int128 sum)
                : NarrowSum(ref left, leftStride, ref right, rightStride, block, out sum);
            if (isNaR) SetNaR();
            else Accumulate(sum, carries: 0);

            count -= block;
            left = ref Unsafe.Add(ref left, block * leftStride);
            right = ref Unsafe.Add(ref right, block * rightStride);
        }
    }

    private static bool NarrowSum(ref T left, nint leftStride, ref T right, nint rightStride, int count, out Int128 sum)
    {
        long total = 0;
        bool isNaR = false;
        for (; count > 0; count--)
        {
            uint a = CodeOf<T>.Get(left);
            uint b = CodeOf<T>.Get(right);
            isNaR |= CodeOf<T>.IsNaR(a) | CodeOf<T>.IsNaR(b);
            total += CodeOf<T>.Value(a) * CodeOf<T>.Value(b);
            left = ref Unsafe.Add(ref left, leftStride);
            right = ref Unsafe.Add(ref right, rightStride);
        }

        sum = total;
        return isNaR;
    }

    private static bool WideSum(ref T left, nint leftStride, ref T right, nint rightStride, int count, out Int128 sum)
    {
        sum = Int128.Zero;
        bool isNaR = false;
        for (; count > 0; count--)
        {
            uint a = CodeOf<T>.Get(left);
            uint b = CodeOf<T>.Get(right);
            isNaR |= CodeOf<T>.IsNaR(a) | CodeOf<T>.IsNaR(b);
            sum += Math.BigMul(CodeOf<T>.Value(a), CodeOf<T>.Value(b));
            left = ref Unsafe.Add(ref left, leftStride);
            right = ref Unsafe.Add(ref right, rightStride);
        }

        return isNaR;
    }
}
