using System.Numerics;

namespace XrNpe.Arith.Tests;

/// <content>Functions, questions about values, and use as a type parameter.</content>
public abstract partial class CodedNumberTests<TNumber, TBits>
{
    [Fact]
    public void Quotients_remainders_and_roots_are_the_scalar_operations()
    {
        foreach (TNumber a in Some)
        {
            Same(Scalar.Cbrt, TNumber.Cbrt, a);
            if (!TNumber.IsNegative(a)) Same(Scalar.Sqrt, TNumber.Sqrt, a);
            if (!TNumber.IsNegative(a)) Assert.Equal(Scalar.RootN(TNumber.Format, Code(a), 4), Code(TNumber.RootN(a, 4)));
            foreach (TNumber b in Some.Where((number, index) => index % 3 == 0 && number != TNumber.Zero))
            {
                Assert.Equal(Scalar.Divide(TNumber.Format, Code(a), Code(b)), Code(a / b));
                Assert.Equal(Scalar.Remainder(TNumber.Format, Code(a), Code(b)), Code(a % b));
                Assert.Equal(Scalar.Hypot(TNumber.Format, Code(a), Code(b)), Code(TNumber.Hypot(a, b)));
                Assert.Equal(Scalar.FusedMultiplyAdd(TNumber.Format, Code(a), Code(b), Code(a)), Code(TNumber.MultiplyAddEstimate(a, b, a)));
            }
        }
    }

    /// <summary>NaR goes through as NaN does, and −0 is below 0; so double is the reference, NaN for NaR.</summary>
    [Fact]
    public void Choices_are_those_of_double()
    {
        foreach (TNumber a in Some)
        {
            foreach (TNumber b in Some)
            {
                Choice(TNumber.Max, Math.Max, a, b);
                Choice(TNumber.Min, Math.Min, a, b);
                Choice(TNumber.MaxMagnitude, Math.MaxMagnitude, a, b);
                Choice(TNumber.MinMagnitude, Math.MinMagnitude, a, b);
                Choice(TNumber.MaxNumber, double.MaxNumber, a, b);
                Choice(TNumber.MinNumber, double.MinNumber, a, b);
                Choice(TNumber.MaxMagnitudeNumber, double.MaxMagnitudeNumber, a, b);
                Choice(TNumber.MinMagnitudeNumber, double.MinMagnitudeNumber, a, b);
                if (!TNumber.IsNaN(b)) Choice(TNumber.CopySign, Math.CopySign, a, b);
            }
        }
    }

    [Fact]
    public void Clamping_stays_within_the_range()
    {
        foreach (TNumber a in Some.Where(TNumber.IsFinite))
        {
            Assert.Equal(Math.Clamp((double)a, -1, 1), (double)TNumber.Clamp(a, TNumber.NegativeOne, TNumber.One));
        }

        Assert.Contains("greater than", Assert.Throws<ArgumentException>(() => TNumber.Clamp(TNumber.Zero, TNumber.One, TNumber.Zero)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_about_values_are_answered_as_for_double()
    {
        foreach (TNumber number in Numbers)
        {
            double value = (double)number;
            Assert.Equal(double.IsNaN(value), TNumber.IsNaN(number));
            Assert.Equal(double.IsFinite(value), TNumber.IsFinite(number));
            Assert.Equal(double.IsRealNumber(value), TNumber.IsRealNumber(number));
            Assert.Equal(double.IsInteger(value), TNumber.IsInteger(number));
            Assert.Equal(double.IsEvenInteger(value), TNumber.IsEvenInteger(number));
            Assert.Equal(double.IsOddInteger(value), TNumber.IsOddInteger(number));
            Assert.Equal(value == 0, TNumber.IsZero(number));
            Assert.Equal(!double.IsNaN(value) && double.IsNegative(value), TNumber.IsNegative(number));
            Assert.Equal(!double.IsNaN(value) && double.IsPositive(value), TNumber.IsPositive(number));
            Assert.False(TNumber.IsInfinity(number) || TNumber.IsPositiveInfinity(number) || TNumber.IsNegativeInfinity(number));
            Assert.False(TNumber.IsComplexNumber(number) || TNumber.IsImaginaryNumber(number));
            Assert.True(TNumber.IsCanonical(number));
            bool subnormal = TNumber.Format == NumberFormat.Fp4 && Math.Abs(value) == 0.5;
            Assert.Equal(subnormal, TNumber.IsSubnormal(number));
            Assert.Equal(double.IsNormal(value) && !subnormal, TNumber.IsNormal(number));
            if (double.IsNaN(value)) Assert.Throws<ArithmeticException>(() => TNumber.Sign(number));
            else Assert.Equal(Math.Sign(value), TNumber.Sign(number));
        }
    }

    [Fact]
    public void Constants_of_the_interfaces_are_what_they_say()
    {
        Assert.Equal((TNumber)Math.E, TNumber.E);
        Assert.Equal((TNumber)Math.PI, TNumber.Pi);
        Assert.Equal((TNumber)Math.Tau, TNumber.Tau);
        Assert.Equal(TNumber.Zero, TNumber.AdditiveIdentity);
        Assert.Equal(TNumber.One, TNumber.MultiplicativeIdentity);
        Assert.Equal(2, TNumber.Radix);
    }

    [Fact]
    public void Numbers_work_in_generic_code()
    {
        TNumber[] numbers = [TNumber.One, TNumber.One, TNumber.One];
        Assert.Equal((TNumber)3.0, Sum(numbers));
        Assert.Equal(TNumber.One, UpTwiceAndDown<TNumber>());
        Array.Sort(numbers = [TNumber.MaxValue, TNumber.Zero, TNumber.MinValue]);
        Assert.Equal([TNumber.MinValue, TNumber.Zero, TNumber.MaxValue], numbers);
    }

    [Fact]
    public void A_number_compares_as_an_object_with_its_own_kind_only()
    {
        IComparable one = TNumber.One;
        Assert.Equal(0, one.CompareTo(TNumber.One));
        Assert.True(one.CompareTo(null) > 0);
        Assert.Contains("Double", Assert.Throws<ArgumentException>(() => one.CompareTo(1.0)).Message, StringComparison.Ordinal);
    }

    private static T Sum<T>(IEnumerable<T> numbers)
        where T : INumber<T>
    {
        T sum = T.AdditiveIdentity;
        foreach (T number in numbers) sum += +number;
        return sum;
    }

    private static T UpTwiceAndDown<T>()
        where T : INumber<T>
    {
        T number = T.Zero;
        number++;
        number++;
        return --number;
    }

    private static void Same(Func<NumberFormat, uint, uint> scalar, Func<TNumber, TNumber> method, TNumber a) =>
        TestFormats.AssertCode(scalar(TNumber.Format, Code(a)), Code(method(a)), TNumber.Format, "method", Code(a));

    private static void Choice(Func<TNumber, TNumber, TNumber> method, Func<double, double, double> reference, TNumber a, TNumber b)
    {
        double expected = reference((double)a, (double)b);
        double actual = (double)method(a, b);
        bool same = expected.Equals(actual) && (double.IsNegative(expected) == double.IsNegative(actual) || double.IsNaN(expected));
        Assert.True(same || expected == 0 && TNumber.Format != NumberFormat.Fp4, $"{method.Method.Name}({a}, {b}) is {actual}, not {expected}");
    }
}
