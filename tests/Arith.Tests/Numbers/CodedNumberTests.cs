using System.Globalization;
using System.Numerics;

namespace XrNpe.Arith.Tests;

/// <summary>What every number type promises, run once for each.</summary>
public abstract partial class CodedNumberTests<TNumber, TBits>
    where TNumber : struct, ICodedNumber<TNumber, TBits>
    where TBits : unmanaged, IUnsignedNumber<TBits>
{
    protected static IEnumerable<TNumber> Numbers => TNumber.Format.Codes().Select(code => TNumber.FromBits(TBits.CreateChecked(code)));

    /// <summary>Every number of the small formats, every 251st of p16: enough for pairs.</summary>
    private static IEnumerable<TNumber> Some => Numbers.Where((_, index) => FormatInfo.Of(TNumber.Format).Bits < 16 || index % 251 == 0);

    [Fact]
    public void Codes_go_in_and_come_out() =>
        Assert.Equal(TNumber.Format.Codes(), Numbers.Select(Code));

    [Fact]
    public void Operators_are_the_scalar_operations()
    {
        foreach (TNumber a in Some)
        {
            Assert.Equal(Scalar.Negate(TNumber.Format, Code(a)), Code(-a));
            Assert.Equal(Scalar.Abs(TNumber.Format, Code(a)), Code(TNumber.Abs(a)));
            foreach (TNumber b in Some)
            {
                TestFormats.AssertCode(Scalar.Add(TNumber.Format, Code(a), Code(b)), Code(a + b), TNumber.Format, "+", Code(a), Code(b));
                TestFormats.AssertCode(Scalar.Subtract(TNumber.Format, Code(a), Code(b)), Code(a - b), TNumber.Format, "-", Code(a), Code(b));
                TestFormats.AssertCode(Scalar.Multiply(TNumber.Format, Code(a), Code(b)), Code(a * b), TNumber.Format, "*", Code(a), Code(b));
            }
        }
    }

    [Fact]
    public void The_order_is_that_of_the_values_with_NaR_lowest_and_equal_to_itself()
    {
        foreach (TNumber a in Some)
        {
            foreach (TNumber b in Some)
            {
                int expected = Key(a).CompareTo(Key(b));
                bool right = Math.Sign(a.CompareTo(b)) == expected
                    && (a == b) == (expected == 0)
                    && (a != b) == (expected != 0)
                    && (a < b) == (expected < 0)
                    && (a <= b) == (expected <= 0)
                    && (a > b) == (expected > 0)
                    && (a >= b) == (expected >= 0)
                    && (expected != 0 || a.GetHashCode() == b.GetHashCode());
                Assert.True(right, $"{a} against {b}");
            }
        }
    }

    [Fact]
    public void Absolute_value_and_negation_are_exact()
    {
        foreach (TNumber number in Numbers)
        {
            Assert.Equal(Math.Abs((double)number), (double)TNumber.Abs(number));
            Assert.Equal(-(double)number, (double)-number);
        }
    }

    [Fact]
    public void A_fused_multiply_add_rounds_once() => Assert.Equal(
        (TNumber)3.0, TNumber.FusedMultiplyAdd(TNumber.One + TNumber.One, TNumber.One, TNumber.One));

    [Fact]
    public void Constants_are_what_they_say()
    {
        Assert.Equal(0.0, (double)TNumber.Zero);
        Assert.Equal(1.0, (double)TNumber.One);
        Assert.Equal(-1.0, (double)TNumber.NegativeOne);
        double[] values = [.. Numbers.Select(number => (double)number).Where(double.IsFinite)];
        Assert.Equal(values.Max(), (double)TNumber.MaxValue);
        Assert.Equal(values.Min(), (double)TNumber.MinValue);
        Assert.Equal(values.Where(value => value > 0).Min(), (double)TNumber.MinPositive);
    }

    [Fact]
    public void Text_reads_back()
    {
        foreach (TNumber number in Numbers)
        {
            string text = number.ToString()!;
            Assert.Equal(Code(number), Code(TNumber.Parse(text, CultureInfo.InvariantCulture)));
            Assert.True(TNumber.TryParse(text, null, out TNumber back));
            Assert.Equal(Code(number), Code(back));
        }
    }

    [Fact]
    public void What_is_no_number_is_refused_with_the_text_and_the_format()
    {
        string message = Assert.Throws<FormatException>(() => TNumber.Parse("one", null)).Message;
        Assert.Contains("'one'", message, StringComparison.Ordinal);
        Assert.Contains(FormatInfo.Of(TNumber.Format).Name, message, StringComparison.Ordinal);
        Assert.False(TNumber.TryParse("one", null, out _));
    }

    [Fact]
    public void Equality_with_other_types_is_false() => Assert.False(TNumber.One.Equals((object)1.0));

    protected static uint Code(TNumber number) => uint.CreateChecked(number.ToBits());

    private static double Key(TNumber number)
    {
        double value = (double)number;
        return double.IsNaN(value) ? double.NegativeInfinity : value == 0 ? 0 : value;
    }
}
