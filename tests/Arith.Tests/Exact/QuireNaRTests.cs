namespace XrNpe.Arith.Tests;

/// <summary>NaR in a quire: anything it touches, until it is cleared.</summary>
public class QuireNaRTests
{
    private static readonly Quire<Posit8> Poisoned = new(new Quire128(NumberFormat.P8, 5, isNaR: true));

    [Fact]
    public void NaR_poisons_as_a_value_as_a_factor_with_zero_too_and_as_a_quire()
    {
        Action<Holder>[] poisons =
        [
            q => q.Quire.Add(Posit8.NaR),
            q => q.Quire.Subtract(Posit8.NaR),
            q => q.Quire.AddProduct(Posit8.NaR, Posit8.Zero),
            q => q.Quire.AddProduct(Posit8.Zero, Posit8.NaR),
            q => q.Quire.SubtractProduct(Posit8.NaR, Posit8.NaR),
            q => q.Quire.AddProducts([Posit8.One, Posit8.Zero], [Posit8.One, Posit8.NaR]),
            q => q.Quire.Add(Poisoned),
            q => q.Quire.Subtract(Poisoned),
        ];
        foreach (Action<Holder> poison in poisons)
        {
            Holder holder = new();
            holder.Quire.Add(Posit8.One);
            Assert.False(holder.Quire.IsNaR);
            poison(holder);
            Assert.True(holder.Quire.IsNaR);
            Assert.Equal(Poisoned, holder.Quire);
        }
    }

    [Fact]
    public void Nothing_but_clearing_takes_NaR_away()
    {
        Quire<Posit8> quire = Poisoned;
        quire.Add(Posit8.MaxValue);
        quire.SubtractProduct(Posit8.MaxValue, Posit8.MaxValue);
        quire.AddProducts([Posit8.One], [Posit8.One]);
        quire.Subtract(QuireCases.Holding<Posit8>(System.Numerics.BigInteger.One << 190));
        quire.Negate();
        Assert.Equal(Poisoned, quire);
        Assert.Equal((false, false, false), (quire.IsZero, quire.IsNegative, quire.IsPositive));

        quire.Clear();
        quire.Add(Posit8.One);
        Assert.Equal(Posit8.One, quire.Round());
    }

    [Fact]
    public void NaR_rounds_to_NaR_or_NaN_and_fp4_which_has_neither_refuses_it()
    {
        Assert.Equal(Posit8.NaR, Poisoned.Round());
        Assert.Equal(Posit4.NaR, Poisoned.RoundTo<Posit4>());
        Assert.Equal(Posit16.NaR, Poisoned.RoundTo<Posit16>(scale: 5));
        Assert.Equal(0x7fc0_0000u, BitConverter.SingleToUInt32Bits(Poisoned.ToSingle()));
        Assert.True(double.IsNaN(Poisoned.ToDouble()));
        Assert.Throws<OverflowException>(() => Poisoned.RoundTo<Fp4>());
    }

    [Fact]
    public void A_type_that_is_not_a_number_type_is_refused_by_its_name()
    {
        Quire<int> quire = default;
        var error = Assert.Throws<NotSupportedException>(() => quire.Add(1));
        Assert.Contains("System.Int32", error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Poisoned.RoundTo<ushort>());
    }

    private sealed class Holder
    {
        public Quire<Posit8> Quire;
    }
}
