namespace XrNpe.Arith;

/// <summary>A 4-bit float, E2M1: 0, 0.5, 1, 1.5, 2, 3, 4, 6 and their negatives, −0 included; no NaN, no infinity.</summary>
public readonly struct Fp4 : ICodedNumber<Fp4, byte>
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
    public static Fp4 FromBits(byte bits) => new(NumberText.CheckWidth(Format, bits));

    /// <inheritdoc/>
    public byte ToBits() => _bits;

    /// <inheritdoc/>
    public static Fp4 Abs(Fp4 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc/>
    public static Fp4 FusedMultiplyAdd(Fp4 left, Fp4 right, Fp4 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <inheritdoc/>
    public static Fp4 operator +(Fp4 left, Fp4 right) => new(Scalar.Add(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Fp4 operator -(Fp4 left, Fp4 right) => new(Scalar.Subtract(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Fp4 operator *(Fp4 left, Fp4 right) => new(Scalar.Multiply(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Fp4 operator -(Fp4 value) => new(Scalar.Negate(Format, value._bits));

    /// <inheritdoc/>
    public static explicit operator Fp4(float value) => new(FormatConvert.FromSingle(Format, value));

    /// <inheritdoc/>
    public static explicit operator Fp4(double value) => new(FormatConvert.FromDouble(Format, value));

    /// <inheritdoc/>
    public static explicit operator float(Fp4 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <inheritdoc/>
    public static explicit operator double(Fp4 value) => FormatConvert.ToDouble(Format, value._bits);

    /// <inheritdoc/>
    public static bool operator ==(Fp4 left, Fp4 right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(Fp4 left, Fp4 right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(Fp4 left, Fp4 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator <=(Fp4 left, Fp4 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >(Fp4 left, Fp4 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator >=(Fp4 left, Fp4 right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Fp4 other) => Scalar.Compare(Format, _bits, other._bits);

    /// <inheritdoc/>
    public bool Equals(Fp4 other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fp4 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Scalar.Order(Format, _bits);

    /// <inheritdoc cref="CodeText.Format"/>
    public override string ToString() => CodeText.Format(Format, _bits);

    /// <inheritdoc/>
    public static Fp4 Parse(string s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static Fp4 Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Fp4 result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Fp4 result)
    {
        bool parsed = CodeText.TryParse(Format, s, out uint code);
        result = new Fp4(code);
        return parsed;
    }
}
