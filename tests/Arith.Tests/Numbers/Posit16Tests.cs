namespace XrNpe.Arith.Tests;

public class Posit16Tests : CodedNumberTests<Posit16, ushort>
{
    [Fact]
    public void NaN_becomes_NaR_and_NaR_is_the_only_one() =>
        Assert.Equal([(Posit16)double.NaN], Numbers.Where(Posit16.IsNaR));

    [Fact]
    public void The_nearest_to_a_tenth_prints_as_a_tenth() => Assert.Equal("0.1", ((Posit16)0.1).ToString());

    [Fact]
    public void CSharp_casts_from_and_to_every_integer_type()
    {
        Posit16 seven = (Posit16)7;
        Assert.Equal(seven, (Posit16)(byte)7);
        Assert.Equal(seven, (Posit16)(sbyte)7);
        Assert.Equal(seven, (Posit16)(short)7);
        Assert.Equal(seven, (Posit16)(ushort)7);
        Assert.Equal(seven, (Posit16)7u);
        Assert.Equal(seven, (Posit16)(nint)7);
        Assert.Equal(seven, (Posit16)(nuint)7);
        Assert.Equal(seven, (Posit16)'\a');
        Assert.Equal(seven, (Posit16)7m);
        Assert.Equal((7, 7u, (byte)7, (sbyte)7), ((int)seven, (uint)seven, (byte)seven, (sbyte)seven));
        Assert.Equal(((short)7, (ushort)7, (nint)7, (nuint)7, '\a'), ((short)seven, (ushort)seven, (nint)seven, (nuint)seven, (char)seven));
        Assert.Equal(0u, (uint)-seven);
        Assert.Throws<OverflowException>(() => checked((uint)-seven));
        Assert.Throws<OverflowException>(() => checked((sbyte)(Posit16)200));
    }
}
