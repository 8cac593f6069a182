using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public class QuantizerTests
{
    [Fact]
    public void Values_are_rounded_once_with_the_scale()
    {
        NumericTensor tensor = NumericTensor.OfValues("x.npy", [1, 3], [1, -0.75, 100]);
        QuantizedTensor quantized = Quantizer.Quantize("A", tensor, NumberFormat.Fp4, scale: -2);
        Assert.Equal([6, 0xd, 7], quantized.Codes.Select(c => (int)c)); // 4, −3, saturated
        Assert.Equal([1, -0.75, 1.5], quantized.Dequantize());
    }

    [Fact]
    public void Infinities_are_NaR_in_posits_and_saturate_in_fp4()
    {
        NumericTensor tensor = NumericTensor.OfValues("x.npy", [1, 3], [double.PositiveInfinity, double.NegativeInfinity, 1]);
        Assert.Equal([7, 0xf, 2], Quantizer.Quantize("A", tensor, NumberFormat.Fp4, null).Codes.Select(c => (int)c));
        Assert.Equal([0x80, 0x80, 0x40], Quantizer.Quantize("A", tensor, NumberFormat.P8, null).Codes.Select(c => (int)c));
    }

    [Theory]
    [InlineData(1e-320, 1000, 0x0001)]
    [InlineData(-1e-320, 1000, 0xffff)]
    [InlineData(1e308, -1000, 0x7fff)]
    [InlineData(-1e308, -1000, 0x8001)]
    public void What_leaves_the_range_of_a_double_saturates_as_a_real(double value, int scale, int expected) =>
        Assert.Equal(expected, Quantizer.Quantize("A", NumericTensor.OfValues("x", [1, 1], [value]), NumberFormat.P16, scale).Codes[0]);

    [Fact]
    public void NaN_is_NaR_in_posits_and_named_in_fp4()
    {
        double[] values = new double[32];
        values[(3 * 8) + 7] = double.NaN;
        NumericTensor tensor = NumericTensor.OfValues("x.npy", [4, 8], values);
        Assert.Equal(0x8, Quantizer.Quantize("A", tensor, NumberFormat.P4, null).Codes[31]);
        string message = Assert.Throws<InputException>(() => Quantizer.Quantize("A", tensor, NumberFormat.Fp4, null)).Message;
        Assert.Contains("A[3, 7] is NaN (x.npy)", message, StringComparison.Ordinal);
        Assert.Contains("use p4, p8 or p16", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NumberFormat.Fp4, 16, "0 to 15")]
    [InlineData(NumberFormat.P8, 256, "0 to 255")]
    [InlineData(NumberFormat.P16, 65536, "0 to 65535")]
    [InlineData(NumberFormat.P16, -1, "0 to 65535")]
    public void Integers_out_of_range_are_named(NumberFormat format, long value, string range)
    {
        NumericTensor tensor = NumericTensor.OfIntegers("x.npy", [1, 2], [0, value]);
        string message = Assert.Throws<InputException>(() => Quantizer.Quantize("B", tensor, format, null)).Message;
        Assert.Contains($"B[0, 1] is {value} (x.npy)", message, StringComparison.Ordinal);
        Assert.Contains(range, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_keep_their_bits_and_have_scale_0()
    {
        NumericTensor tensor = NumericTensor.OfIntegers("x.npy", [1, 2], [0x80, 3]);
        QuantizedTensor quantized = Quantizer.Quantize("A", tensor, NumberFormat.P8, null);
        Assert.Equal([0x80, 3], quantized.Codes.Select(c => (int)c));
        Assert.Equal(0, quantized.Scale);
        Assert.Contains("holds codes, whose scale is 0, but 3", Assert.Throws<InputException>(() => Quantizer.Quantize("A", tensor, NumberFormat.P8, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sqnr_is_the_ratio_in_decibels()
    {
        Assert.Equal(20, Sqnr.Decibels([1, 2, double.NaN], [1.1, 2.2, 5])!.Value, 6);
        Assert.Equal(20, Sqnr.Decibels([1e-200, 2e-200], [1.1e-200, 2.2e-200])!.Value, 6);
        Assert.Null(Sqnr.Decibels([1, 2], [1, 2]));
        Assert.Null(Sqnr.Decibels([0, 0], [1, 2]));
    }
}
