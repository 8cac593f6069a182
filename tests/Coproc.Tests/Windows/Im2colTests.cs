using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class Im2colTests
{
    public static TheoryData<NumberFormat> Inputs { get; } = [.. FormatInfo.Inputs.Select(f => f.Format)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void The_unfolded_product_is_the_direct_convolution(NumberFormat format)
    {
        var random = new Random((int)format);
        for (int i = 0; i < 100; i++)
        {
            MatmulJob job = TestJobs.Convolution(random, format, NumberFormat.F32, TestJobs.Window(random), random.Next(1, 4), channels: false, nar: i % 2 == 0);
            uint[] c = new uint[job.Shape.M * job.Shape.N];
            MatrixMultiply.Run(format, job.Shape, Im2col.Unfold(job.Window!, job.A), job.B, default, 0, NumberFormat.F32, c);
            Assert.Equal(DirectConvolution.Run(job), c);
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Packed_memory_unfolds_into_the_same_codes_and_clean_pad_lanes(NumberFormat format)
    {
        var random = new Random(10 + (int)format);
        int lanes = FormatInfo.Of(format).Lanes;
        for (int i = 0; i < 50; i++)
        {
            ConvWindow window = TestJobs.Window(random);
            MatmulJob job = TestJobs.Convolution(random, format, format, window, 1, channels: false);
            uint stride = (uint)(window.ImageRowBytes(format) + (2 * random.Next(4)));
            var memory = new MemoryImage(0, (int)stride * window.Height);

            // The pad lanes of the image hold ones, which must not come through.
            memory.All.Fill(0xff);
            byte[] pixel = new byte[2 * window.ChannelWords(format)];
            for (int p = 0; p < window.Height * window.Width; p++)
            {
                uint[] padded = [.. job.A.AsSpan(p * window.Channels, window.Channels).ToArray().Select(code => (uint)code)];
                Array.Resize(ref padded, window.ChannelWords(format) * lanes);
                padded.AsSpan(window.Channels).Fill(FormatInfo.Of(format).Mask);
                PackedRow.Pack(format, padded, pixel);
                pixel.CopyTo(memory.All[(int)((p / window.Width * stride) + (p % window.Width * pixel.Length))..]);
            }

            ushort[] unfolded = Im2col.Unfold(window, job.A);
            byte[] packed = new byte[window.KernelBytes(format)];
            uint[] codes = new uint[window.ChannelWords(format) * lanes];
            for (int row = 0; row < job.Shape.M; row++)
            {
                Im2col.UnfoldPacked(window, format, memory.All, stride, row, packed);
                for (int p = 0; p < window.KernelHeight * window.KernelWidth; p++)
                {
                    PackedRow.Unpack(format, packed.AsSpan(p * pixel.Length), codes);
                    Assert.Equal(unfolded.Skip((row * job.Shape.K) + (p * window.Channels)).Take(window.Channels).Select(c => (uint)c), codes.Take(window.Channels));
                    Assert.All(codes.Skip(window.Channels), code => Assert.Equal(0u, code));
                }
            }
        }
    }

    [Fact]
    public void NaR_meets_the_zeros_around_the_image()
    {
        // A 1×1 image in the middle of its padding: every corner output sees the image once and NaR in B always.
        ConvWindow window = new ConvWindow
        {
            Height = 1,
            Width = 1,
            Channels = 1,
            KernelHeight = 2,
            KernelWidth = 2,
            PadTop = 1,
            PadLeft = 1,
            PadBottom = 1,
            PadRight = 1,
        }.WithLargestOutput();
        ushort nar = (ushort)FormatInfo.Of(NumberFormat.P8).NaRCode;
        var job = new MatmulJob(NumberFormat.P8, NumberFormat.P8, new MatmulShape(4, 1, 4), [0x40], [0x40, nar, 0x40, 0x40], Window: window);
        using var golden = new GoldenBackend();
        Assert.All(golden.Run(job).C, code => Assert.Equal((uint)nar, code));
    }
}
