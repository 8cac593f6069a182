using CsCheck;

namespace XrNpe.Arith.Tests;

public class TensorConvertTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Every_element_is_converted_as_by_itself(NumberFormat format) => Gen.Float.Where(float.IsFinite).Array[0, 50].Sample(
        values =>
        {
            var codes = new ushort[values.Length];
            TensorConvert.FromSingle(format, values, codes);
            Assert.Equal(values.Select(value => (ushort)FormatConvert.FromSingle(format, value)), codes);

            var back = new float[values.Length];
            TensorConvert.ToSingle(format, codes, back);
            Assert.Equal(codes.Select(code => FormatConvert.ToSingle(format, code)), back);
        },
        iter: 500);

    [Fact]
    public void NaN_to_fp4_names_the_element()
    {
        string message = Assert.Throws<OverflowException>(
            () => TensorConvert.FromSingle(NumberFormat.Fp4, [1, 2, float.NaN], new ushort[3])).Message;
        Assert.Contains("element 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_lengths_and_float32_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TensorConvert.FromSingle(NumberFormat.P8, [1, 2], new ushort[3]));
        Assert.Throws<ArgumentException>(() => TensorConvert.ToSingle(NumberFormat.P8, [1, 2], new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TensorConvert.ToSingle(NumberFormat.F32, [1], new float[1]));
    }
}
