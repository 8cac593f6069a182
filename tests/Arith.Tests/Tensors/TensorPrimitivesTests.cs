using System.Numerics;
using System.Numerics.Tensors;

namespace XrNpe.Arith.Tests;

/// <summary>
/// Every operation of <see cref="TensorPrimitives"/> that a number with roots can have, against a loop over the type's own
/// operators. Those that want IFloatingPoint or IFloatingPointIeee754 are not for types without infinities and NaN order;
/// and a sum of products in the library rounds at every step, as the loop does.
/// </summary>
public abstract class TensorPrimitivesTests<TNumber, TBits>
    where TNumber : struct, ICodedNumber<TNumber, TBits>
    where TBits : unmanaged, IUnsignedNumber<TBits>
{
    private const int Length = 500;

    private delegate void Unary<TResult>(ReadOnlySpan<TNumber> x, Span<TResult> destination);

    private delegate void Binary(ReadOnlySpan<TNumber> x, ReadOnlySpan<TNumber> y, Span<TNumber> destination);

    private delegate void Mixed(ReadOnlySpan<TNumber> x, TNumber y, Span<TNumber> destination);

    private delegate void Ternary(ReadOnlySpan<TNumber> x, ReadOnlySpan<TNumber> y, ReadOnlySpan<TNumber> z, Span<TNumber> destination);

    private delegate TResult Reduction<TResult>(ReadOnlySpan<TNumber> x);

    private delegate TResult PairReduction<TResult>(ReadOnlySpan<TNumber> x, ReadOnlySpan<TNumber> y);

    /// <summary>Numbers of every magnitude, without NaR.</summary>
    private static TNumber[] X { get; } = Draw(1, code => true);

    /// <summary>Numbers other than zero.</summary>
    private static TNumber[] Y { get; } = Draw(2, number => number != TNumber.Zero);

    private static TNumber[] Z { get; } = Draw(3, code => true);

    private static TNumber[] Positive { get; } = Draw(4, number => number > TNumber.Zero);

    [Fact]
    public void Unary_operations()
    {
        Each(TensorPrimitives.Abs, TNumber.Abs, X);
        Each(TensorPrimitives.Negate, x => -x, X);
        Each(TensorPrimitives.Increment, x => x + TNumber.One, X);
        Each(TensorPrimitives.Decrement, x => x - TNumber.One, X);
        Each(TensorPrimitives.Sqrt, TNumber.Sqrt, Positive);
        Each(TensorPrimitives.Cbrt, TNumber.Cbrt, X);
        Each((x, destination) => TensorPrimitives.RootN(x, 5, destination), x => TNumber.RootN(x, 5), X);
        Each<int>(TensorPrimitives.Sign, TNumber.Sign, X);
        Each((x, destination) => x.CopyTo(destination), x => x, X);
    }

    [Fact]
    public void Questions_about_elements()
    {
        Each<bool>(TensorPrimitives.IsNaN, TNumber.IsNaN, X);
        Each<bool>(TensorPrimitives.IsFinite, TNumber.IsFinite, X);
        Each<bool>(TensorPrimitives.IsInfinity, TNumber.IsInfinity, X);
        Each<bool>(TensorPrimitives.IsInteger, TNumber.IsInteger, X);
        Each<bool>(TensorPrimitives.IsEvenInteger, TNumber.IsEvenInteger, X);
        Each<bool>(TensorPrimitives.IsOddInteger, TNumber.IsOddInteger, X);
        Each<bool>(TensorPrimitives.IsNegative, TNumber.IsNegative, X);
        Each<bool>(TensorPrimitives.IsPositive, TNumber.IsPositive, X);
        Each<bool>(TensorPrimitives.IsNormal, TNumber.IsNormal, X);
        Each<bool>(TensorPrimitives.IsSubnormal, TNumber.IsSubnormal, X);
        Each<bool>(TensorPrimitives.IsRealNumber, TNumber.IsRealNumber, X);
        Each<bool>(TensorPrimitives.IsZero, TNumber.IsZero, X);
        Each<bool>(TensorPrimitives.IsCanonical, TNumber.IsCanonical, X);
        Each<bool>(TensorPrimitives.IsComplexNumber, TNumber.IsComplexNumber, X);
        Each<bool>(TensorPrimitives.IsImaginaryNumber, TNumber.IsImaginaryNumber, X);
        Assert.False(TensorPrimitives.IsNaNAny<TNumber>(X));
        Assert.True(TensorPrimitives.IsFiniteAll<TNumber>(X));
    }

    [Fact]
    public void Binary_operations()
    {
        EachPair(TensorPrimitives.Add, TensorPrimitives.Add, (x, y) => x + y);
        EachPair(TensorPrimitives.Subtract, TensorPrimitives.Subtract, (x, y) => x - y);
        EachPair(TensorPrimitives.Multiply, TensorPrimitives.Multiply, (x, y) => x * y);
        EachPair(TensorPrimitives.Divide, TensorPrimitives.Divide, (x, y) => x / y);
        EachPair(TensorPrimitives.Remainder, TensorPrimitives.Remainder, (x, y) => x % y);
        EachPair(TensorPrimitives.Max, TensorPrimitives.Max, TNumber.Max);
        EachPair(TensorPrimitives.Min, TensorPrimitives.Min, TNumber.Min);
        EachPair(TensorPrimitives.MaxMagnitude, TensorPrimitives.MaxMagnitude, TNumber.MaxMagnitude);
        EachPair(TensorPrimitives.MinMagnitude, TensorPrimitives.MinMagnitude, TNumber.MinMagnitude);
        EachPair(TensorPrimitives.CopySign, TensorPrimitives.CopySign, TNumber.CopySign);
        EachPair(TensorPrimitives.Hypot, null, TNumber.Hypot);
    }

    [Fact]
    public void Ternary_operations()
    {
        EachTriple(TensorPrimitives.MultiplyAdd, (x, y, z) => (x * y) + z);
        EachTriple(TensorPrimitives.AddMultiply, (x, y, z) => (x + y) * z);
        EachTriple(TensorPrimitives.MultiplyAddEstimate, TNumber.FusedMultiplyAdd);
        Each((x, destination) => TensorPrimitives.Clamp(x, TNumber.NegativeOne, TNumber.One, destination), x => TNumber.Clamp(x, TNumber.NegativeOne, TNumber.One), X);
    }

    [Fact]
    public void Sums_and_products()
    {
        Reduce(TensorPrimitives.Sum, X, Fold(X, TNumber.Zero, (sum, x) => sum + x));
        Reduce(TensorPrimitives.SumOfSquares, X, Fold(X, TNumber.Zero, (sum, x) => sum + (x * x)));
        Reduce(TensorPrimitives.SumOfMagnitudes, X, Fold(X, TNumber.Zero, (sum, x) => sum + TNumber.Abs(x)));
        Reduce(TensorPrimitives.Product, Y, Fold(Y, TNumber.One, (product, y) => product * y));
        Reduce(TensorPrimitives.Norm, X, TNumber.Sqrt(Fold(X, TNumber.Zero, (sum, x) => sum + (x * x))));
        Reduce(TensorPrimitives.Dot, FoldPairs(TNumber.Zero, (sum, x, y) => sum + (x * y)));
        Reduce(TensorPrimitives.Distance, TNumber.Sqrt(FoldPairs(TNumber.Zero, (sum, x, y) => sum + ((x - y) * (x - y)))));
        Reduce(TensorPrimitives.ProductOfSums, FoldPairs(TNumber.One, (product, x, y) => product * (x + y)));
        Reduce(TensorPrimitives.ProductOfDifferences, FoldPairs(TNumber.One, (product, x, y) => product * (x - y)));
        TNumber norms = TNumber.Sqrt(Fold(X, TNumber.Zero, (sum, x) => sum + (x * x))) * TNumber.Sqrt(Fold(Y, TNumber.Zero, (sum, y) => sum + (y * y)));
        Reduce(TensorPrimitives.CosineSimilarity, FoldPairs(TNumber.Zero, (sum, x, y) => sum + (x * y)) / norms);
    }

    [Fact]
    public void Extremes()
    {
        Reduce(TensorPrimitives.Max, X, X.Max());
        Reduce(TensorPrimitives.Min, X, X.Min());
        Reduce(TensorPrimitives.MaxMagnitude, X, X.Aggregate(TNumber.MaxMagnitude));
        Reduce(TensorPrimitives.MinMagnitude, X, X.Aggregate(TNumber.MinMagnitude));
        Assert.Equal(Array.IndexOf(X, X.Max()), TensorPrimitives.IndexOfMax<TNumber>(X));
        Assert.Equal(Array.IndexOf(X, X.Min()), TensorPrimitives.IndexOfMin<TNumber>(X));
        Assert.Equal(X.Select(TNumber.Abs).Max(), TNumber.Abs(X[TensorPrimitives.IndexOfMaxMagnitude<TNumber>(X)]));
        Assert.Equal(X.Select(TNumber.Abs).Min(), TNumber.Abs(X[TensorPrimitives.IndexOfMinMagnitude<TNumber>(X)]));
    }

    [Fact]
    public void Conversions()
    {
        Each<float>(TensorPrimitives.ConvertChecked, x => (float)x, X);
        Each<double>(TensorPrimitives.ConvertSaturating, x => (double)x, X);
        Each<int>(TensorPrimitives.ConvertTruncating, x => int.CreateTruncating(x), X);
        Each<Posit16>(TensorPrimitives.ConvertChecked, x => Posit16.CreateChecked(x), X);
        float[] floats = [.. Enumerable.Range(-40, 80).Select(i => i / 7f)];
        var numbers = new TNumber[floats.Length];
        TensorPrimitives.ConvertChecked<float, TNumber>(floats, numbers);
        Assert.Equal(floats.Select(value => (TNumber)value), numbers);
    }

    [Fact]
    public void Tensors_and_their_operators()
    {
        Tensor<TNumber> x = Tensor.Create(X, [20, 25]);
        Tensor<TNumber> y = Tensor.Create(Y, [20, 25]);
        Tensor<TNumber> sum = x + y;
        Tensor<TNumber> product = Tensor.Multiply<TNumber>(x, y);
        Tensor<TNumber> quotient = x / y;
        for (int i = 0; i < Length; i++)
        {
            Assert.Equal(X[i] + Y[i], sum[i / 25, i % 25]);
            Assert.Equal(X[i] * Y[i], product[i / 25, i % 25]);
            Assert.Equal(X[i] / Y[i], quotient[i / 25, i % 25]);
        }

        Assert.Equal(TensorPrimitives.Sum<TNumber>(X), Tensor.Sum<TNumber>(x));
    }

    private static TNumber[] Draw(int seed, Func<TNumber, bool> accepts)
    {
        var random = new Random(seed);
        TNumber[] all = [.. TNumber.Format.Codes().Select(code => TNumber.FromBits(TBits.CreateChecked(code))).Where(n => !TNumber.IsNaN(n) && accepts(n))];
        return [.. Enumerable.Range(0, Length).Select(_ => all[random.Next(all.Length)])];
    }

    private static void Each(Unary<TNumber> operation, Func<TNumber, TNumber> expected, TNumber[] x) => Each<TNumber>(operation, expected, x);

    private static void Each<TResult>(Unary<TResult> operation, Func<TNumber, TResult> expected, TNumber[] x)
    {
        var actual = new TResult[x.Length];
        operation(x, actual);
        Assert.Equal(x.Select(expected), actual);
    }

    private static void EachPair(Binary operation, Mixed? mixed, Func<TNumber, TNumber, TNumber> expected)
    {
        var actual = new TNumber[Length];
        operation(X, Y, actual);
        Assert.Equal(X.Zip(Y, expected), actual);
        if (mixed is null) return;
        mixed(X, Y[0], actual);
        Assert.Equal(X.Select(x => expected(x, Y[0])), actual);
    }

    private static void EachTriple(Ternary operation, Func<TNumber, TNumber, TNumber, TNumber> expected)
    {
        var actual = new TNumber[Length];
        operation(X, Y, Z, actual);
        Assert.Equal(X.Select((x, i) => expected(x, Y[i], Z[i])), actual);
    }

    private static void Reduce(Reduction<TNumber> operation, TNumber[] x, TNumber expected) => Assert.Equal(expected, operation(x));

    private static void Reduce(PairReduction<TNumber> operation, TNumber expected) => Assert.Equal(expected, operation(X, Y));

    private static TNumber Fold(TNumber[] numbers, TNumber seed, Func<TNumber, TNumber, TNumber> step) => numbers.Aggregate(seed, step);

    private static TNumber FoldPairs(TNumber seed, Func<TNumber, TNumber, TNumber, TNumber> step) =>
        Enumerable.Range(0, Length).Aggregate(seed, (result, i) => step(result, X[i], Y[i]));
}
