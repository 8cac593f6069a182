using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;

namespace XrNpe.Cosim;

/// <summary>The emulator beside the RTL: the same bytes, the same errors and the same count of every counter.</summary>
public sealed class CycleTests
{
    private const ulong Base = 0x8000_0000;
    private const int MemoryBytes = 1 << 18;

    public static MatrixTheoryData<string, double, int> Memories { get; } = new(Rtl.All.Select(c => c.Name), [0.0, 0.4], [1, 20]);

    [Theory]
    [MemberData(nameof(Memories))]
    public void Jobs_take_the_cycles_that_the_emulator_says(string name, double stall, int latency)
    {
        CoprocConfig config = Rtl.Config(name);
        var random = new Random((int)(stall * 10) + latency);
        for (int i = 0; i < 40; i++)
        {
            MatmulJob job = Random(random, config);
            var timing = AxiTiming.Random((ulong)i, stall, latency);
            var rtlMemory = new MemoryImage(Base, MemoryBytes);
            var memory = new MemoryImage(Base, MemoryBytes);
            using VerilatedCoprocessor rtl = Rtl.Open(config, rtlMemory, timing);
            using var emulator = new CoprocEmulator(config, memory, timing);
            JobPlacement placement = TestJobs.Placement(random);
            ChainOutcome expected = Kick(emulator, job, placement);
            ChainOutcome actual = Kick(rtl, job, placement);
            Assert.True(expected == actual, $"{i}: {job.Shape} {job.Input} {job.Window} {job.Channels?.Length ?? 0} channels: emulator {expected}, RTL {actual}");
            Assert.True(memory.All.SequenceEqual(rtlMemory.All), $"{i}: {job.Shape} {job.Input} {job.Window}: memory");
            Assert.Equal(TestJobs.Golden(job), new CoprocDriver(rtl).ReadResult(JobLayout.Plan(job, Base, placement).Descriptor));
        }
    }

    private static MatmulJob Random(Random random, CoprocConfig config)
    {
        NumberFormat input = config.Formats[random.Next(config.Formats.Count)];
        NumberFormat[] outputs = [.. FormatInfo.All.Select(f => f.Format).Where(f => config.HasOutput(f) && f != NumberFormat.Fp4)];
        NumberFormat output = outputs[random.Next(outputs.Length)];
        Activation activation = TestJobs.Activation(random);
        int scale = random.Next(-20, 20);
        bool nar = random.Next(4) == 0;
        if (random.Next(2) == 0)
        {
            ConvWindow window = TestJobs.Window(random);
            if (random.Next(2) == 0) window = (window with { Width = random.Next(8, 40), Channels = random.Next(1, 20) }).WithLargestOutput();
            MatmulJob convolution = TestJobs.Convolution(random, input, output, window, random.Next(1, 40), random.Next(2) == 0, activation, scale, nar);
            if (DescriptorCheck.Find(JobLayout.Plan(convolution, Base).Descriptor.ToBytes(), Base, config) is null) return convolution;
        }

        int longest = random.Next(4) == 0 ? 600 : 150;
        var shape = new MatmulShape(random.Next(1, 40), random.Next(1, 40), random.Next(1, longest));
        MatmulJob job = TestJobs.Random(random, input, output, shape, activation, scale, nar);
        return random.Next(2) == 0 ? job : job with { Channels = TestJobs.Channels(random, shape.N) };
    }

    private static ChainOutcome Kick(ICoprocessor hardware, MatmulJob job, JobPlacement placement)
    {
        var driver = new CoprocDriver(hardware) { CycleLimit = 1_000_000 };
        JobLayout layout = JobLayout.Plan(job, Base, placement);
        driver.Store(job, layout);
        return driver.Kick(layout.DescriptorAddress);
    }
}
