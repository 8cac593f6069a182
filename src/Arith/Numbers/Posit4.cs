using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>A 4-bit posit with one exponent bit: 0, 1/16, 1/4, 1/2, 1, 2, 4, 16, their negatives, and NaR.</summary>
public readonly partial struct Posit4 : ICodedNumber<Posit4, byte>
{
    private readonly byte _bits;

    private Posit4(uint code) => _bits = (byte)code;

    /// <inheritdoc/>
    public static NumberFormat Format => NumberFormat.P4;

    /// <inheritdoc/>
    public static Posit4 Zero => new(0x0); // 0

    /// <inheritdoc/>
    public static Posit4 One => new(0x4); // 1

    /// <inheritdoc/>
    public static Posit4 NegativeOne => new(0xc); // -1

    /// <inheritdoc/>
    public static Posit4 MinPositive => new(0x1); // 0.0625

    /// <inheritdoc/>
    public static Posit4 MaxValue => new(0x7); // 16

    /// <inheritdoc/>
    public static Posit4 MinValue => new(0x9); // -16

    /// <inheritdoc/>
    public static Posit4 E => new(0x5); // 2

    /// <inheritdoc/>
    public static Posit4 Pi => new(0x6); // 4

    /// <inheritdoc/>
    public static Posit4 Tau => new(0x6); // 4

    /// <summary>Not a real: what has no real value, and whatever it touches.</summary>
    public static Posit4 NaR => new(0x8); // NaR

    /// <summary>Orders as the values do: the code as a signed number, times 16.</summary>
    private int Order => (sbyte)(_bits << 4);

    /// <inheritdoc/>
    public static Posit4 FromBits(byte bits) => new(NumberText.CheckWidth(Format, bits));

    /// <inheritdoc/>
    public byte ToBits() => _bits;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit4 operator +(Posit4 left, Posit4 right) => new(PairTables<Posit4, byte>.Sums[(left._bits << 4) | right._bits]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit4 operator -(Posit4 left, Posit4 right) => left + -right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Posit4 operator *(Posit4 left, Posit4 right) => new(PairTables<Posit4, byte>.Products[(left._bits << 4) | right._bits]);

    /// <inheritdoc cref="Scalar.Divide"/>
    public static Posit4 operator /(Posit4 left, Posit4 right) => new(Scalar.Divide(Format, left._bits, right._bits));

    /// <inheritdoc cref="Scalar.Remainder"/>
    public static Posit4 operator %(Posit4 left, Posit4 right) => new(Scalar.Remainder(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit4 operator -(Posit4 value) => new((uint)-value._bits & 0xf);

    /// <inheritdoc/>
    public static Posit4 operator +(Posit4 value) => value;

    /// <inheritdoc/>
    public static Posit4 operator ++(Posit4 value) => value + One;

    /// <inheritdoc/>
    public static Posit4 operator --(Posit4 value) => value - One;

    /// <inheritdoc/>
    public static bool operator ==(Posit4 left, Posit4 right) => left.Order == right.Order;

    /// <inheritdoc/>
    public static bool operator !=(Posit4 left, Posit4 right) => left.Order != right.Order;

    /// <inheritdoc/>
    public static bool operator <(Posit4 left, Posit4 right) => left.Order < right.Order;

    /// <inheritdoc/>
    public static bool operator <=(Posit4 left, Posit4 right) => left.Order <= right.Order;

    /// <inheritdoc/>
    public static bool operator >(Posit4 left, Posit4 right) => left.Order > right.Order;

    /// <inheritdoc/>
    public static bool operator >=(Posit4 left, Posit4 right) => left.Order >= right.Order;

    /// <inheritdoc/>
    public int CompareTo(Posit4 other) => Order.CompareTo(other.Order);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Posit4 other => CompareTo(other),
        _ => throw NumberText.NotComparable(Format, obj),
    };

    /// <inheritdoc/>
    public bool Equals(Posit4 other) => Order == other.Order;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Posit4 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Order;
}
