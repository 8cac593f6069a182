using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>A 16-bit posit with one exponent bit: ±2^-28 … ±2^28, 0 and NaR, up to 13 significant bits.</summary>
public readonly partial struct Posit16 : ICodedNumber<Posit16, ushort>
{
    private readonly ushort _bits;

    private Posit16(uint code) => _bits = (ushort)code;

    /// <inheritdoc/>
    public static NumberFormat Format => NumberFormat.P16;

    /// <inheritdoc/>
    public static Posit16 Zero => new(0x0000); // 0

    /// <inheritdoc/>
    public static Posit16 One => new(0x4000); // 1

    /// <inheritdoc/>
    public static Posit16 NegativeOne => new(0xc000); // -1

    /// <inheritdoc/>
    public static Posit16 MinPositive => new(0x0001); // 3.725290298461914E-09

    /// <inheritdoc/>
    public static Posit16 MaxValue => new(0x7fff); // 268435456

    /// <inheritdoc/>
    public static Posit16 MinValue => new(0x8001); // -268435456

    /// <inheritdoc/>
    public static Posit16 E => new(0x55bf); // 2.71826171875

    /// <inheritdoc/>
    public static Posit16 Pi => new(0x5922); // 3.1416015625

    /// <inheritdoc/>
    public static Posit16 Tau => new(0x6491); // 6.283203125

    /// <summary>Not a real: what has no real value, and whatever it touches.</summary>
    public static Posit16 NaR => new(0x8000); // NaR

    /// <summary>Orders as the values do: the code as a signed number.</summary>
    private int Order => (short)_bits;

    /// <inheritdoc/>
    public static Posit16 FromBits(ushort bits) => new(bits);

    /// <inheritdoc/>
    public ushort ToBits() => _bits;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit16 operator +(Posit16 left, Posit16 right) => new(Posit16Arithmetic.Add(left._bits, right._bits));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit16 operator -(Posit16 left, Posit16 right) => new(Posit16Arithmetic.Subtract(left._bits, right._bits));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit16 operator *(Posit16 left, Posit16 right) => new(Posit16Arithmetic.Multiply(left._bits, right._bits));

    /// <inheritdoc cref="Scalar.Divide"/>
    public static Posit16 operator /(Posit16 left, Posit16 right) => new(Scalar.Divide(Format, left._bits, right._bits));

    /// <inheritdoc cref="Scalar.Remainder"/>
    public static Posit16 operator %(Posit16 left, Posit16 right) => new(Scalar.Remainder(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit16 operator -(Posit16 value) => new((uint)-value._bits);

    /// <inheritdoc/>
    public static Posit16 operator +(Posit16 value) => value;

    /// <inheritdoc/>
    public static Posit16 operator ++(Posit16 value) => value + One;

    /// <inheritdoc/>
    public static Posit16 operator --(Posit16 value) => value - One;

    /// <inheritdoc/>
    public static bool operator ==(Posit16 left, Posit16 right) => left.Order == right.Order;

    /// <inheritdoc/>
    public static bool operator !=(Posit16 left, Posit16 right) => left.Order != right.Order;

    /// <inheritdoc/>
    public static bool operator <(Posit16 left, Posit16 right) => left.Order < right.Order;

    /// <inheritdoc/>
    public static bool operator <=(Posit16 left, Posit16 right) => left.Order <= right.Order;

    /// <inheritdoc/>
    public static bool operator >(Posit16 left, Posit16 right) => left.Order > right.Order;

    /// <inheritdoc/>
    public static bool operator >=(Posit16 left, Posit16 right) => left.Order >= right.Order;

    /// <inheritdoc/>
    public int CompareTo(Posit16 other) => Order.CompareTo(other.Order);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Posit16 other => CompareTo(other),
        _ => throw NumberText.NotComparable(Format, obj),
    };

    /// <inheritdoc/>
    public bool Equals(Posit16 other) => Order == other.Order;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Posit16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Order;
}
