using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;

namespace XrNpe.Cosim;

/// <summary>Chains of descriptors on the RTL, beside the emulator.</summary>
public sealed class ChainTests
{
    private const ulong Base = 0x10_0000_0000;

    [Theory]
    [MemberData(nameof(Rtl.Names), MemberType = typeof(Rtl))]
    public void Results_feed_the_next_job_however_late_writes_are_answered(string name)
    {
        var memory = new MemoryImage(Base, 1 << 16);
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Config(name), memory, new AxiTiming { WriteLatency = 200 });
        var driver = new CoprocDriver(hardware);
        MatmulJob job = TestJobs.Random(new Random(1), NumberFormat.P8, NumberFormat.P8, new MatmulShape(5, 6, 6), scale: -2);
        MatmulJob golden = job;
        JobLayout layout = JobLayout.Plan(job, Base);
        driver.Store(job, layout);

        // Five jobs, each with the C of the one before as its A.
        Descriptor descriptor = layout.Descriptor;
        ulong address = layout.DescriptorAddress;
        for (int i = 0; i < 4; i++)
        {
            ulong next = layout.End + (ulong)(i * 1024);
            driver.WriteDescriptor(address, descriptor with { Next = next });
            golden = golden with { A = Array.ConvertAll(TestJobs.Golden(golden), c => (ushort)c) };
            descriptor = descriptor with { AAddress = descriptor.CAddress, AStride = descriptor.CStride, CAddress = next + 256 };
            address = next;
        }

