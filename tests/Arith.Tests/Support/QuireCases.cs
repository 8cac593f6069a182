using System.Numerics;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Quires of given contents, and what they must round to.</summary>
public static class QuireCases
{
    /// <summary>The format of a number type.</summary>
    public static NumberFormat Format<T>() => Enum.Parse<NumberFormat>(typeof(T).Name.Replace("Posit", "P", StringComparison.Ordinal));

    /// <summary>A quire that holds sum · 2^LSB.</summary>
    public static Quire<T> Holding<T>(BigInteger sum)
        where T : unmanaged
    {
        Quire<T> quire = default;
        BigInteger rest = BigInteger.Abs(sum);
        const int Digit = 126;
        for (int shift = 0; !rest.IsZero; shift += Digit)
        {
            Quire<T> digit = new(new Quire128(Format<T>(), (Int128)(rest & ((BigInteger.One << Digit) - 1)), isNaR: false));
            for (int i = 0; i < shift; i++) digit.Add(digit);
            quire.Add(digit);
            rest >>= Digit;
        }

        if (sum.Sign < 0) quire.Negate();
        return quire;
    }

    /// <summary>The value of sum units of the LSB, times 2^scale.</summary>
    public static Rational Value<T>(BigInteger sum, int scale = 0) =>
        new Rational(sum) * Rational.PowerOfTwo(FormatInfo.Of(Format<T>()).ProductLsbExponent + scale);

    /// <summary>Fails when a quire of these contents rounds to any output format in another way than the reference.</summary>
    public static void AssertRounds<T>(BigInteger sum, int scale = 0)
        where T : unmanaged
    {
        Quire<T> quire = Holding<T>(sum);
        Rational exact = Value<T>(sum, scale);
        foreach (FormatInfo output in FormatInfo.All)
        {
            uint expected = ReferenceRounding.Round(output.Format.Reference(), exact);
            uint actual = quire.ToCode(output.Format, scale);
            if (expected != actual) Assert.Fail($"{typeof(T).Name} to {output}: {sum:x} · 2^{scale} must be {expected:x}, is {actual:x}");
        }

        Assert.Equal(BitConverter.DoubleToUInt64Bits(Float64Reference.Round(exact)), BitConverter.DoubleToUInt64Bits(quire.ToDouble(scale)));
    }
}
