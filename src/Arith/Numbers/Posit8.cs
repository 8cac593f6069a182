using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>An 8-bit posit without exponent bits: ±1/64 … ±64, 0 and NaR, up to 6 significant bits.</summary>
public readonly partial struct Posit8 : ICodedNumber<Posit8, byte>
{
    private readonly byte _bits;

    private Posit8(uint code) => _bits = (byte)code;

    /// <inheritdoc/>
    public static NumberFormat Format => NumberFormat.P8;

    /// <inheritdoc/>
    public static Posit8 Zero => new(0x00); // 0

    /// <inheritdoc/>
    public static Posit8 One => new(0x40); // 1

    /// <inheritdoc/>
    public static Posit8 NegativeOne => new(0xc0); // -1

    /// <inheritdoc/>
    public static Posit8 MinPositive => new(0x01); // 0.015625

    /// <inheritdoc/>
    public static Posit8 MaxValue => new(0x7f); // 64

    /// <inheritdoc/>
    public static Posit8 MinValue => new(0x81); // -64

    /// <inheritdoc/>
    public static Posit8 E => new(0x6b); // 2.75

    /// <inheritdoc/>
    public static Posit8 Pi => new(0x6d); // 3.25

    /// <inheritdoc/>
    public static Posit8 Tau => new(0x79); // 6.5

    /// <summary>Not a real: what has no real value, and whatever it touches.</summary>
    public static Posit8 NaR => new(0x80); // NaR

    /// <summary>Orders as the values do: the code as a signed number.</summary>
    private int Order => (sbyte)_bits;

    /// <inheritdoc/>
    public static Posit8 FromBits(byte bits) => new(bits);

    /// <inheritdoc/>
    public byte ToBits() => _bits;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit8 operator +(Posit8 left, Posit8 right) => new(PairTables<Posit8, byte>.Sums[(left._bits << 8) | right._bits]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit8 operator -(Posit8 left, Posit8 right) => left + -right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit8 operator *(Posit8 left, Posit8 right) => new(PairTables<Posit8, byte>.Products[(left._bits << 8) | right._bits]);

    /// <inheritdoc cref="Scalar.Divide"/>
    public static Posit8 operator /(Posit8 left, Posit8 right) => new(Scalar.Divide(Format, left._bits, right._bits));

    /// <inheritdoc cref="Scalar.Remainder"/>
    public static Posit8 operator %(Posit8 left, Posit8 right) => new(Scalar.Remainder(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit8 operator -(Posit8 value) => new((uint)-value._bits);

    /// <inheritdoc/>
    public static Posit8 operator +(Posit8 value) => value;

    /// <inheritdoc/>
    public static Posit8 operator ++(Posit8 value) => value + One;

    /// <inheritdoc/>
    public static Posit8 operator --(Posit8 value) => value - One;

    /// <inheritdoc/>
    public static bool operator ==(Posit8 left, Posit8 right) => left.Order == right.Order;

    /// <inheritdoc/>
    public static bool operator !=(Posit8 left, Posit8 right) => left.Order != right.Order;

    /// <inheritdoc/>
    public static bool operator <(Posit8 left, Posit8 right) => left.Order < right.Order;

    /// <inheritdoc/>
    public static bool operator <=(Posit8 left, Posit8 right) => left.Order <= right.Order;

    /// <inheritdoc/>
    public static bool operator >(Posit8 left, Posit8 right) => left.Order > right.Order;

    /// <inheritdoc/>
    public static bool operator >=(Posit8 left, Posit8 right) => left.Order >= right.Order;

    /// <inheritdoc/>
    public int CompareTo(Posit8 other) => Order.CompareTo(other.Order);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Posit8 other => CompareTo(other),
        _ => throw NumberText.NotComparable(Format, obj),
    };

    /// <inheritdoc/>
    public bool Equals(Posit8 other) => Order == other.Order;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Posit8 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Order;
}
