using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace XrNpe.Arith;

/// <content>
/// What only generic code calls, once for all types: as <see cref="Half"/> hides these behind its interfaces, so do they.
/// </content>
[SuppressMessage("Design", "CA1033", Justification = "A number type that has its own answer redeclares the member.")]
public partial interface ICodedNumber<TSelf, TBits>
{
    static int INumberBase<TSelf>.Radix => 2;

    static TSelf IAdditiveIdentity<TSelf, TSelf>.AdditiveIdentity => TSelf.Zero;

    static TSelf IMultiplicativeIdentity<TSelf, TSelf>.MultiplicativeIdentity => TSelf.One;

    static bool INumberBase<TSelf>.IsCanonical(TSelf value) => true;

    static bool INumberBase<TSelf>.IsComplexNumber(TSelf value) => false;

    static bool INumberBase<TSelf>.IsImaginaryNumber(TSelf value) => false;

    static bool INumberBase<TSelf>.IsInfinity(TSelf value) => false;

    static bool INumberBase<TSelf>.IsNegativeInfinity(TSelf value) => false;

    static bool INumberBase<TSelf>.IsPositiveInfinity(TSelf value) => false;

    static bool INumberBase<TSelf>.IsZero(TSelf value) => value == TSelf.Zero;

    static bool INumberBase<TSelf>.IsNormal(TSelf value) =>
        TSelf.IsFinite(value) && value != TSelf.Zero && !TSelf.IsSubnormal(value);

    /// <summary>FP4's ±0.5, which has no leading one. A posit always has one.</summary>
    static bool INumberBase<TSelf>.IsSubnormal(TSelf value) =>
        !FormatInfo.Of(TSelf.Format).IsPosit && TSelf.Abs(value) == TSelf.MinPositive;

    static bool INumberBase<TSelf>.TryConvertFromChecked<TOther>(TOther value, out TSelf result) =>
        TryFrom(value, OutOfRange.Throws, out result);

    static bool INumberBase<TSelf>.TryConvertFromSaturating<TOther>(TOther value, out TSelf result) =>
        TryFrom(value, OutOfRange.Saturates, out result);

    static bool INumberBase<TSelf>.TryConvertFromTruncating<TOther>(TOther value, out TSelf result) =>
        TryFrom(value, OutOfRange.Saturates, out result);

    static bool INumberBase<TSelf>.TryConvertToChecked<TOther>(TSelf value, out TOther result) =>
        CodedConversions.TryTo(TSelf.Format, Code(value), OutOfRange.Throws, out result!);

    static bool INumberBase<TSelf>.TryConvertToSaturating<TOther>(TSelf value, out TOther result) =>
        CodedConversions.TryTo(TSelf.Format, Code(value), OutOfRange.Saturates, out result!);

    /// <summary>As in every float type of .NET, truncation is of the fraction: what is out of range saturates.</summary>
    static bool INumberBase<TSelf>.TryConvertToTruncating<TOther>(TSelf value, out TOther result) =>
        CodedConversions.TryTo(TSelf.Format, Code(value), OutOfRange.Saturates, out result!);

    private static bool TryFrom<TOther>(TOther value, OutOfRange imaginary, out TSelf result)
        where TOther : INumberBase<TOther>
    {
        bool known = CodedConversions.TryFrom(TSelf.Format, value, imaginary, out uint code);
        result = TSelf.FromBits(TBits.CreateTruncating(code));
        return known;
    }

    private static uint Code(TSelf value) => uint.CreateTruncating(value.ToBits());
}
