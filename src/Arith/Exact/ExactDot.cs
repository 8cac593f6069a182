using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>
/// Dot products of any length, exact until the one rounding at their end, so the same for every order of the terms. NaR
/// anywhere gives NaR. Nothing here allocates.
/// </summary>
public static class ExactDot
{
    /// <summary>The dot product, rounded once to the type of the numbers. An empty one is 0.</summary>
    /// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged => Accumulate(left, right).Round();

    /// <summary>The dot product of two tensors of rank 1, whatever their strides, rounded once to the type of the numbers.</summary>
    /// <inheritdoc cref="Accumulate{T}(in ReadOnlyTensorSpan{T}, in ReadOnlyTensorSpan{T})"/>
    public static T Dot<T>(in ReadOnlyTensorSpan<T> left, in ReadOnlyTensorSpan<T> right)
        where T : unmanaged => Accumulate(left, right).Round();

    /// <summary>The dot product itself, to be rounded to any format, to float32 or to float64.</summary>
    /// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Quire<T> Accumulate<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged
    {
        Quire<T> quire = default;
        quire.AddProducts(left, right);
        return quire;
    }

    /// <summary>The dot product itself of two tensors of rank 1, whatever their strides.</summary>
    /// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
    /// <exception cref="ArgumentException">A tensor has another rank than 1, or the lengths differ.</exception>
    public static Quire<T> Accumulate<T>(in ReadOnlyTensorSpan<T> left, in ReadOnlyTensorSpan<T> right)
        where T : unmanaged
    {
        nint length = Length(left, nameof(left));
        nint rightLength = Length(right, nameof(right));
        if (length != rightLength)
        {
            throw new ArgumentException($"a dot product of {length} numbers with {rightLength}: the lengths must be equal", nameof(right));
        }

        Quire<T> quire = default;
        quire.AddProducts(
            ref Unsafe.AsRef(in left.GetPinnableReference()),
            left.Strides[0],
            ref Unsafe.AsRef(in right.GetPinnableReference()),
            right.Strides[0],
            length);
        return quire;
    }

    private static nint Length<T>(in ReadOnlyTensorSpan<T> tensor, string name) => tensor.Rank == 1
        ? tensor.Lengths[0]
        : throw new ArgumentException($"a dot product of a tensor of rank {tensor.Rank}: the rank must be 1", name);
}
