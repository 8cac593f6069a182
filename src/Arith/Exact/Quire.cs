using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>
/// An exact accumulator of values and products of one number type, for any number of terms. It is 192 bits wide, two's
/// complement, its LSB the product LSB of the format: room for 2^78 products of the largest Posit16 and more of the others. What
/// would leave it throws; it never wraps. NaR poisons it until <see cref="Clear"/>, NaR × 0 included. A struct that is changed
/// in place: copies are independent, <c>default</c> is empty, and nothing here allocates.
/// </summary>
/// <typeparam name="T"><see cref="Fp4"/>, <see cref="Posit4"/>, <see cref="Posit8"/> or <see cref="Posit16"/>.</typeparam>
public partial struct Quire<T> : IEquatable<Quire<T>>
    where T : unmanaged
{
    /// <summary>As in a posit and in the Posit Standard's quire, NaR is the lowest pattern, 1 and then zeros.</summary>
    private const long NaRCarries = long.MinValue;

    // The contents are _carries · 2^128 + _sum: one representation for every value, since _sum is signed. While _sum does
    // not overflow, which is always in practice, an addition touches nothing else.
    private Int128 _sum;
    private long _carries;

    /// <summary>A quire with the contents of the co-processor's, NaR included.</summary>
    /// <exception cref="ArgumentException">The other quire's format is not that of <typeparamref name="T"/>.</exception>
    public Quire(Quire128 contents)
    {
        if (contents.Format != CodeOf<T>.Format)
        {
            throw new ArgumentException($"a quire of {FormatInfo.Of(CodeOf<T>.Format)} cannot hold the contents of one of {FormatInfo.Of(contents.Format)}", nameof(contents));
        }

        _sum = contents.IsNaR ? Int128.Zero : contents.Sum;
        _carries = contents.IsNaR ? NaRCarries : 0;
    }

    /// <summary>True once any term held NaR.</summary>
    public readonly bool IsNaR => _carries == NaRCarries;

    /// <summary>True when the sum is exactly zero.</summary>
    public readonly bool IsZero => _carries == 0 && _sum == Int128.Zero;

    /// <summary>True when the sum is below zero, however little; false for NaR.</summary>
    public readonly bool IsNegative => !IsNaR && (_carries < 0 || (_carries == 0 && Int128.IsNegative(_sum)));

    /// <summary>True when the sum is above zero, however little; false for NaR.</summary>
    public readonly bool IsPositive => !IsNaR && !IsNegative && !IsZero;

    private static long One => 1L << (-FormatInfo.Of(CodeOf<T>.Format).ProductLsbExponent / 2);

    /// <summary>Empties the quire, also of NaR.</summary>
    public void Clear() => this = default;

    /// <summary>Adds a value.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    public void Add(T value)
    {
        uint code = CodeOf<T>.Get(value);
        AddProduct(CodeOf<T>.Value(code), One, CodeOf<T>.IsNaR(code));
    }

    /// <summary>Subtracts a value.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    public void Subtract(T value)
    {
        uint code = CodeOf<T>.Get(value);
        AddProduct(CodeOf<T>.Value(code), -One, CodeOf<T>.IsNaR(code));
    }

    /// <summary>Adds left · right. NaR in either is NaR, also when the other is 0.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(T left, T right)
    {
        uint a = CodeOf<T>.Get(left);
        uint b = CodeOf<T>.Get(right);
        AddProduct(CodeOf<T>.Value(a), CodeOf<T>.Value(b), CodeOf<T>.IsNaR(a) | CodeOf<T>.IsNaR(b));
    }

    /// <summary>Subtracts left · right. NaR in either is NaR, also when the other is 0.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    public void SubtractProduct(T left, T right)
    {
        uint a = CodeOf<T>.Get(left);
        uint b = CodeOf<T>.Get(right);
        AddProduct(-CodeOf<T>.Value(a), CodeOf<T>.Value(b), CodeOf<T>.IsNaR(a) | CodeOf<T>.IsNaR(b));
    }

    /// <summary>Adds another quire, so that a sum may be made in parts, in any order.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    public void Add(in Quire<T> other)
    {
        // By value, because a quire may be added to itself.
        (Int128 sum, long carries) = (other._sum, other._carries);
        if (other.IsNaR) SetNaR();
        if (IsNaR) return;
        Accumulate(sum, carries);
    }

    /// <summary>Subtracts another quire.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    public void Subtract(in Quire<T> other)
    {
        Quire<T> negated = other;
        negated.Negate();
        Add(negated);
    }

    /// <summary>Changes the sign of the sum; NaR stays NaR.</summary>
    /// <exception cref="OverflowException">The sum would leave the quire, which then stays as it was.</exception>
    public void Negate()
    {
        if (IsNaR) return;
        Quire<T> negated = default;

        // In two halves: −_sum need not fit, but what it is congruent to does, and the carry makes up for it.
        negated.Accumulate(unchecked(-_sum), -_carries);
        if (_sum == Int128.MinValue) negated.Accumulate(Int128.Zero, 1);
        this = negated;
    }

    /// <summary>Equality of contents; NaR equals NaR.</summary>
    public readonly bool Equals(Quire<T> other) => _carries == other._carries && _sum == other._sum;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Quire<T> other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_sum, _carries);

    /// <summary>Equality of contents; NaR equals NaR.</summary>
    public static bool operator ==(Quire<T> left, Quire<T> right) => left.Equals(right);

    /// <summary>Inequality of contents.</summary>
    public static bool operator !=(Quire<T> left, Quire<T> right) => !left.Equals(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddProduct(long left, long right, bool isNaR)
    {
        if (isNaR | IsNaR) SetNaR();
        else Accumulate(Math.BigMul(left, right), carries: 0);
    }

    /// <summary>Adds carries · 2^128 + term to a quire that is not NaR.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accumulate(Int128 term, long carries)
    {
        Int128 sum = unchecked(_sum + term);
        bool overflows = Int128.IsNegative((_sum ^ sum) & (term ^ sum));
        if (overflows | carries != 0) Carry(carries, overflows ? (Int128.IsNegative(term) ? -1 : 1) : 0);
        _sum = sum;
    }

    private void Carry(long carries, int fromSum)
    {
        Int128 total = (Int128)_carries + carries + fromSum;

        // One value less than a long has: the lowest is NaR.
        if (total > long.MaxValue || total <= NaRCarries)
        {
            throw new OverflowException($"the sum leaves the 192 bits of a quire of {FormatInfo.Of(CodeOf<T>.Format)}");
        }

        _carries = (long)total;
    }

    private void SetNaR()
    {
        _sum = Int128.Zero;
        _carries = NaRCarries;
    }
}
