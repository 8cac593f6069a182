using System.Globalization;

namespace XrNpe.Arith;

/// <content>Text.</content>
public readonly partial struct Fp4
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc cref="ToString(string?, IFormatProvider?)"/>
    public string ToString(IFormatProvider? provider) => ToString(null, provider);

    /// <inheritdoc cref="ToString(string?, IFormatProvider?)"/>
    public string ToString(string? format) => ToString(format, null);

    /// <summary>The shortest text that reads back as the same number, for "G", "R" and no format; else as <see cref="double"/> writes it.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => NumberText.Format(Format, _bits, format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        NumberText.TryFormat(Format, _bits, destination, out charsWritten, format, provider);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        NumberText.TryFormat(Format, _bits, utf8Destination, out bytesWritten, format, provider);

    /// <inheritdoc/>
    public static Fp4 Parse(string s, IFormatProvider? provider = null) => Parse(s, NumberText.DefaultStyle, provider);

    /// <inheritdoc/>
    public static Fp4 Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => Parse(s, NumberText.DefaultStyle, provider);

    /// <inheritdoc/>
    public static Fp4 Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => Parse(utf8Text, NumberText.DefaultStyle, provider);

    /// <inheritdoc/>
    public static Fp4 Parse(string s, NumberStyles style, IFormatProvider? provider = null) => new(NumberText.Parse(Format, s, style, provider));

    /// <inheritdoc/>
    public static Fp4 Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider = null) =>
        new(NumberText.Parse(Format, s, style, provider));

    /// <inheritdoc/>
    public static Fp4 Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider = null) =>
        new(NumberText.Parse(Format, utf8Text, style, provider));

    /// <inheritdoc cref="TryParse(string?, NumberStyles, IFormatProvider?, out Fp4)"/>
    public static bool TryParse(string? s, out Fp4 result) => TryParse(s, NumberText.DefaultStyle, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Fp4 result) =>
        TryParse(s, NumberText.DefaultStyle, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Fp4 result) =>
        TryParse(s, NumberText.DefaultStyle, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Fp4 result) =>
        TryParse(utf8Text, NumberText.DefaultStyle, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out Fp4 result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Fp4 result)
    {
        bool parsed = NumberText.TryParse(Format, s, style, provider, out uint code);
        result = new Fp4(code);
        return parsed;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out Fp4 result)
    {
        bool parsed = NumberText.TryParse(Format, utf8Text, style, provider, out uint code);
        result = new Fp4(code);
        return parsed;
    }
}
