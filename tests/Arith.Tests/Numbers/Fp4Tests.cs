namespace XrNpe.Arith.Tests;

public class Fp4Tests : CodedNumberTests<Fp4, byte>
{
    [Fact]
    public void Minus_zero_equals_zero_and_keeps_its_sign_in_text()
    {
        Assert.True(Fp4.NegativeZero == Fp4.Zero);
        Assert.Equal(Fp4.Zero.GetHashCode(), Fp4.NegativeZero.GetHashCode());
        Assert.Equal("-0", Fp4.NegativeZero.ToString());
    }

    [Fact]
    public void NaN_is_an_error() => Assert.Throws<OverflowException>(() => (Fp4)float.NaN);

    [Fact]
    public void A_code_wider_than_four_bits_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Fp4.FromBits(0x10));
}
