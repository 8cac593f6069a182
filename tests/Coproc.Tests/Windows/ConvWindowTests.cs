using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class ConvWindowTests
{
    private static readonly ConvWindow Window = new()
    {
        Height = 4,
        Width = 5,
        Channels = 3,
        KernelHeight = 2,
        KernelWidth = 3,
        StrideY = 2,
        StrideX = 2,
        PadTop = 1,
        PadLeft = 1,
        PadRight = 1,
    };

    [Fact]
    public void The_largest_output_is_the_textbooks()
    {
        ConvWindow window = Window.WithLargestOutput();
        Assert.Equal((2, 3), (window.OutHeight, window.OutWidth));
        Assert.Equal((6, 18), (window.Rows, window.Terms));
        Assert.Null(window.Problem(6, 18));
        Assert.Equal(0, (Window with { KernelHeight = 6 }).LargestOutHeight);
        Assert.Equal(112, new ConvWindow { Height = 224, Width = 224, Channels = 3, KernelHeight = 7, KernelWidth = 7, StrideY = 2, PadTop = 3, PadBottom = 3 }.LargestOutHeight);
    }

    [Fact]
    public void Lengths_pad_the_channels_of_each_pixel()
    {
        Assert.Equal((1, 2, 3), (Window.ChannelWords(NumberFormat.P4), Window.ChannelWords(NumberFormat.P8), Window.ChannelWords(NumberFormat.P16)));
        Assert.Equal((6, 20, 24), (Window.RowWords(NumberFormat.P8), Window.ImageRowBytes(NumberFormat.P8), Window.KernelBytes(NumberFormat.P8)));
    }

    [Fact]
    public void A_descriptor_keeps_every_field()
    {
        var random = new Random(1);
        for (int i = 0; i < 100; i++)
        {
            ConvWindow window = TestJobs.Window(random);
            Assert.Equal(window, ConvWindow.FromDescriptor(window.ApplyTo(new Descriptor())));
        }

        Assert.Null(ConvWindow.FromDescriptor(DescriptorVariants.Good));
        Assert.NotNull(ConvWindow.FromDescriptor(new Descriptor { WindowPadBottom = 1 }));
    }

    [Theory]
    [InlineData(65536, 3, 0, "window_height is 65536: 1 to 65535")]
    [InlineData(4, 256, 0, "window_kernel_width is 256: 1 to 255")]
    [InlineData(4, 3, -1, "window_pad_left is -1: 0 to 255")]
    [InlineData(4, 3, 256, "window_pad_left is 256: 0 to 255")]
    public void What_a_descriptor_has_no_room_for_is_a_problem(int height, int kernelWidth, int padLeft, string expected)
    {
        ConvWindow window = Window with { Height = height, KernelWidth = kernelWidth, PadLeft = padLeft, OutHeight = 1, OutWidth = 1 };
        Assert.Contains(expected, window.Problem(1, 18), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_does_not_fit_its_window_is_refused()
    {
        MatmulJob job = TestJobs.Convolution(new Random(1), NumberFormat.P8, NumberFormat.P8, Window.WithLargestOutput(), 2, channels: true);
        Assert.Contains("k is 17: 18", Refused(job with { Shape = new MatmulShape(6, 2, 17) }), StringComparison.Ordinal);
        Assert.Contains("an image of 4×5 pixels of 3 channels wants 60", Refused(job with { A = new ushort[108] }), StringComparison.Ordinal);
        Assert.Contains("1 channels for 2 columns", Refused(job with { Channels = [default] }), StringComparison.Ordinal);
        Assert.Contains("window_out_height is 0", Refused(job with { Window = Window }), StringComparison.Ordinal);

        static string Refused(MatmulJob job)
        {
            using var golden = new GoldenBackend();
            string message = Assert.Throws<ArgumentException>(() => JobLayout.Plan(job, 0)).Message;
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => golden.Run(job)).Message);
            return message;
        }
    }
}
