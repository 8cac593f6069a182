namespace XrNpe.Arith.Tests;

public class SpanConvertTests
{
    [Fact]
    public void Floats_become_numbers_and_back()
    {
        float[] floats = [.. Enumerable.Range(-50, 101).Select(i => i / 16f), float.NaN, float.PositiveInfinity];
        var numbers = new Posit16[floats.Length];
        var back = new float[floats.Length];
        SpanConvert.FromSingle<Posit16>(floats, numbers);
        SpanConvert.ToSingle<Posit16>(numbers, back);
        for (int i = 0; i < floats.Length; i++)
        {
            Assert.Equal((Posit16)floats[i], numbers[i]);
            Assert.Equal(BitConverter.SingleToInt32Bits((float)numbers[i]), BitConverter.SingleToInt32Bits(back[i]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    [InlineData(39)]
    public void NaN_to_fp4_names_the_element(int element)
    {
        var floats = new float[40];
        floats[element] = float.NaN;
        var error = Assert.Throws<OverflowException>(() => SpanConvert.FromSingle<Fp4>(floats, new Fp4[40]));
        Assert.Contains($"element {element} ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_lengths_are_both_named()
    {
        var error = Assert.Throws<ArgumentException>(() => SpanConvert.FromSingle<Posit8>(new float[3], new Posit8[4]));
        Assert.Contains("3 elements and a target of 4", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SpanConvert.ToSingle<Posit8>(new Posit8[4], new float[3]));
    }

    [Fact]
    public void Other_types_are_refused() =>
        Assert.Throws<NotSupportedException>(() => SpanConvert.FromSingle<short>(new float[1], new short[1]));
}
