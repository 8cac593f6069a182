using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;

namespace XrNpe.Cosim;

/// <summary>Memory that fails or hangs ends a chain with the right code, and the next kick works without a reset.</summary>
public sealed class FaultTests
{
    private const ulong Base = 0x8000_0000;
    private const uint WatchdogCycles = 300;

    public static TheoryData<string, string, AxiResponse, ErrorCode> Responses { get; } = new(
        from config in Rtl.All
        from place in new[] { "descriptor", "a", "b", "c" }
        from response in new[] { AxiResponse.SlaveError, AxiResponse.DecodeError }
        select (config.Name, place, response, Expected(place, response)));

    public static TheoryData<string, AxiChannels> Channels { get; } = new(
        from config in Rtl.All
        from channels in new[]
        {
            AxiChannels.ReadAddress, AxiChannels.ReadData, AxiChannels.WriteAddress, AxiChannels.WriteData, AxiChannels.WriteResponse, AxiChannels.All,
        }
        select (config.Name, channels));

    [Theory]
    [MemberData(nameof(Responses))]
    public void Error_responses_end_the_chain(string name, string place, AxiResponse response, ErrorCode expected)
    {
        foreach (double stall in new[] { 0.0, 0.5 })
        {
            using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Config(name), new MemoryImage(Base, 1 << 16), AxiTiming.Random(5, stall, 3));
            var driver = new CoprocDriver(hardware);
            MatmulJob job = Job();
            JobLayout layout = JobLayout.Plan(job, Base);
            driver.Store(job, layout);
            MatrixExtent[] matrices = MatrixExtent.Of(layout.Descriptor);
            byte[] before = hardware.Memory.All.ToArray();

            // In the middle of the thing, so that what comes before has worked.
            (ulong start, long bytes) = place switch
            {
                "descriptor" => (layout.DescriptorAddress, (long)DescriptorLayout.Bytes),
                "a" => (matrices[0].Base, (long)matrices[0].Length),
                "b" => (matrices[1].Base, (long)matrices[1].Length),
                _ => (matrices[2].Base, (long)matrices[2].Length),
            };
            hardware.Bus.Faults.Inject(start + (ulong)(bytes / 2), 2, response);
            ChainOutcome outcome = driver.Kick(layout.DescriptorAddress);
            Assert.Equal((expected, 0u, layout.DescriptorAddress), (outcome.Code, outcome.Index, outcome.DescriptorAddress));
            CheckOutsideC(hardware.Memory, before, matrices[2]);

            hardware.Bus.Faults.Clear();
            JobCheck.Run(hardware, job);
        }
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void The_watchdog_ends_a_chain_that_hangs_anywhere(string name, AxiChannels channels)
    {
        CoprocConfig config = Rtl.Config(name);
        MatmulJob job = Job();
        foreach (long after in new long[] { 0, 1, 2, 5, 9, 14 })
        {
            using VerilatedCoprocessor hardware = Rtl.Open(config, new MemoryImage(Base, 1 << 16), new AxiTiming { ReadLatency = 4 });
            var driver = new CoprocDriver(hardware) { CycleLimit = 100_000 };
            hardware.WriteRegister(RegisterMap.Watchdog.Offset, WatchdogCycles);
            JobLayout layout = JobLayout.Plan(job, Base);
            driver.Store(job, layout);
            MatrixExtent c = MatrixExtent.Of(layout.Descriptor)[2];
            byte[] before = hardware.Memory.All.ToArray();
            hardware.Bus.Faults.Stop(channels, after);

            long start = hardware.Cycle;
            ChainOutcome outcome = driver.Kick(layout.DescriptorAddress);
            Assert.Equal((ErrorCode.Watchdog, 0u, layout.DescriptorAddress), (outcome.Code, outcome.Index, outcome.DescriptorAddress));
            Assert.InRange(hardware.Cycle - start, WatchdogCycles, 20_000);
            CheckOutsideC(hardware.Memory, before, c);

            // Still hanging: the next kick ends the same way.
            Assert.Equal(ErrorCode.Watchdog, driver.Kick(layout.DescriptorAddress).Code);

            hardware.Bus.Faults.Clear();
            JobCheck.Run(hardware, job);
        }
    }

    [Fact]
    public void A_watchdog_of_0_waits_for_ever_and_the_timeout_says_where_it_stands()
    {
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Tiny, new MemoryImage(Base, 1 << 16));
        var driver = new CoprocDriver(hardware) { CycleLimit = 50_000 };
        hardware.WriteRegister(RegisterMap.Watchdog.Offset, 0);
        MatmulJob job = Job();
        JobLayout layout = JobLayout.Plan(job, Base);
        driver.Store(job, layout);
        hardware.Bus.Faults.Stop(AxiChannels.ReadData);
        TimeoutException error = Assert.Throws<TimeoutException>(() => driver.Kick(layout.DescriptorAddress));
        Assert.Contains("no interrupt after 50000 cycles", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 read and 0 write bursts outstanding", error.Message, StringComparison.Ordinal);

        // It still is the same job: memory comes back, and it ends.
        hardware.Bus.Faults.Clear();
        hardware.WaitForInterrupt(50_000);
        Assert.Equal(TestJobs.Golden(job), driver.ReadResult(layout.Descriptor));
    }

    [Fact]
    public void Start_while_busy_is_ignored()
    {
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Tiny, new MemoryImage(Base, 1 << 16), new AxiTiming { ReadLatency = 50 });
        var driver = new CoprocDriver(hardware);
        MatmulJob job = Job();
        JobLayout layout = JobLayout.Plan(job, Base);
        driver.Store(job, layout);
        uint start = RegisterMap.Control.Field("start").Put(1) | RegisterMap.Control.Field("irq_enable").Put(1);
        hardware.WriteRegister(RegisterMap.DescriptorLow.Offset, (uint)layout.DescriptorAddress);
        hardware.WriteRegister(RegisterMap.Control.Offset, start);
        Assert.Equal(1u, RegisterMap.Status.Field("busy").Get(hardware.ReadRegister(RegisterMap.Status.Offset)));
        hardware.WriteRegister(RegisterMap.DescriptorLow.Offset, 1); // misaligned, were it taken
        hardware.WriteRegister(RegisterMap.Control.Offset, start);
        hardware.WaitForInterrupt(1_000_000);
        Assert.Equal(0u, hardware.ReadRegister(RegisterMap.Error.Offset));
        Assert.Equal(TestJobs.Golden(job), driver.ReadResult(layout.Descriptor));
    }

    private static MatmulJob Job() => TestJobs.Random(new Random(8), NumberFormat.P8, NumberFormat.P16, new MatmulShape(9, 17, 70));

    private static ErrorCode Expected(string place, AxiResponse response) => (place, response) switch
    {
        ("c", AxiResponse.SlaveError) => ErrorCode.WriteSlaveError,
        ("c", _) => ErrorCode.WriteDecodeError,
        (_, AxiResponse.SlaveError) => ErrorCode.ReadSlaveError,
        _ => ErrorCode.ReadDecodeError,
    };

    private static void CheckOutsideC(MemoryImage memory, byte[] before, in MatrixExtent c)
    {
        int start = (int)(c.Base - memory.BaseAddress);
        int end = start + (int)c.Length;
        Assert.True(memory.All[..start].SequenceEqual(before.AsSpan(0, start)), "memory below C changed");
        Assert.True(memory.All[end..].SequenceEqual(before.AsSpan(end)), "memory above C changed");
    }
}
