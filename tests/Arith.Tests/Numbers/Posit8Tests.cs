namespace XrNpe.Arith.Tests;

public class Posit8Tests : CodedNumberTests<Posit8, byte>
{
    [Fact]
    public void NaN_becomes_NaR_and_NaR_is_the_only_one() =>
        Assert.Equal([(Posit8)double.NaN], Numbers.Where(Posit8.IsNaR));
}
