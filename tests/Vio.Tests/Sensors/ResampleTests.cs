namespace XrNpe.Vio.Tests;

public class ResampleTests
{
    [Fact]
    public void Weights_are_those_worked_by_hand()
    {
        // To half the size: the triangle is 4 wide about 1, so that samples 0, 1, 2 weigh 3/7, 3/7, 1/7; likewise from the right.
        Assert.Equal([50, 160], Resample.Bilinear(new Frame(4, 1, 1, [0, 70, 140, 210]), 2, 1).Pixels);
        Assert.Equal([50, 160], Resample.Bilinear(new Frame(1, 4, 1, [0, 70, 140, 210]), 1, 2).Pixels);

        // To twice the size: 1, 3/4 + 1/4, and so on; 25 and 75 of 0 and 100.
        Assert.Equal([0, 25, 75, 100], Resample.Bilinear(new Frame(2, 1, 1, [0, 100]), 4, 1).Pixels);
    }

    /// <summary>Two dark and two bright squares, resized; results as the tests of Pillow state them.</summary>
    [Theory]
    [InlineData(8, 1, "e1 c9 c9 b7")]
    [InlineData(8, 3, "e1 c9 c9 b7")]
    [InlineData(2, 1, "e1 b0 b0 98")]
    [InlineData(2, 3, "e1 b0 b0 98")]
    public void Results_are_those_that_Pillow_publishes(int size, int channels, string quarter)
    {
        byte[] wanted = [.. quarter.Split(' ').Select(hex => Convert.ToByte(hex, 16))];
        var squares = new Frame(size, size, channels, [.. Pixels(size, channels, (x, y) => (x < size / 2) == (y < size / 2) ? 0xe1 : 0x1e)]);
        byte[] expected = [.. Pixels(4, channels, (x, y) =>
        {
            int value = wanted[(Math.Min(y, 3 - y) * 2) + Math.Min(x, 3 - x)];
            return x < 2 == y < 2 ? value : 255 - value;
        })];
        Assert.Equal(expected, Resample.Bilinear(squares, 4, 4).Pixels);
    }

    [Theory]
    [InlineData(1226, 370, 512, 256)]
    [InlineData(37, 23, 64, 128)]
    [InlineData(100, 7, 3, 7)]
    public void The_fast_path_is_the_plain_formula(int width, int height, int toWidth, int toHeight)
    {
        byte[] noise = new byte[width * height * 3];
        new Random(1).NextBytes(noise);
        var colour = new Frame(width, height, 3, noise);
        byte[] result = Resample.Bilinear(colour, toWidth, toHeight).Pixels;
        for (int channel = 0; channel < 3; channel++)
        {
            byte[] one = [.. noise.Where((_, i) => i % 3 == channel)];
            byte[] expected = Plain(Plain(one, width, height, toWidth, 1), toWidth, height, toHeight, toWidth);
            Assert.Equal(expected, result.Where((_, i) => i % 3 == channel));
            Assert.Equal(expected, Resample.Bilinear(new Frame(width, height, 1, one), toWidth, toHeight).Pixels);
        }
    }

    [Fact]
    public void A_picture_of_the_right_size_is_left_alone()
    {
        var frame = new Frame(2, 2, 1, [1, 2, 3, 4]);
        Assert.Same(frame, Resample.Bilinear(frame, 2, 2));
    }

    [Fact]
    public void Luma_and_repetition_are_Pillows()
    {
        // 0.299, 0.587 and 0.114 of 255 are 76.2, 149.7 and 29.1.
        byte[] primaries = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];
        Assert.Equal([76, 150, 29, 255], new Frame(2, 2, 3, primaries).WithChannels(1).Pixels);
        Assert.Equal([7, 7, 7, 9, 9, 9], Resample.Fit(new Frame(2, 1, 1, [7, 9]), 2, 1, 3).Pixels);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Frame(1, 1, 1, [7]).WithChannels(2));
    }

    [Fact]
    public void Pixels_must_fill_the_frame() => Assert.Throws<ArgumentException>(() => new Frame(2, 2, 1, [1, 2, 3]));

    private static IEnumerable<byte> Pixels(int size, int channels, Func<int, int, int> value) =>
        from y in Enumerable.Range(0, size) from x in Enumerable.Range(0, size) from channel in Enumerable.Range(0, channels) select (byte)value(x, y);

    /// <summary>One pass, written down from the definition: along rows when the stride of the axis is 1, else along columns.</summary>
    private static byte[] Plain(byte[] from, int width, int height, int size, int stride)
    {
        bool rows = stride == 1;
        int length = rows ? width : height, lines = rows ? height : width;
        byte[] to = new byte[size * lines];
        if (length == size) return from;
        double scale = (double)length / size, support = Math.Max(scale, 1);
        for (int i = 0; i < size; i++)
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max(0, (int)(centre - support + 0.5)), last = Math.Min(length, (int)(centre + support + 0.5));
            double[] weights = [.. Enumerable.Range(first, last - first).Select(s => Math.Max(0, 1 - Math.Abs((s - centre + 0.5) * (1 / support))))];
            double total = weights.Sum();
            long[] fixedPoint = [.. weights.Select(w => (long)Math.Floor((w / total * 4194304) + 0.5))];
            for (int line = 0; line < lines; line++)
            {
                long sum = 1L << 21;
                for (int tap = 0; tap < weights.Length; tap++)
                {
                    int sample = first + tap;
                    sum += fixedPoint[tap] * (rows ? from[(line * width) + sample] : from[(sample * width) + line]);
                }

                to[rows ? (line * size) + i : (i * width) + line] = (byte)Math.Clamp(sum / 4194304, 0, 255);
            }
        }

        return to;
    }
}
