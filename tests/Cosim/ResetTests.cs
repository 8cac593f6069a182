using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;

namespace XrNpe.Cosim;

/// <summary><c>rst_ni</c> in the middle of a job leaves nothing behind.</summary>
public sealed class ResetTests
{
    private const ulong Base = 0x8000_0000;

    [Theory]
    [MemberData(nameof(Rtl.Names), MemberType = typeof(Rtl))]
    public void After_a_reset_at_any_cycle_the_registers_are_new_and_jobs_run_right(string name)
    {
        CoprocConfig config = Rtl.Config(name);
        MatmulJob job = TestJobs.Random(new Random(8), NumberFormat.P8, NumberFormat.P16, new MatmulShape(9, 17, 70));
        AxiTiming timing = AxiTiming.Random(6, 0.3, 5);
        using VerilatedCoprocessor hardware = Rtl.Open(config, new MemoryImage(Base, 1 << 16), timing);
        ulong cycles = JobCheck.Run(hardware, job).Counters.Cycles;
        var driver = new CoprocDriver(hardware) { CycleLimit = 20_000_000 };
        JobLayout layout = JobLayout.Plan(job, Base);
        MatrixExtent c = MatrixExtent.Of(layout.Descriptor)[2];
        int reading = 0, writing = 0;
        const ulong Places = 40;
        for (ulong place = 0; place < Places; place++)
        {
            hardware.Memory.All.Fill(0x5a);
            driver.Store(job, layout);
            byte[] before = hardware.Memory.All.ToArray();
            hardware.WriteRegister(RegisterMap.Watchdog.Offset, 77);
            hardware.WriteRegister(RegisterMap.DescriptorLow.Offset, (uint)layout.DescriptorAddress);
            hardware.WriteRegister(RegisterMap.Control.Offset, RegisterMap.Control.Field("start").Put(1) | RegisterMap.Control.Field("irq_enable").Put(1));
            for (ulong i = 0; i < place * cycles / Places; i++) hardware.Step();
            reading += hardware.Bus.OutstandingReads > 0 ? 1 : 0;
            writing += hardware.Bus.OutstandingWrites > 0 ? 1 : 0;
            hardware.Reset(1 + (int)(place % 3));
            foreach ((Register register, uint value) in RegisterMap.AfterReset(config)) Assert.True(hardware.ReadRegister(register.Offset) == value, $"{register.Name} at place {place}");
            Assert.Equal((0, 0), (hardware.Bus.OutstandingReads, hardware.Bus.OutstandingWrites));
            int first = (int)(c.Base - Base), end = first + (int)c.Length;
            Assert.True(hardware.Memory.All[..first].SequenceEqual(before.AsSpan(0, first)), $"memory below C changed at place {place}");
            Assert.True(hardware.Memory.All[end..].SequenceEqual(before.AsSpan(end)), $"memory above C changed at place {place}");
            Assert.Equal(cycles, JobCheck.Run(hardware, job).Counters.Cycles);
        }

        Assert.True(reading > 5 && writing > 1, $"of {Places} resets {reading} came while the bus was read, {writing} while it was written");
    }
}
