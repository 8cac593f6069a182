using System.Numerics;

namespace XrNpe.Arith;

/// <summary>
/// What the engine's number types have in common. Every operation computes exactly and rounds once, as
/// <see cref="Scalar"/> says; the order is total: NaR equals itself and comes below everything. Generic code sees NaR as its
/// NaN: <c>IsNaN</c> is true for it, and it goes through <c>Max</c> and <c>Min</c> as NaN does.
/// </summary>
/// <typeparam name="TSelf">The number type.</typeparam>
/// <typeparam name="TBits">The unsigned integer that holds its code.</typeparam>
public partial interface ICodedNumber<TSelf, TBits> :
    INumber<TSelf>,
    ISignedNumber<TSelf>,
    IMinMaxValue<TSelf>,
    IRootFunctions<TSelf>
    where TSelf : struct, ICodedNumber<TSelf, TBits>
    where TBits : unmanaged, IUnsignedNumber<TBits>
{
    /// <summary>The format of the codes.</summary>
    static abstract NumberFormat Format { get; }

    /// <summary>The smallest positive value.</summary>
    static abstract TSelf MinPositive { get; }

    /// <summary>The number with a given code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is wider than the format.</exception>
    static abstract TSelf FromBits(TBits bits);

    /// <summary>The code.</summary>
    TBits ToBits();

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>Rounds a float, once. ±Inf and NaN are NaR in a posit; ±Inf is ±6 in FP4.</summary>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it.</exception>
    static abstract explicit operator TSelf(float value);

    /// <summary>Rounds a double, once. ±Inf and NaN are NaR in a posit; ±Inf is ±6 in FP4.</summary>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it.</exception>
    static abstract explicit operator TSelf(double value);

    /// <summary>The exact value; NaR is NaN.</summary>
    static abstract explicit operator float(TSelf value);

    /// <summary>The exact value; NaR is NaN.</summary>
    static abstract explicit operator double(TSelf value);
}
