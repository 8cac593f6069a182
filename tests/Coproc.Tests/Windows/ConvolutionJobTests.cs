using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class ConvolutionJobTests
{
    private const ulong Base = 0x8000_0000;

    public static TheoryData<NumberFormat, NumberFormat> FormatPairs { get; } = new(
        from input in FormatInfo.Inputs from output in FormatInfo.All select (input.Format, output.Format));

    [Theory]
    [MemberData(nameof(FormatPairs))]
    public void Random_windows_and_tables_equal_the_direct_sum_and_touch_only_C(NumberFormat input, NumberFormat output)
    {
        var random = new Random(((int)input * 10) + (int)output);
        using var hardware = new CoprocEmulator(Presets.Default, new MemoryImage(Base, 1 << 16));
        for (int i = 0; i < 20; i++)
        {
            bool nar = output != NumberFormat.Fp4 && i % 5 == 0;
            Activation activation = TestJobs.Activation(random);
            int scale = random.Next(-20, 20);
            MatmulJob job = i % 4 == 3
                ? TestJobs.Random(random, input, output, new MatmulShape(3, 7, 11), activation, scale, nar) with { Channels = TestJobs.Channels(random, 7) }
                : TestJobs.Convolution(random, input, output, TestJobs.Window(random), random.Next(1, 6), channels: i % 2 == 0, activation, scale, nar);
            JobCheck.Run(hardware, job, TestJobs.Placement(random) with { TableOffset = 8 * random.Next(3) });
        }
    }

    [Fact]
    public void Golden_and_emulator_agree_over_more_than_one_band()
    {
        // K is 2700: a band of 388 rows, of which the job has 1200.
        ConvWindow window = new ConvWindow { Height = 30, Width = 40, Channels = 300, KernelHeight = 3, KernelWidth = 3, PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 }
            .WithLargestOutput();
        MatmulJob job = TestJobs.Convolution(new Random(1), NumberFormat.Fp4, NumberFormat.P16, window, 2, channels: false);
        using var golden = new GoldenBackend();
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Default);
        uint[] c = golden.Run(job).C;
        Assert.Equal(c, emulator.Run(job).C);
        Assert.Equal(DirectConvolution.Run(job), c);
    }

    [Fact]
    public void The_first_NaR_of_a_later_band_is_named()
    {
        ConvWindow window = new ConvWindow { Height = 40, Width = 40, Channels = 1000, KernelHeight = 1, KernelWidth = 1 }.WithLargestOutput();
        MatmulJob job = TestJobs.Convolution(new Random(1), NumberFormat.P8, NumberFormat.Fp4, window, 3, channels: false);
        ushort nar = (ushort)FormatInfo.Of(NumberFormat.P8).NaRCode;
        job.A[(1500 * 1000) + 7] = nar;
        job.A[(1300 * 1000) + 7] = nar;
        using var golden = new GoldenBackend();
        NarToFp4Exception error = Assert.Throws<NarToFp4Exception>(() => golden.Run(job));
        Assert.Equal((1300, 0), (error.Row, error.Column));
    }

    [Fact]
    public void Rows_start_on_the_widest_bus_and_C_is_the_next_image()
    {
        ConvWindow window = new ConvWindow { Height = 5, Width = 6, Channels = 3, KernelHeight = 3, KernelWidth = 3 }.WithLargestOutput();
        MatmulJob job = TestJobs.Convolution(new Random(1), NumberFormat.P8, NumberFormat.P8, window, 5, channels: true);
        JobLayout layout = JobLayout.Plan(job, Base);
        Descriptor d = layout.Descriptor;
        Assert.Equal((32u, 48u, 6u), (d.AStride, d.BStride, d.CStride)); // 24, 36 and 6 bytes
        Assert.All(new[] { d.AAddress, d.BAddress, d.ChannelTable }, address => Assert.Equal(0ul, address % 16));
        Assert.True(d.AAddress < d.BAddress && d.BAddress < d.ChannelTable && d.ChannelTable < d.CAddress && d.CAddress < layout.End);

        // A 2×2 convolution over the 3×4 pixels of 5 channels that the first one leaves.
        ConvWindow second = new ConvWindow { Height = 3, Width = 4, Channels = 5, KernelHeight = 2, KernelWidth = 2 }.WithLargestOutput();
        MatmulJob next = TestJobs.Convolution(new Random(2), NumberFormat.P8, NumberFormat.F32, second, 2, channels: false);
        using var hardware = new CoprocEmulator(Presets.Default, new MemoryImage(Base, 1 << 14));
        var driver = new CoprocDriver(hardware);
        JobLayout after = JobLayout.Plan(next, layout.End);
        driver.Store(job, layout);
        driver.Store(next, after);
        Descriptor fed = after.Descriptor with { AAddress = d.CAddress, AStride = d.CStride * 4 };
        driver.WriteDescriptor(layout.DescriptorAddress, d with { Next = after.DescriptorAddress });
        driver.WriteDescriptor(after.DescriptorAddress, fed);
        driver.RunChain(layout.DescriptorAddress);
        MatmulJob expected = next with { A = Array.ConvertAll(DirectConvolution.Run(job), code => (ushort)code) };
        Assert.Equal(DirectConvolution.Run(expected), driver.ReadResult(fed));
    }

    [Fact]
    public void Computing_writes_nothing()
    {
        MatmulJob job = TestJobs.Convolution(new Random(3), NumberFormat.P4, NumberFormat.P16, TestJobs.Window(new Random(4)), 3, channels: true);
        using var hardware = new CoprocEmulator(Presets.Default, new MemoryImage(Base, 1 << 14));
        var driver = new CoprocDriver(hardware);
        JobLayout layout = JobLayout.Plan(job, Base);
        driver.Store(job, layout);
        byte[] before = hardware.Memory.All.ToArray();
        JobResult result = JobRunner.Compute(layout.Descriptor, hardware.Memory);
        Assert.Equal(DirectConvolution.Run(job), result.Codes);
        Assert.Equal(ErrorCode.None, result.Outcome.Code);
        Assert.True(hardware.Memory.All.SequenceEqual(before));
    }

    [Fact]
    public void A_table_outside_memory_is_a_decode_error()
    {
        MatmulJob job = TestJobs.Random(new Random(1), NumberFormat.P8, NumberFormat.P8, new MatmulShape(2, 3, 4)) with { Channels = new ChannelEntry[3] };
        using var hardware = new CoprocEmulator(Presets.Tiny, new MemoryImage(Base, 4096));
        var driver = new CoprocDriver(hardware);
        JobLayout layout = JobLayout.Plan(job, Base);
        driver.Store(job, layout);
        driver.WriteDescriptor(layout.DescriptorAddress, layout.Descriptor with { ChannelTable = Base + 4096 - 16 });
        Assert.Equal(ErrorCode.ReadDecodeError, Assert.Throws<CoprocException>(() => driver.RunChain(layout.DescriptorAddress)).Code);
    }
}
