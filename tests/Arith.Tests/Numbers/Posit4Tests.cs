namespace XrNpe.Arith.Tests;

public class Posit4Tests : CodedNumberTests<Posit4, byte>
{
    [Fact]
    public void NaN_becomes_NaR_and_NaR_is_the_only_one() =>
        Assert.Equal([(Posit4)double.NaN], Numbers.Where(Posit4.IsNaR));

    [Fact]
    public void A_code_wider_than_four_bits_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Posit4.FromBits(0x10));
}
