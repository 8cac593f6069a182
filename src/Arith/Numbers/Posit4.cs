namespace XrNpe.Arith;

/// <summary>A 4-bit posit with one exponent bit: 0, 1/16, 1/4, 1/2, 1, 2, 4, 16, their negatives, and NaR.</summary>
public readonly struct Posit4 : ICodedNumber<Posit4, byte>
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

    /// <summary>Not a real: what has no real value, and whatever it touches.</summary>
    public static Posit4 NaR => new(0x8); // NaR

    /// <inheritdoc/>
    public static Posit4 FromBits(byte bits) => new(NumberText.CheckWidth(Format, bits));

    /// <inheritdoc/>
    public byte ToBits() => _bits;

    /// <summary>True for NaR alone.</summary>
    public static bool IsNaR(Posit4 value) => value._bits == NaR._bits;

    /// <inheritdoc/>
    public static Posit4 Abs(Posit4 value) => new(Scalar.Abs(Format, value._bits));

    /// <inheritdoc/>
    public static Posit4 FusedMultiplyAdd(Posit4 left, Posit4 right, Posit4 addend) =>
        new(Scalar.FusedMultiplyAdd(Format, left._bits, right._bits, addend._bits));

    /// <inheritdoc/>
    public static Posit4 operator +(Posit4 left, Posit4 right) => new(Scalar.Add(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit4 operator -(Posit4 left, Posit4 right) => new(Scalar.Subtract(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit4 operator *(Posit4 left, Posit4 right) => new(Scalar.Multiply(Format, left._bits, right._bits));

    /// <inheritdoc/>
    public static Posit4 operator -(Posit4 value) => new(Scalar.Negate(Format, value._bits));

    /// <inheritdoc/>
    public static explicit operator Posit4(float value) => new(FormatConvert.FromSingle(Format, value));

    /// <inheritdoc/>
    public static explicit operator Posit4(double value) => new(FormatConvert.FromDouble(Format, value));

    /// <inheritdoc/>
    public static explicit operator float(Posit4 value) => FormatConvert.ToSingle(Format, value._bits);

    /// <inheritdoc/>
    public static explicit operator double(Posit4 value) => FormatConvert.ToDouble(Format, value._bits);

    /// <inheritdoc/>
    public static bool operator ==(Posit4 left, Posit4 right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(Posit4 left, Posit4 right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(Posit4 left, Posit4 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator <=(Posit4 left, Posit4 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >(Posit4 left, Posit4 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator >=(Posit4 left, Posit4 right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Posit4 other) => Scalar.Compare(Format, _bits, other._bits);

    /// <inheritdoc/>
    public bool Equals(Posit4 other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Posit4 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Scalar.Order(Format, _bits);

    /// <inheritdoc cref="CodeText.Format"/>
    public override string ToString() => CodeText.Format(Format, _bits);

    /// <inheritdoc/>
    public static Posit4 Parse(string s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static Posit4 Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s));

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Posit4 result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Posit4 result)
    {
        bool parsed = CodeText.TryParse(Format, s, out uint code);
        result = new Posit4(code);
        return parsed;
    }
}
