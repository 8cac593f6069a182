using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class BackendTests
{
    [Fact]
    public void Golden_and_emulator_agree_and_the_emulator_grows_its_memory()
    {
        using var golden = new GoldenBackend();
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Tiny);
        Assert.Equal("golden", golden.Name);
        Assert.Equal("emulator", emulator.Name);
        foreach (MatmulShape shape in new MatmulShape[] { new(3, 4, 5), new(40, 30, 10000), new(1, 1, 1) })
        {
            MatmulJob job = TestJobs.Random(new Random(3), NumberFormat.P8, NumberFormat.P16, shape, Activation.Relu, -3);
            MatmulResult result = emulator.Run(job);
            Assert.Equal(golden.Run(job).C, result.C);
            CoprocCounters c = result.Counters!;
            Assert.Equal(c.Cycles, c.Busy + c.Fill + c.ReadStall + c.WriteStall + c.Drain);
        }
    }

    [Fact]
    public void Both_name_the_same_NaR()
    {
        MatmulJob job = TestJobs.Random(new Random(3), NumberFormat.P4, NumberFormat.Fp4, new MatmulShape(3, 4, 5));
        job.A[7] = (ushort)FormatInfo.Of(job.Input).NaRCode;
        using var golden = new GoldenBackend();
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Tiny);
        foreach (IMatmulBackend backend in new IMatmulBackend[] { golden, emulator })
        {
            NarToFp4Exception error = Assert.Throws<NarToFp4Exception>(() => backend.Run(job));
            Assert.Equal((1, 0), (error.Row, error.Column));
            Assert.Contains("C[1, 0] is NaR", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_configuration_that_cannot_be_built_is_refused_at_once() =>
        Assert.Throws<ConfigException>(() => CoprocBackend.Emulator(Presets.Tiny with { Cols = 5 }));
}
