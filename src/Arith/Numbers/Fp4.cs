using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>A 4-bit float, E2M1: 0, 0.5, 1, 1.5, 2, 3, 4, 6 and their negatives, −0 included; no NaN, no infinity.</summary>
public readonly partial struct Fp4 : ICodedNumber<Fp4, byte>
{
    private readonly byte _bits;

    private Fp4(uint code) => _bits = (byte)code;

    /// <inheritdoc/>
    public static NumberFormat Format => NumberFormat.Fp4;

    /// <inheritdoc/>
    public static Fp4 Zero => new(0x0); // 0

    /// <summary>Minus zero; equal to <see cref="Zero"/>.</summary>
    public static Fp4 NegativeZero => new(0x8); // -0

    /// <inheritdoc/>
    public static Fp4 One => new(0x2); // 1

    /// <inheritdoc/>
    public static Fp4 NegativeOne => new(0xa); // -1

    /// <inheritdoc/>
    public static Fp4 MinPositive => new(0x1); // 0.5

    /// <inheritdoc/>
    public static Fp4 MaxValue => new(0x7); // 6

    /// <inheritdoc/>
    public static Fp4 MinValue => new(0xf); // -6

    /// <inheritdoc/>
    public static Fp4 E => new(0x5); // 3

    /// <inheritdoc/>
    public static Fp4 Pi => new(0x5); // 3

    /// <inheritdoc/>
    public static Fp4 Tau => new(0x7); // 6

    /// <summary>Orders as the values do: the code as sign and magnitude. Both zeros are 0.</summary>
    private int Order => (_bits & 0x8) != 0 ? -(_bits & 0x7) : _bits;

    /// <inheritdoc/>
    public static Fp4 FromBits(byte bits) => new(NumberText.CheckWidth(Format, bits));

    /// <inheritdoc/>
    public byte ToBits() => _bits;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fp4 operator +(Fp4 left, Fp4 right) => new(PairTables<Fp4, byte>.Sums[(left._bits << 4) | right._bits]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fp4 operator -(Fp4 left, Fp4 right) => left + -right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fp4 operator *(Fp4 left, Fp4 right) => new(PairTables<Fp4, byte>.Products[(left._bits << 4) | right._bits]);

    /// <inheritdoc cref="Scalar.Divide"/>
    public static Fp4 operator /(Fp4 left, Fp4 right) => new(Scalar.Divide(Format, left._bits, right._bits));

    /// <inheritdoc cref="Scalar.Remainder"/>
    public static Fp4 operator %(Fp4 left, Fp4 right) => new(Scalar.Remainder(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Fp4 operator -(Fp4 value) => new(value._bits ^ 0x8u);

    /// <inheritdoc/>
    public static Fp4 operator +(Fp4 value) => value;

    /// <inheritdoc/>
    public static Fp4 operator ++(Fp4 value) => value + One;

    /// <inheritdoc/>
    public static Fp4 operator --(Fp4 value) => value - One;

    /// <inheritdoc/>
    public static bool operator ==(Fp4 left, Fp4 right) => left.Order == right.Order;

    /// <inheritdoc/>
    public static bool operator !=(Fp4 left, Fp4 right) => left.Order != right.Order;

    /// <inheritdoc/>
    public static bool operator <(Fp4 left, Fp4 right) => left.Order < right.Order;

    /// <inheritdoc/>
    public static bool operator <=(Fp4 left, Fp4 right) => left.Order <= right.Order;

    /// <inheritdoc/>
    public static bool operator >(Fp4 left, Fp4 right) => left.Order > right.Order;

    /// <inheritdoc/>
    public static bool operator >=(Fp4 left, Fp4 right) => left.Order >= right.Order;

    /// <inheritdoc/>
    public int CompareTo(Fp4 other) => Order.CompareTo(other.Order);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Fp4 other => CompareTo(other),
        _ => throw NumberText.NotComparable(Format, obj),
    };

    /// <inheritdoc/>
    public bool Equals(Fp4 other) => Order == other.Order;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fp4 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Order;
}