        driver.WriteDescriptor(address, descriptor);
        driver.RunChain(layout.DescriptorAddress);
        Assert.Equal(TestJobs.Golden(golden), driver.ReadResult(descriptor));
    }

    [Theory]
    [MemberData(nameof(Rtl.Names), MemberType = typeof(Rtl))]
    public void NaR_into_fp4_is_reported_where_the_emulator_finds_it(string name)
    {
        var random = new Random(7);
        for (int i = 0; i < 20; i++)
        {
            MatmulJob job = TestJobs.Random(random, NumberFormat.P8, NumberFormat.Fp4, new MatmulShape(9, 11, 5));
            ushort nar = (ushort)FormatInfo.Of(NumberFormat.P8).NaRCode;
            job.A[random.Next(job.A.Length)] = nar;
            job.B[random.Next(job.B.Length)] = nar;
            var rtl = new MemoryImage(Base, 1 << 14);
            var emulated = new MemoryImage(Base, 1 << 14);
            using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Config(name), rtl);
            using var emulator = new CoprocEmulator(Rtl.Config(name), emulated);
            ChainOutcome expected = Kick(emulator, job);
            Assert.Equal(ErrorCode.NarToFp4, expected.Code);
            Assert.Equal(expected, Kick(hardware, job));
            Assert.True(emulated.All.SequenceEqual(rtl.All));
        }

        static ChainOutcome Kick(ICoprocessor hardware, MatmulJob job)
        {
            var driver = new CoprocDriver(hardware);
            JobLayout layout = JobLayout.Plan(job, Base);
            driver.Store(job, layout);
            driver.WriteDescriptor(layout.DescriptorAddress, layout.Descriptor with { Next = layout.DescriptorAddress });
            return driver.Kick(layout.DescriptorAddress);
        }
    }

    [Fact]
    public void Every_descriptor_variant_ends_as_in_the_emulator()
    {
        byte[][] variants =
        [
            .. DescriptorVariants.All.Select(v => v.Descriptor.ToBytes()),
            .. DescriptorLayout.Reserved.SelectMany(r => Enumerable.Range(r.Offset, r.Bytes)).Select(Poke),
            .. DescriptorLayout.Fields.Where(f => f.Name.StartsWith("window_", StringComparison.Ordinal))
                .SelectMany(f => Enumerable.Range(f.Offset, f.Bytes)).Select(Poke),
        ];

        // Descriptors at 0x1000 in a memory from 0 on; the second of a chain, so that the index counts.
        const ulong First = 0x1000;
        const ulong Second = 0x1080;
        const int Size = 1 << 20;
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Wide, new MemoryImage(0, Size));
        using var emulator = new CoprocEmulator(Rtl.Wide, new MemoryImage(0, Size));
        foreach (byte[] bytes in variants)
        {
            ChainOutcome expected = Kick(emulator, bytes);
            ChainOutcome actual = Kick(hardware, bytes);
            string what = $"RTL {actual}, emulator {expected}, {Descriptor.FromBytes(bytes)}";
            Assert.True((actual.Code, actual.Index, actual.DescriptorAddress) == (expected.Code, expected.Index, expected.DescriptorAddress), what);
            Assert.True(hardware.Memory.All.SequenceEqual(emulator.Memory.All), what);
        }

        ChainOutcome Kick(ICoprocessor target, byte[] bytes)
        {
            target.Memory.All.Clear();
            var driver = new CoprocDriver(target) { CycleLimit = 3_000_000 };
            Descriptor first = DescriptorVariants.Good with { CAddress = 0x5000, Next = Second };
            driver.WriteDescriptor(First, first);
            bytes.CopyTo(target.Memory.Slice(Second, DescriptorLayout.Bytes));
            return driver.Kick(First);
        }

        static byte[] Poke(int offset)
        {
            byte[] bytes = DescriptorVariants.Good.ToBytes();
            bytes[offset] = 0x40;
            return bytes;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(127)]
    public void A_misaligned_descriptor_is_refused_without_a_read(int offset)
    {
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Tiny, new MemoryImage(Base, 4096));
        ChainOutcome outcome = new CoprocDriver(hardware).Kick(Base + (ulong)offset);
        Assert.Equal((ErrorCode.DescriptorMisaligned, 0u, Base + (ulong)offset), (outcome.Code, outcome.Index, outcome.DescriptorAddress));
        Assert.Equal(0, hardware.Bus.BytesRead);
    }

    [Fact]
    public void Polling_works_and_the_interrupt_follows_its_enable()
    {
        MatmulJob job = TestJobs.Random(new Random(1), NumberFormat.P8, NumberFormat.P8, new MatmulShape(3, 3, 3));
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Tiny, new MemoryImage(Base, 1 << 14));
        var driver = new CoprocDriver(hardware);
        JobLayout layout = JobLayout.Plan(job, Base);
        driver.Store(job, layout);
        hardware.WriteRegister(RegisterMap.DescriptorLow.Offset, (uint)layout.DescriptorAddress);
        hardware.WriteRegister(RegisterMap.DescriptorHigh.Offset, (uint)(layout.DescriptorAddress >> 32));
        hardware.WriteRegister(RegisterMap.Control.Offset, RegisterMap.Control.Field("start").Put(1));
        uint done = RegisterMap.Status.Field("done").Put(1);
        while (hardware.ReadRegister(RegisterMap.Status.Offset) != done) Assert.True(hardware.Cycle < 10_000);
        Assert.Throws<TimeoutException>(() => hardware.WaitForInterrupt(100));
        Assert.Equal(TestJobs.Golden(job), driver.ReadResult(layout.Descriptor));

        hardware.WriteRegister(RegisterMap.Control.Offset, RegisterMap.Control.Field("irq_enable").Put(1));
        hardware.WaitForInterrupt(10);
        hardware.WriteRegister(RegisterMap.Status.Offset, done);
        Assert.Throws<TimeoutException>(() => hardware.WaitForInterrupt(100));
    }

    [Fact]
    public void A_waveform_is_written_on_demand()
    {
        string path = Path.Combine(Path.GetTempPath(), $"xrnpe-{Guid.NewGuid():n}.vcd");
        try
        {
            using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Tiny, new MemoryImage(Base, 4096));
            hardware.TraceOn(path);
            hardware.ReadRegister(RegisterMap.Id.Offset);
            hardware.TraceOff();
            string text = File.ReadAllText(path);
            Assert.Contains("s_axil_arvalid_i", text, StringComparison.Ordinal);
            Assert.Contains("$enddefinitions", text, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => hardware.TraceOn("/nonexistent/x.vcd"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_library_without_traces_says_so()
    {
        using VerilatedCoprocessor hardware = Rtl.Open(Rtl.Wide, new MemoryImage(Base, 4096));
        Assert.Contains("trace: true", Assert.Throws<InvalidOperationException>(() => hardware.TraceOn("x.vcd")).Message, StringComparison.Ordinal);
    }
}
