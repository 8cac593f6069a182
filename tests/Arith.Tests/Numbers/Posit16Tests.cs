namespace XrNpe.Arith.Tests;

public class Posit16Tests : CodedNumberTests<Posit16, ushort>
{
    [Fact]
    public void NaN_becomes_NaR_and_NaR_is_the_only_one() =>
        Assert.Equal([(Posit16)double.NaN], Numbers.Where(Posit16.IsNaR));
}
