using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public sealed class CodeTensorTests
{
    private static readonly RealTensor Image = new([2, 2, 3], [1, 2, 3, 4, 5, 6, -0.5, -1, -1.5, -2, -2.5, -3]);

    [Fact]
    public void Channels_stand_side_by_side_and_come_back_in_order()
    {
        CodeTensor codes = CodeTensor.Of(Image, new ValueScale(NumberFormat.P16, [0, -1]));
        Assert.True(codes.ChannelsLast);
        Assert.Equal(FormatConvert.FromDouble(NumberFormat.P16, 1), codes.Codes[0]);
        Assert.Equal(FormatConvert.FromDouble(NumberFormat.P16, -1), codes.Codes[1]);
        Assert.Equal(Image.Data, codes.ToReal().Data);
        CodeTensor planar = codes.Ordered(channelsLast: false);
        Assert.Equal(Image.Data, planar.ToReal().Data);
        Assert.Equal(codes.Codes, planar.Ordered(channelsLast: true).Codes);
    }

    [Fact]
    public void NaN_has_no_code_in_fp4_and_is_NaR_elsewhere()
    {
        var value = new RealTensor([2], [1, double.NaN]);
        Assert.Contains("NaN", Assert.Throws<InputException>(() => CodeTensor.Of(value, ValueScale.Uniform(NumberFormat.Fp4, 0))).Message, StringComparison.Ordinal);
        Assert.Equal(0x80, CodeTensor.Of(value, ValueScale.Uniform(NumberFormat.P8, 0)).Codes[1]);
    }

    [Fact]
    public void Flatten_gives_each_element_the_scale_of_its_channel()
    {
        CodeTensor codes = CodeTensor.Of(Image, new ValueScale(NumberFormat.P8, [1, -1]));
        Assert.True(CodeMoves.CanMove(Reshape.Flatten, [codes], [12]));
        CodeTensor flat = CodeMoves.Move(Reshape.Flatten, [codes], [12]);
        Assert.Equal([1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1], flat.Scale.Scales);
        Assert.Equal(codes.ToReal().Data, flat.ToReal().Data);
    }

    [Fact]
    public void Concat_of_channels_keeps_the_scale_of_each()
    {
        CodeTensor first = CodeTensor.Of(Image, new ValueScale(NumberFormat.P8, [1, -1])), second = CodeTensor.Of(Image, ValueScale.Uniform(NumberFormat.P8, 2));
        Assert.True(CodeMoves.CanMove(new Concat(), [first, second], [4, 2, 3]));
        CodeTensor both = CodeMoves.Move(new Concat(), [first, second], [4, 2, 3]);
        Assert.Equal([1, -1, 2, 2], both.Scale.Scales);
        Assert.Equal([.. first.ToReal().Data, .. second.ToReal().Data], both.ToReal().Data);
        Assert.False(CodeMoves.CanMove(new Concat(1), [first, second], [2, 4, 3]));
        Assert.False(CodeMoves.CanMove(new Concat(), [first, CodeTensor.Of(Image, ValueScale.Uniform(NumberFormat.P16, 2))], [4, 2, 3]));
    }

    [Fact]
    public void What_moves_across_channels_needs_one_scale()
    {
        CodeTensor byChannel = CodeTensor.Of(Image, new ValueScale(NumberFormat.P8, [1, -1])), one = CodeTensor.Of(Image, ValueScale.Uniform(NumberFormat.P8, 0));
        var transpose = new Transpose([2, 0, 1]);
        var slice = new Slice(0, 1, 1);
        var pool = new Pool(new WindowGeometry { KernelHeight = 2, KernelWidth = 2 }, IsMax: true);
        Assert.False(CodeMoves.CanMove(transpose, [byChannel], [3, 2, 2]));
        Assert.False(CodeMoves.CanMove(slice, [byChannel], [1, 2, 3]));
        Assert.Equal(transpose.Evaluate([one.ToReal()]).Data, CodeMoves.Move(transpose, [one], [3, 2, 2]).ToReal().Data);
        Assert.Equal(slice.Evaluate([one.ToReal()]).Data, CodeMoves.Move(slice, [one], [1, 2, 3]).ToReal().Data);
        Assert.Equal(pool.Evaluate([byChannel.ToReal()]).Data, CodeMoves.Move(pool, [byChannel], [2, 1, 2]).ToReal().Data);
    }

    [Theory]
    [InlineData(new[] { 3 }, new[] { 3, 3 }, true)]
    [InlineData(new[] { 3, 4 }, new[] { 3, 4 }, true)]
    [InlineData(new[] { 3, 4 }, new[] { 3, 3 }, false)]
    [InlineData(new[] { 3 }, new[] { 4 }, false)]
    public void Scales_are_the_same_channel_by_channel(int[] a, int[] b, bool same)
    {
        Assert.Equal(same, new ValueScale(NumberFormat.P8, a).Same(new ValueScale(NumberFormat.P8, b)));
        Assert.False(new ValueScale(NumberFormat.P8, a).Same(new ValueScale(NumberFormat.P4, a)));
    }
}
