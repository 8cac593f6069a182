using System.Globalization;
using System.Numerics;
using System.Text;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <content>Text.</content>
public abstract partial class CodedNumberTests<TNumber, TBits>
{
    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };

    [Fact]
    public void Text_of_every_code_reads_back_from_characters_and_from_utf8()
    {
        Span<char> characters = stackalloc char[64];
        Span<byte> utf8 = stackalloc byte[64];
        foreach (TNumber number in Numbers)
        {
            string text = number.ToString(null, CultureInfo.InvariantCulture);
            Assert.True(number.TryFormat(characters, out int length, default, null));
            Assert.Equal(text, characters[..length].ToString());
            Assert.True(number.TryFormat(utf8, out int bytes, default, null));
            Assert.Equal(text, Encoding.UTF8.GetString(utf8[..bytes]));
            Assert.Equal(Code(number), Code(TNumber.Parse(utf8[..bytes], null)));
            Assert.True(TNumber.TryParse(utf8[..bytes], null, out TNumber back) && Code(back) == Code(number));
            Assert.False(number.TryFormat(characters[..(length - 1)], out _, default, null));
            Assert.False(number.TryFormat(utf8[..(bytes - 1)], out _, default, null));
        }
    }

    [Fact]
    public void Text_of_every_code_reads_back_by_the_reference()
    {
        foreach (TNumber number in Numbers.Where(TNumber.IsFinite))
        {
            Rational value = Exactly(number.ToString()!);
            bool minus = number.ToString()!.StartsWith('-');
            Assert.Equal(Code(number), ReferenceRounding.Round(TNumber.Format.Reference(), value, minus));
        }
    }

    [Fact]
    public void No_text_is_shorter_and_none_as_short_is_nearer()
    {
        foreach (TNumber number in Some.Where(number => number > TNumber.Zero))
        {
            Rational value = TNumber.Format.Value(Code(number))!.Value;
            string text = number.ToString()!;
            Rational distance = Distance(Exactly(text), value);
            foreach (string other in Candidates((double)number))
            {
                if (other.Length > text.Length) continue;
                Rational candidate = Exactly(other);
                bool readsBack = ReferenceRounding.Round(TNumber.Format.Reference(), candidate) == Code(number);
                bool better = other.Length < text.Length || Distance(candidate, value) < distance;
                Assert.False(readsBack && better, $"{text} for {value}: {other} is better");
            }
        }
    }

    [Fact]
    public void The_formats_G_and_R_are_the_default_and_others_are_those_of_double()
    {
        foreach (TNumber number in Some)
        {
            Assert.Equal(number.ToString(), number.ToString("R", null));
            Assert.Equal(number.ToString(), number.ToString("G", null));
            if (!TNumber.IsFinite(number)) continue;
            Assert.Equal(((double)number).ToString("F3", CultureInfo.InvariantCulture), number.ToString("F3", null));
            Assert.Equal(((double)number).ToString("E20", Comma), number.ToString("E20", Comma));
            Assert.Equal(((double)number).ToString("F200", null), number.ToString("F200", null));
        }
    }

    [Fact]
    public void A_format_that_is_long_goes_to_utf8_too()
    {
        byte[] utf8 = new byte[300];
        Assert.True(TNumber.One.TryFormat(utf8, out int bytes, "F200", null));
        Assert.Equal(TNumber.One.ToString("F200", null), Encoding.UTF8.GetString(utf8, 0, bytes));
    }

    [Fact]
    public void The_provider_has_its_point_and_its_sign()
    {
        Assert.StartsWith("0,", TNumber.MinPositive.ToString("F9", Comma), StringComparison.Ordinal);
        Assert.Contains(",", ((TNumber)0.5).ToString(null, Comma), StringComparison.Ordinal);
        Assert.Equal("−1", TNumber.NegativeOne.ToString(null, Comma));
        foreach (TNumber number in Some) Assert.Equal(Code(number), Code(TNumber.Parse(number.ToString(null, Comma), Comma)));
        Assert.False(TNumber.TryParse("1.5", Comma, out _));
        Assert.False(TNumber.TryParse("1,5", CultureInfo.InvariantCulture, out _));
    }

    [Theory]
    [InlineData("2.000,5", NumberStyles.Float | NumberStyles.AllowThousands, 2000.5)]
    [InlineData("(2)", NumberStyles.AllowParentheses, -2.0)]
    [InlineData("2-", NumberStyles.AllowTrailingSign, -2.0)]
    [InlineData("2 +", NumberStyles.AllowTrailingSign, 2.0)]
    [InlineData("−2", NumberStyles.AllowLeadingSign, -2.0)]
    [InlineData("¤2", NumberStyles.AllowCurrencySymbol, 2.0)]
    [InlineData("2 ¤", NumberStyles.AllowCurrencySymbol, 2.0)]
    [InlineData(" 2e0 ", NumberStyles.Float, 2.0)]
    [InlineData("2", NumberStyles.None, 2.0)]
    public void Styles_allow_what_they_name(string text, NumberStyles style, double value)
    {
        Assert.Equal((TNumber)value, TNumber.Parse(text, style, Comma));
        Assert.Equal((TNumber)value, TNumber.Parse(Encoding.UTF8.GetBytes(text), style, Comma));
        Assert.True(TNumber.TryParse(Encoding.UTF8.GetBytes(text), style, Comma, out TNumber number) && number == (TNumber)value);
    }

    [Theory]
    [InlineData("-2", NumberStyles.None)]
    [InlineData(" 2", NumberStyles.None)]
    [InlineData("2 ", NumberStyles.None)]
    [InlineData("2e0", NumberStyles.AllowDecimalPoint)]
    [InlineData("2,0", NumberStyles.AllowExponent)]
    [InlineData("-2-", NumberStyles.Any)]
    [InlineData("--2", NumberStyles.Any)]
    [InlineData("(2", NumberStyles.Any)]
    [InlineData("2.000", NumberStyles.Float)]
    [InlineData("", NumberStyles.Any)]
    [InlineData("( 2 )", NumberStyles.AllowParentheses)]
    public void Styles_refuse_what_they_do_not_name(string text, NumberStyles style)
    {
        Assert.False(TNumber.TryParse(text, style, Comma, out _));
        Assert.Throws<FormatException>(() => TNumber.Parse(text, style, Comma));
    }

    [Fact]
    public void Hexadecimal_is_for_codes() =>
        Assert.Throws<ArgumentException>(() => TNumber.Parse("2", NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    [Fact]
    public void No_text_is_an_error() => Assert.Throws<ArgumentNullException>(() => Parsed<TNumber>(null!));

    private static T Parsed<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    /// <summary>The value of decimal text, read by another way than the library's.</summary>
    private static Rational Exactly(string text)
    {
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture);
        string mantissa = mark < 0 ? text : text[..mark];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int places = point < 0 ? 0 : mantissa.Length - point - 1;
        BigInteger digits = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        Rational power = new(BigInteger.Pow(10, Math.Abs(exponent - places)));
        return exponent >= places ? new Rational(digits) * power : new Rational(digits) / power;
    }

    /// <summary>Decimals around a value with up to seven digits, in both notations.</summary>
    private static IEnumerable<string> Candidates(double value)
    {
        for (int digits = 1; digits <= 7; digits++)
        {
            int last = (int)Math.Floor(Math.Log10(value)) - digits + 1;
            BigInteger middle = new(Math.Round(value / Math.Pow(10, last)));
            for (BigInteger candidate = middle - 2; candidate <= middle + 2; candidate++)
            {
                if (candidate.Sign <= 0) continue;
                string text = candidate.ToString(CultureInfo.InvariantCulture);
                int exponent = last + text.Length - 1;
                string trimmed = text.TrimEnd('0');
                yield return $"{trimmed[0]}{(trimmed.Length > 1 ? "." : "")}{trimmed[1..]}E{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}";
                if (last >= 0) yield return text + new string('0', last);
                else if (exponent >= 0) yield return $"{text[..(exponent + 1)]}.{text[(exponent + 1)..]}".TrimEnd('0').TrimEnd('.');
                else yield return $"0.{new string('0', -exponent - 1)}{trimmed}";
            }
        }
    }

    private static Rational Distance(Rational a, Rational b) => a > b ? a - b : b - a;
}
