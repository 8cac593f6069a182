using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

/// <summary>Runs a job on a co-processor and compares every byte of its memory with what the golden model wants.</summary>
internal static class JobCheck
{
    private const byte Canary = 0xa5;

    /// <summary>C must be the golden model's, its pad lanes 0, and every byte outside C as it was.</summary>
    public static ChainOutcome Run(ICoprocessor hardware, MatmulJob job, JobPlacement placement = default)
    {
        MemoryImage memory = hardware.Memory;
        var driver = new CoprocDriver(hardware) { CycleLimit = 20_000_000 };
        JobLayout layout = JobLayout.Plan(job, memory.BaseAddress, placement);
        memory.All.Fill(Canary);
        driver.Store(job, layout);
        MatrixExtent[] matrices = MatrixExtent.Of(layout.Descriptor);
        int channels = job.Window?.Channels ?? job.Shape.K;
        SpoilPadLanes(memory, matrices[0], job.Input, job.Window?.Width ?? 1, channels);
        SpoilPadLanes(memory, matrices[1], job.Input, job.Shape.K / channels, channels);

        var expected = new MemoryImage(memory.BaseAddress, memory.Size);
        memory.All.CopyTo(expected.All);
        MatrixMemory.WriteRows(expected, matrices[2], job.Output, job.Shape.N, TestJobs.Golden(job));

        ChainOutcome outcome = driver.Kick(layout.DescriptorAddress);
        string what = $"{job.Input}→{job.Output} {job.Shape}, {job.Activation}, scale {job.Scale}, {placement}, {job.Window}, {job.Channels?.Length ?? 0} channels";
        Assert.True(outcome.Code == ErrorCode.None, $"{what}: ended with {outcome.Code}");
        int differs = expected.All.CommonPrefixLength(memory.All);
        Assert.True(
            differs == memory.Size,
            differs == memory.Size ? what : $"{what}: C at 0x{layout.Descriptor.CAddress:x}, byte at 0x{memory.BaseAddress + (ulong)differs:x} is {memory.All[differs]:x2}, not {expected.All[differs]:x2}");
        return outcome;
    }

    /// <summary>Lanes at and beyond a pixel's channels, or K, must be masked whatever they hold: NaR, and −6 in fp4, which has none.</summary>
    private static void SpoilPadLanes(MemoryImage memory, in MatrixExtent operand, NumberFormat format, int pixels, int channels)
    {
        FormatInfo info = FormatInfo.Of(format);
        uint spoiled = info.HasNaR ? info.NaRCode : info.Mask;
        int padded = (channels + info.Lanes - 1) / info.Lanes * info.Lanes;
        uint[] codes = MatrixMemory.ReadRows(memory, operand, format, pixels * padded);
        for (int i = 0; i < codes.Length; i++)
        {
            if (i % padded >= channels) codes[i] = spoiled;
        }

        MatrixMemory.WriteRows(memory, operand, format, pixels * padded, codes);
    }
}
