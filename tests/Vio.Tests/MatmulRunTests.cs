using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

public class MatmulRunTests
{
    private static readonly NumericTensor A = NumericTensor.OfValues("a", [2, 2], [1, 2, 3, 4]);
    private static readonly NumericTensor B = NumericTensor.OfValues("b", [2, 2], [1, 0, 0, 1]);

    private static MatmulPlan Plan(NumberFormat output) => MatmulPlan.Create(A, B, new MatmulOptions(NumberFormat.P8, output, ScaleA: 0, ScaleB: 0));

    [Fact]
    public void Backends_that_agree_say_so()
    {
        using var golden = new GoldenBackend();
        using CoprocBackend emulator = CoprocBackend.Emulator(Presets.Tiny);
        MatmulReport report = MatmulRun.Run(Plan(NumberFormat.P8), [golden, emulator]);
        Assert.True(report.Agree);
        Assert.Equal([0x40u, 0x60, 0x68, 0x70], report.C);
        Assert.Null(report.SqnrDecibels);
        Assert.Equal(8, report.Macs);
        Assert.Equal(["golden", "emulator"], report.Runs.Select(run => run.Backend));
    }

    [Theory]
    [InlineData(NumberFormat.P8, "differ at C[1, 0]: golden 68, rtl 69")]
    [InlineData(NumberFormat.F32, "differ at C[1, 0]: golden 40400000, rtl 40400001")]
    public void The_first_difference_is_named(NumberFormat output, string expected)
    {
        using var golden = new GoldenBackend();
        using var wrong = new WrongBackend(index: 2);
        MatmulReport report = MatmulRun.Run(Plan(output), [golden, wrong]);
        Assert.False(report.Agree);
        Assert.Equal(expected, report.Runs[1].Difference);
        Assert.Equal(8 / 5.0, report.Runs[1].MacsPerCycle);
    }

    [Fact]
    public void A_NaR_that_only_one_backend_sees_is_a_difference()
    {
        using var golden = new GoldenBackend();
        using var wrong = new WrongBackend(index: -1);
        Assert.Equal("differ at C[1, 1]: golden has a number, rtl NaR", MatmulRun.Run(Plan(NumberFormat.Fp4), [golden, wrong]).Runs[1].Difference);
    }

    [Fact]
    public void A_NaR_that_meets_fp4_is_named()
    {
        using var golden = new GoldenBackend();
        NumericTensor nar = NumericTensor.OfIntegers("a", [1, 1], [0x80]), one = NumericTensor.OfIntegers("b", [1, 1], [0x40]);
        MatmulPlan plan = MatmulPlan.Create(nar, one, new MatmulOptions(NumberFormat.P8, NumberFormat.Fp4));
        Assert.Contains("C[0, 0] is NaR", Assert.Throws<NarToFp4Exception>(() => MatmulRun.Run(plan, [golden])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NumberFormat.P8)]
    [InlineData(NumberFormat.P16)]
    [InlineData(NumberFormat.F32)]
    public void C_reads_back(NumberFormat output)
    {
        using var scratch = new Scratch();
        using var golden = new GoldenBackend();
        MatmulReport report = MatmulRun.Run(Plan(output), [golden]);
        MatmulRun.WriteResult(scratch.PathOf("c.npy"), report);
        NumericTensor c = NpyReader.Read(scratch.PathOf("c.npy"));
        Assert.Equal([2, 2], c.Shape);
        if (output == NumberFormat.F32) Assert.Equal([1.0, 2, 3, 4], c.Values!);
        else Assert.Equal(report.C.Select(code => (long)code), c.Integers);
    }

    /// <summary>Golden with one wrong bit, or, for an index of −1, a NaR that is not there.</summary>
    private sealed class WrongBackend(int index) : IMatmulBackend
    {
        private readonly GoldenBackend _golden = new();

        public string Name => "rtl";

        public MatmulResult Run(MatmulJob job)
        {
            if (index < 0) throw new NarToFp4Exception(1, 1);
            uint[] c = _golden.Run(job).C;
            c[index] ^= 1;
            return new MatmulResult(c, new CoprocCounters(5, 4, 3, 2, 1, 0, 0, 0));
        }

        public void Dispose() => _golden.Dispose();
    }
}
