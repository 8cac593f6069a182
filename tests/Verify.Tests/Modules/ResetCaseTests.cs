using XrNpe.Coproc;

namespace XrNpe.Verify.Tests;

/// <summary>Random resets are worth their time only when they interrupt something.</summary>
public sealed class ResetCaseTests
{
    [Theory]
    [InlineData(ResetKind.Soft)]
    [InlineData(ResetKind.Hard)]
    internal void Random_resets_come_while_the_bus_reads_and_while_it_writes(ResetKind kind)
    {
        const int Cases = 120;
        int reads = 0, writes = 0, ended = 0, accesses = 0;
        for (int i = 0; i < Cases; i++)
        {
            ResetCase reset = ResetCase.Random(new Random(i), Presets.Tiny, kind);
            using CoprocEmulator emulator = reset.Chain.OpenEmulator();
            reset.Begin(emulator);
            int cycles = reset.CyclesBefore(reset.Chain.Emulate());
            for (int c = 0; c < cycles; c++) emulator.Step();
            if (emulator.Bus.OutstandingReads > 0) reads++;
            if (emulator.Bus.OutstandingWrites > 0) writes++;
            if (RegisterMap.Status.Field("busy").Get(emulator.ReadRegister(RegisterMap.Status.Offset)) == 0) ended++;
            if (reset.Access > 0) accesses++;
        }

        Assert.InRange(reads, Cases / 3, Cases);
        Assert.InRange(writes, Cases / 10, Cases);
        Assert.InRange(ended, 1, Cases / 10);
        Assert.InRange(accesses, Cases / 2, Cases);
    }
}
