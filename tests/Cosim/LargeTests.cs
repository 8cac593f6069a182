using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Coproc.Tests;

namespace XrNpe.Cosim;

/// <summary>16×16 PEs and 8 output units, in a few jobs that use all of them: the golden model's results, the emulator's counters.</summary>
public sealed class LargeTests
{
    private const ulong Base = 0x8000_0000;

    public static TheoryData<NumberFormat, NumberFormat> Formats { get; } = new()
    {
        { NumberFormat.Fp4, NumberFormat.P8 },
        { NumberFormat.P4, NumberFormat.F32 },
        { NumberFormat.P8, NumberFormat.P4 },
        { NumberFormat.P16, NumberFormat.P16 },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_matrix_of_more_than_a_tile_equals_golden_and_emulator(NumberFormat input, NumberFormat output) =>
        Check(random => TestJobs.Random(random, input, output, new MatmulShape(19, 37, 45), TestJobs.Activation(random), -3) with { Channels = TestJobs.Channels(random, 37) });

    [Fact]
    public void A_convolution_equals_golden_and_emulator()
    {
        ConvWindow window = new ConvWindow
        {
            Height = 3,
            Width = 20,
            Channels = 5,
            KernelHeight = 2,
            KernelWidth = 3,
            StrideY = 1,
            StrideX = 1,
            PadTop = 1,
            PadLeft = 1,
            PadBottom = 0,
            PadRight = 1,
        }.WithLargestOutput();
        Check(random => TestJobs.Convolution(random, NumberFormat.P8, NumberFormat.P8, window, 18, true, TestJobs.Activation(random), -2, false));
    }

    private static void Check(Func<Random, MatmulJob> make)
    {
        MatmulJob job = make(new Random(5));
        AxiTiming timing = AxiTiming.Random(9, 0.2, 4);
        using VerilatedCoprocessor rtl = Rtl.Open(Rtl.Large, new MemoryImage(Base, 1 << 16), timing);
        using var emulator = new CoprocEmulator(Rtl.Large, new MemoryImage(Base, 1 << 16), timing);
        Assert.Equal(JobCheck.Run(emulator, job), JobCheck.Run(rtl, job));
    }
}
