using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class EmulatorTests
{
    private const ulong Base = 0x8000_0000;

    public static TheoryData<NumberFormat, NumberFormat> FormatPairs { get; } = new(
        from input in FormatInfo.Inputs from output in FormatInfo.All select (input.Format, output.Format));

    [Theory]
    [MemberData(nameof(FormatPairs))]
    public void Random_jobs_equal_the_golden_model_and_touch_only_C(NumberFormat input, NumberFormat output)
    {
        var random = new Random(((int)input * 10) + (int)output);
        for (int i = 0; i < 25; i++)
        {
            var shape = new MatmulShape(random.Next(1, 12), random.Next(1, 12), random.Next(1, 40));
            bool nar = output != NumberFormat.Fp4 && i % 5 == 0;
            MatmulJob job = TestJobs.Random(random, input, output, shape, TestJobs.Activation(random), random.Next(-20, 20), nar);
            RunAndCompare(job, TestJobs.Placement(random));
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(37, 29, 53)]
    [InlineData(1, 1, 32767)]
    public void Awkward_shapes_equal_the_golden_model(int m, int n, int k) =>
        RunAndCompare(TestJobs.Random(new Random(k), NumberFormat.P16, NumberFormat.F32, new MatmulShape(m, n, k)), new JobPlacement(2, 6, 4, 2, 10, 4));

    [Fact]
    public void The_driver_learns_the_configuration_from_registers()
    {
        CoprocConfig config = Presets.Tiny with { Slices = 4, Formats = [NumberFormat.P4, NumberFormat.P16] };
        using var hardware = new CoprocEmulator(config, new MemoryImage(Base, 4096));
        CoprocConfig found = new CoprocDriver(hardware).Config;
        Assert.Equal(config.Formats, found.Formats);
        Assert.Equal(config with { Name = "hardware", Formats = found.Formats }, found);
    }

    [Fact]
    public void The_driver_says_what_it_found_instead_of_an_XR_NPE()
    {
        using var stranger = new Stranger(0xdead_beef, 0);
        Assert.Contains("0xdeadbeef", Assert.Throws<NotSupportedException>(() => new CoprocDriver(stranger)).Message, StringComparison.Ordinal);
        using var future = new Stranger(RegisterMap.IdValue, RegisterMap.Abi.Field("major").Put(7) | RegisterMap.Abi.Field("minor").Put(2));
        Assert.Contains("7.2", Assert.Throws<NotSupportedException>(() => new CoprocDriver(future)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaR_into_fp4_finishes_the_job_and_names_the_first()
    {
        var shape = new MatmulShape(4, 6, 3);
        MatmulJob job = TestJobs.Random(new Random(5), NumberFormat.P8, NumberFormat.Fp4, shape);
        ushort nar = (ushort)FormatInfo.Of(NumberFormat.P8).NaRCode;
        job.B[(4 * shape.K) + 1] = nar; // column 4
        job.A[(2 * shape.K) + 2] = nar; // row 2
        using var hardware = new CoprocEmulator(Presets.Tiny, new MemoryImage(Base, 65536));
        var driver = new CoprocDriver(hardware);
        NarToFp4Exception error = Assert.Throws<NarToFp4Exception>(() => driver.Run(job));
        Assert.Equal((0, 4), (error.Row, error.Column));
        Assert.Equal(TestJobs.Golden(job), driver.ReadResult(JobLayout.Plan(job, Base).Descriptor));

        // The next job starts clean.
        MatmulJob next = TestJobs.Random(new Random(6), NumberFormat.P8, NumberFormat.Fp4, shape);
        Assert.Equal(TestJobs.Golden(next), driver.Run(next).C);
    }

    [Fact]
    public void A_refused_job_says_which_field_is_wrong_and_where()
    {
        MatmulJob job = TestJobs.Random(new Random(1), NumberFormat.P16, NumberFormat.P16, new MatmulShape(2, 2, 5));
        using var hardware = new CoprocEmulator(Presets.Tiny, new MemoryImage(Base, 65536));
        CoprocException error = Assert.Throws<CoprocException>(() => new CoprocDriver(hardware).Run(job, new JobPlacement(BPadding: -8)));
        Assert.Equal(ErrorCode.StrideTooSmall, error.Code);
        Assert.Equal(
            "STRIDE_TOO_SMALL (11) in descriptor 0 at 0x80000000: b_stride is 8: at least 10, the bytes of a packed row", error.Message);
    }

    [Fact]
    public void Empty_jobs_and_wrong_arrays_are_refused()
    {
        using var hardware = new CoprocEmulator(Presets.Tiny, new MemoryImage(Base, 65536));
        var driver = new CoprocDriver(hardware);
        MatmulJob job = TestJobs.Random(new Random(1), NumberFormat.P16, NumberFormat.P16, new MatmulShape(0, 2, 5));
        Assert.Equal(ErrorCode.ZeroDimension, Assert.Throws<CoprocException>(() => driver.Run(job)).Code);
        Assert.Contains("A holds 0 codes", Assert.Throws<ArgumentException>(() => driver.Run(job with { Shape = new MatmulShape(1, 2, 5) })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => driver.Run(job with { Scale = 128 }));
        MatmulJob large = TestJobs.Random(new Random(1), NumberFormat.P16, NumberFormat.P16, new MatmulShape(200, 200, 100));
        Assert.Contains("the memory has 65536", Assert.Throws<ArgumentException>(() => driver.Run(large)).Message, StringComparison.Ordinal);
    }

    private static void RunAndCompare(MatmulJob job, JobPlacement placement)
    {
        using var hardware = new CoprocEmulator(Presets.Default, new MemoryImage(Base, 1 << 19));
        JobCheck.Run(hardware, job, placement);
    }

    private sealed class Stranger(uint id, uint abi) : ICoprocessor
    {
        public MemoryImage Memory { get; } = new(0, 128);

        public uint ReadRegister(uint offset) => offset == RegisterMap.Id.Offset ? id : offset == RegisterMap.Abi.Offset ? abi : 0;

        public void WriteRegister(uint offset, uint value)
        {
            // Nobody is listening.
        }

        public void WaitForInterrupt(long cycleLimit) => throw new TimeoutException();

        public void Dispose()
        {
            // Nothing to release.
        }
    }
}
