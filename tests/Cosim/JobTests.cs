using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;

namespace XrNpe.Cosim;

/// <summary>Jobs on the RTL give the golden model's bytes and touch nothing else, whatever the memory does.</summary>
public sealed class JobTests
{
    private const ulong Base = 0x8000_0000;

    public static TheoryData<string, double, int> Stalls { get; } = new(
        from config in Rtl.All from stall in new[] { (0.0, 1), (0.3, 1), (0.7, 9) } select (config.Name, stall.Item1, stall.Item2));

    public static TheoryData<string, NumberFormat, MatmulShape> AwkwardShapes { get; } = new(
        from config in Rtl.All
        from format in new[] { NumberFormat.Fp4, NumberFormat.P16 }
        from shape in new MatmulShape[] { new(1, 1, 1), new(37, 29, 53), new(1, 1, 32767), new(17, 1, 1), new(1, 23, 130), new(2, 2, 64) }
        select (config.Name, format, shape));

    [Theory]
    [MemberData(nameof(Stalls))]
    public void Random_jobs_of_all_formats_equal_the_golden_model(string name, double stall, int latency)
    {
        CoprocConfig config = Rtl.Config(name);
        ulong seed = (ulong)(stall * 100);
        var random = new Random((int)seed);
        using VerilatedCoprocessor hardware = Rtl.Open(config, new MemoryImage(Base, 1 << 17), AxiTiming.Random(seed, stall, latency));
        foreach (NumberFormat input in config.Formats)
        {
            foreach (NumberFormat output in config.Formats.Append(NumberFormat.F32))
            {
                for (int i = 0; i < 12; i++)
                {
                    var shape = new MatmulShape(random.Next(1, 14), random.Next(1, 14), random.Next(1, 150));
                    bool nar = output != NumberFormat.Fp4 && i % 3 == 0;
                    int scale = i == 0 ? random.Next(-128, 128) : random.Next(-12, 12);
                    MatmulJob job = TestJobs.Random(random, input, output, shape, TestJobs.Activation(random), scale, nar);
                    CheckCounters(hardware, () => JobCheck.Run(hardware, job, TestJobs.Placement(random)), job);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(AwkwardShapes))]
    public void Awkward_shapes_equal_the_golden_model(string name, NumberFormat format, MatmulShape shape)
    {
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Config(name), new MemoryImage(Base, 1 << 18));
        var random = new Random(shape.K);
        NumberFormat output = format == NumberFormat.Fp4 ? NumberFormat.P16 : NumberFormat.P8;
        JobCheck.Run(hardware, TestJobs.Random(random, format, output, shape, scale: -3), new JobPlacement(2, 6, 2, 2, 10, 6));
        JobCheck.Run(hardware, TestJobs.Random(random, format, NumberFormat.F32, shape), new JobPlacement(14, 2, 4, 0, 0, 4));
    }

    [Theory]
    [MemberData(nameof(Rtl.Names), MemberType = typeof(Rtl))]
    public void Rows_at_every_offset_near_a_page_end_equal_the_golden_model(string name)
    {
        CoprocConfig config = Rtl.Config(name);
        using VerilatedCoprocessor hardware = Rtl.Open(config, new MemoryImage(Base, 1 << 16));
        var random = new Random(4);
        for (int offset = 0; offset < 2 * config.DataWidth / 8; offset += 2)
        {
            MatmulJob job = TestJobs.Random(random, NumberFormat.P16, NumberFormat.P16, new MatmulShape(3, 5, 41));
            JobCheck.Run(hardware, job, new JobPlacement(3900 + offset, 3800 + offset, 3950 + offset, offset, 2, offset));
        }
    }

    [Theory]
    [MemberData(nameof(Rtl.Names), MemberType = typeof(Rtl))]
    public void The_largest_sums_that_K_allows_are_exact(string name)
    {
        // 32767 times maxpos² fills the quire to its last bit; the minus sign the other way round.
        const int K = Quire128.MaxTerms;
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Config(name), new MemoryImage(Base, 1 << 19));
        ushort[] a = [.. Enumerable.Repeat((ushort)0x7fff, K), .. Enumerable.Repeat((ushort)0x8001, K)];
        ushort[] b = [.. Enumerable.Repeat((ushort)0x7fff, K)];
        JobCheck.Run(hardware, new MatmulJob(NumberFormat.P16, NumberFormat.F32, new MatmulShape(2, 1, K), a, b));
    }

    [Theory]
    [MemberData(nameof(Rtl.Names), MemberType = typeof(Rtl))]
    public void Registers_behave_as_the_map_says(string name)
    {
        CoprocConfig config = Rtl.Config(name);
        var memory = new MemoryImage(Base, 4096);
        using VerilatedCoprocessor prompt = Rtl.Open(config, memory);
        RegisterCheck.Run(prompt, config);
        using VerilatedCoprocessor slow = Rtl.Open(config, memory, new AxiTiming { RegisterDelay = 5, Seed = 3 });
        RegisterCheck.Run(slow, config);
        Assert.Equal(config.Formats, new CoprocDriver(slow).Config.Formats);
    }

    [Fact]
    public void The_rtl_backend_counts_cycles()
    {
        using VerilatedCoprocessor probe = Rtl.Open(Rtl.Tiny, new MemoryImage(Base, 4096));
        using var backend = new CoprocBackend("rtl", memory => Rtl.Open(Rtl.Tiny, memory));
        MatmulJob job = TestJobs.Random(new Random(1), NumberFormat.P8, NumberFormat.P8, new MatmulShape(4, 4, 20));
        MatmulResult result = backend.Run(job);
        Assert.Equal(TestJobs.Golden(job), result.C);

        // 2×2 tiles of 10 words: the array is busy for a cycle each.
        Assert.Equal(40ul, result.Counters!.Busy);
        Assert.InRange(result.Counters.Cycles, 40ul, 2000ul);
    }

    /// <summary>The byte counters are what went over the bus, and no other counter exceeds the cycles.</summary>
    private static void CheckCounters(VerilatedCoprocessor hardware, Func<ChainOutcome> run, MatmulJob job)
    {
        (long read, long written, long cycle) = (hardware.Bus.BytesRead, hardware.Bus.BytesWritten, hardware.Cycle);
        CoprocCounters counters = run().Counters;
        Assert.Equal((ulong)(hardware.Bus.BytesRead - read), counters.BytesRead);
        Assert.Equal((ulong)(hardware.Bus.BytesWritten - written), counters.BytesWritten);
        Assert.Equal((ulong)(job.Shape.M * PackedRow.Bytes(job.Output, job.Shape.N)), counters.BytesWritten);
        Assert.InRange(counters.Cycles, 1ul, (ulong)(hardware.Cycle - cycle));
        Assert.InRange(counters.Busy + counters.ReadStall + counters.WriteStall, 1ul, counters.Cycles);
    }
}
