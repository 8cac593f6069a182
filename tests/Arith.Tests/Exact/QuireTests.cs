using System.Numerics;
using System.Runtime.CompilerServices;
using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Accumulating: sums against the reference, parts in any order, NaR, overflow, value semantics, no allocation.</summary>
public abstract class QuireTests<T>
    where T : unmanaged
{
    private static readonly NumberFormat Format = QuireCases.Format<T>();

    private static Gen<(uint A, uint B, bool Minus)> Real => Gen.Select(Generators.RealCode(Format), Generators.RealCode(Format), Gen.Bool);

    [Fact]
    public void Products_values_and_their_differences_add_up_as_the_reference_says() =>
        Gen.Select(Real.Array[0, 20], Real.Array[0, 20]).Sample(
            (products, values) =>
            {
                Quire<T> quire = Sum(products);
                foreach ((uint code, _, bool minus) in values) AddValue(ref quire, code, minus);
                Rational exact = products.Aggregate(default(Rational), (sum, t) => sum + Signed(Value(t.A) * Value(t.B), t.Minus));
                exact = values.Aggregate(exact, (sum, t) => sum + Signed(Value(t.A), t.Minus));
                AssertHolds(exact, quire);
            },
            iter: 2_000);

    [Fact]
    public void Parts_merge_to_the_same_in_any_order_and_partition() =>
        Gen.Select(Gen.Select(Generators.Code(Format), Generators.Code(Format), Gen.Bool).Array[1, 30], Gen.Int[1, 7], Gen.Int).Sample(
            (terms, parts, seed) =>
            {
                Quire<T> whole = Sum(terms);
                var shuffled = ((uint A, uint B, bool Minus)[])terms.Clone();
                new Random(seed).Shuffle(shuffled);
                Quire<T> merged = default;
                foreach ((uint, uint, bool)[] part in shuffled.Chunk(parts)) merged.Add(Sum(part));
                Assert.Equal(whole, merged);
                Assert.Equal(whole.GetHashCode(), merged.GetHashCode());
            },
            iter: 2_000);

    [Fact]
    public void Taking_everything_away_again_leaves_the_smallest_product_that_was_there()
    {
        Gen.Select(Real.Array[1, 20], Gen.Bool).Sample(
            (terms, minus) =>
            {
                Quire<T> quire = Sum(terms);
                AddProduct(ref quire, (1, 1, minus));
                quire.Subtract(Sum(terms));
                AssertHolds(Signed(Value(1) * Value(1), minus), quire);
            },
            iter: 1_000);
    }

    [Fact]
    public void One_huge_product_does_not_drown_many_tiny_ones()
    {
        FormatInfo info = FormatInfo.Of(Format);
        uint largest = info.HasNaR ? info.NaRCode - 1 : 7;
        Quire<T> quire = default;
        AddProduct(ref quire, (largest, largest, false));
        for (int i = 0; i < 1_000; i++) AddProduct(ref quire, (1, 1, true));
        Rational huge = Value(largest) * Value(largest);
        AssertHolds(huge + (new Rational(-1_000) * Value(1) * Value(1)), quire);
        AddProduct(ref quire, (largest, largest, true));
        AssertHolds(new Rational(-1_000) * Value(1) * Value(1), quire);
    }

    [Fact]
    public void Sums_cross_the_128_bits_both_ways_and_negate_exactly()
    {
        foreach (int bit in (int[])[126, 127, 128, 129, 160, 189])
        {
            for (int offset = -2; offset <= 2; offset++)
            {
                BigInteger sum = (BigInteger.One << bit) + offset;
                Quire<T> quire = QuireCases.Holding<T>(sum);
                Assert.Equal((true, false, false), (quire.IsPositive, quire.IsNegative, quire.IsZero));
                quire.Negate();
                Assert.Equal((false, true, false), (quire.IsPositive, quire.IsNegative, quire.IsZero));
                AssertHolds(QuireCases.Value<T>(-sum), quire);
                quire.Add(QuireCases.Holding<T>(sum - 1));
                AssertHolds(QuireCases.Value<T>(-1), quire);
                quire.Subtract(QuireCases.Holding<T>(-1));
                Assert.True(quire.IsZero && !quire.IsPositive && !quire.IsNegative);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sum_that_leaves_the_quire_throws_and_changes_nothing(bool minus)
    {
        // A negative sum ends one unit later than a positive one, and there has no negation.
        BigInteger most = (BigInteger.One << 191) - (BigInteger.One << 127) - 1;
        Quire<T> quire = QuireCases.Holding<T>(minus ? -most : most);
        if (minus) AddProduct(ref quire, (1, 1, true));
        Quire<T> before = quire;

        Assert.Throws<OverflowException>(() => AddProduct(ref quire, (1, 1, minus)));
        Assert.Throws<OverflowException>(() => AddValue(ref quire, 1, minus));
        Assert.Throws<OverflowException>(() => quire.Add(before));
        if (minus) Assert.Throws<OverflowException>(() => quire.Negate());
        Assert.Equal(before, quire);
        Assert.False(quire.IsNaR);

        AddProduct(ref quire, (1, 1, !minus));
        AssertHolds(QuireCases.Value<T>(minus ? -most : most - 1), quire);
    }

    [Fact]
    public void A_copy_is_independent_and_clearing_empties()
    {
        Quire<T> quire = QuireCases.Holding<T>(5);
        Quire<T> copy = quire;
        quire.Clear();
        Assert.True(quire.IsZero);
        Assert.True(quire == default && copy != quire);
        Assert.False(copy.Equals((object?)null));
        Assert.True(copy.Equals((object)QuireCases.Holding<T>(5)));
    }

    [Fact]
    public void A_quire_may_be_added_to_and_taken_from_itself()
    {
        Quire<T> quire = QuireCases.Holding<T>(5);
        quire.Add(quire);
        AssertHolds(QuireCases.Value<T>(10), quire);
        quire.Subtract(quire);
        Assert.True(quire.IsZero);
    }

    [Fact]
    public void The_contents_of_the_co_processors_quire_are_taken_over_only_in_its_own_format()
    {
        AssertHolds(QuireCases.Value<T>(-7), new Quire<T>(new Quire128(Format, -7, isNaR: false)));
        NumberFormat other = Format == NumberFormat.P8 ? NumberFormat.P16 : NumberFormat.P8;
        Assert.Throws<ArgumentException>(() => new Quire<T>(new Quire128(other)));
    }

    [Fact]
    public void Accumulating_and_rounding_allocate_nothing()
    {
        T number = CodeToNumber(3);
        T[] numbers = [number, number, number];
        long allocated = -1;
        for (int i = 0; i < 3; i++)
        {
            // The first times fill the tables.
            long before = GC.GetAllocatedBytesForCurrentThread();
            Exercise(number, numbers);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    private static T CodeToNumber(uint code)
    {
        ushort bits = (ushort)code; // little-endian: a one-byte type takes the low byte
        return Unsafe.As<ushort, T>(ref bits);
    }

    private static void Exercise(T number, T[] numbers)
    {
        Quire<T> quire = default;
        quire.Add(number);
        quire.Subtract(number);
        quire.AddProduct(number, number);
        quire.SubtractProduct(number, number);
        quire.AddProducts(numbers, numbers);
        quire.Add(quire);
        quire.Negate();
        _ = quire.Round();
        _ = quire.RoundTo<Posit8>();
        _ = quire.ToSingle();
        _ = quire.ToDouble();
        _ = ExactDot.Dot<T>(numbers, numbers);
    }

    private static Rational Value(uint code) => Format.Value(code)!.Value;

    private static Rational Signed(Rational value, bool minus) => minus ? -value : value;

    private static Quire<T> Sum((uint A, uint B, bool Minus)[] terms)
    {
        Quire<T> quire = default;
        foreach ((uint, uint, bool) term in terms) AddProduct(ref quire, term);
        return quire;
    }

    private static void AddProduct(ref Quire<T> quire, (uint A, uint B, bool Minus) term)
    {
        if (term.Minus) quire.SubtractProduct(CodeToNumber(term.A), CodeToNumber(term.B));
        else quire.AddProduct(CodeToNumber(term.A), CodeToNumber(term.B));
    }

    private static void AddValue(ref Quire<T> quire, uint code, bool minus)
    {
        if (minus) quire.Subtract(CodeToNumber(code));
        else quire.Add(CodeToNumber(code));
    }

    /// <summary>Equal contents have one representation, so this compares every bit.</summary>
    private static void AssertHolds(Rational exact, Quire<T> quire)
    {
        Rational units = exact / QuireCases.Value<T>(1);
        Assert.Equal(BigInteger.One, units.Denominator);
        Assert.Equal(QuireCases.Holding<T>(units.Numerator), quire);
        Assert.Equal(Float64Reference.Round(exact), quire.ToDouble());
    }
}

public class Fp4QuireTests : QuireTests<Fp4>;

public class Posit4QuireTests : QuireTests<Posit4>;

public class Posit8QuireTests : QuireTests<Posit8>;

public class Posit16QuireTests : QuireTests<Posit16>;
