using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class ChainTests : IDisposable
{
    private const ulong Base = 0x4_0000_0000;

    private readonly CoprocEmulator _hardware = new(Presets.Tiny, new MemoryImage(Base, 1 << 16));
    private readonly CoprocDriver _driver;

    public ChainTests() => _driver = new CoprocDriver(_hardware);

    public void Dispose() => _hardware.Dispose();

    [Fact]
    public void A_chain_of_jobs_runs_in_order_and_results_feed_the_next()
    {
        // C of the first is A of the second: 3×4 by 4×5, then 3×5 by 5×2.
        MatmulJob first = TestJobs.Random(new Random(1), NumberFormat.P8, NumberFormat.P8, new MatmulShape(3, 5, 4));
        MatmulJob second = TestJobs.Random(new Random(2), NumberFormat.P8, NumberFormat.F32, new MatmulShape(3, 2, 5));
        (JobLayout one, JobLayout two) = Lay(first, second);
        Descriptor fed = two.Descriptor with { AAddress = one.Descriptor.CAddress, AStride = one.Descriptor.CStride };
        _driver.WriteDescriptor(two.DescriptorAddress, fed);
        _driver.RunChain(one.DescriptorAddress);

        MatmulJob golden = second with { A = Array.ConvertAll(TestJobs.Golden(first), c => (ushort)c) };
        Assert.Equal(TestJobs.Golden(golden), _driver.ReadResult(fed));
    }

    [Fact]
    public void An_error_names_the_descriptor_and_what_came_before_is_done()
    {
        (MatmulJob first, MatmulJob second) = Pair(NumberFormat.P16);
        (JobLayout one, JobLayout two) = Lay(first, second);
        _driver.WriteDescriptor(two.DescriptorAddress, two.Descriptor with { K = 0 });
        ChainOutcome outcome = _driver.Kick(one.DescriptorAddress);
        Assert.Equal((ErrorCode.ZeroDimension, 1u, two.DescriptorAddress), (outcome.Code, outcome.Index, outcome.DescriptorAddress));
        Assert.Equal(TestJobs.Golden(first), _driver.ReadResult(one.Descriptor));
    }

    [Fact]
    public void NaR_into_fp4_ends_the_chain_after_its_job()
    {
        (MatmulJob first, MatmulJob second) = Pair(NumberFormat.Fp4);
        first.A[0] = (ushort)FormatInfo.Of(first.Input).NaRCode;
        (JobLayout one, JobLayout two) = Lay(first, second);
        byte[] untouched = _hardware.Memory.Slice(two.Descriptor.CAddress, 8).ToArray();
        ChainOutcome outcome = _driver.Kick(one.DescriptorAddress);
        Assert.Equal((ErrorCode.NarToFp4, 0u, one.DescriptorAddress), (outcome.Code, outcome.Index, outcome.DescriptorAddress));
        Assert.Equal(TestJobs.Golden(first), _driver.ReadResult(one.Descriptor));
        Assert.True(_hardware.Memory.Slice(two.Descriptor.CAddress, 8).SequenceEqual(untouched));
    }

    [Fact]
    public void A_misaligned_or_absent_next_is_an_error_of_the_next()
    {
        (MatmulJob first, MatmulJob second) = Pair(NumberFormat.P16);
        (JobLayout one, _) = Lay(first, second);
        _driver.WriteDescriptor(one.DescriptorAddress, one.Descriptor with { Next = Base + 64 });
        Assert.Equal((ErrorCode.DescriptorMisaligned, 1u, Base + 64), Where(_driver.Kick(one.DescriptorAddress)));
        _driver.WriteDescriptor(one.DescriptorAddress, one.Descriptor with { Next = 0x1000 });
        Assert.Equal((ErrorCode.ReadDecodeError, 1u, 0x1000ul), Where(_driver.Kick(one.DescriptorAddress)));
    }

    [Theory]
    [InlineData("a", ErrorCode.ReadDecodeError)]
    [InlineData("b", ErrorCode.ReadDecodeError)]
    [InlineData("c", ErrorCode.WriteDecodeError)]
    public void Matrices_outside_memory_are_decode_errors(string matrix, ErrorCode expected)
    {
        (MatmulJob first, _) = Pair(NumberFormat.P16);
        JobLayout layout = JobLayout.Plan(first, Base);
        _driver.Store(first, layout);
        Descriptor d = layout.Descriptor;
        ulong end = Base + (ulong)_hardware.Memory.Size;
        _driver.WriteDescriptor(layout.DescriptorAddress, matrix switch
        {
            "a" => d with { AAddress = end - 2 },
            "b" => d with { BAddress = Base - 2 },
            _ => d with { CAddress = end },
        });
        CoprocException error = Assert.Throws<CoprocException>(() => _driver.RunChain(layout.DescriptorAddress));
        Assert.Equal(expected, error.Code);
        Assert.Contains("must be where memory is", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_chain_times_out_and_polling_works_without_interrupt()
    {
        (MatmulJob first, MatmulJob second) = Pair(NumberFormat.P16);
        (JobLayout one, JobLayout two) = Lay(first, second);
        _driver.WriteDescriptor(two.DescriptorAddress, two.Descriptor with { Next = one.DescriptorAddress });
        _driver.CycleLimit = 100;
        Assert.Throws<TimeoutException>(() => _driver.Kick(one.DescriptorAddress));

        // Start while busy is ignored: the chain is still inside the loop until that is mended.
        _driver.WriteDescriptor(two.DescriptorAddress, two.Descriptor);
        _hardware.WriteRegister(RegisterMap.Control.Offset, RegisterMap.Control.Field("start").Put(1));
        int polls = 0;
        while (RegisterMap.Status.Field("busy").Get(_hardware.ReadRegister(RegisterMap.Status.Offset)) != 0) polls++;
        Assert.InRange(polls, 1, 3);
        Assert.Equal(1u, RegisterMap.Status.Field("done").Get(_hardware.ReadRegister(RegisterMap.Status.Offset)));
        Assert.Throws<TimeoutException>(() => _hardware.WaitForInterrupt(10)); // irq_enable is 0
    }

    private static (MatmulJob First, MatmulJob Second) Pair(NumberFormat output) => (
        TestJobs.Random(new Random(1), NumberFormat.P8, output, new MatmulShape(3, 5, 4)),
        TestJobs.Random(new Random(2), NumberFormat.P8, output, new MatmulShape(2, 3, 9)));

    private static (ErrorCode Code, uint Index, ulong Address) Where(ChainOutcome outcome) =>
        (outcome.Code, outcome.Index, outcome.DescriptorAddress);

    /// <summary>Stores two jobs, the first's descriptor pointing at the second's.</summary>
    private (JobLayout First, JobLayout Second) Lay(MatmulJob first, MatmulJob second)
    {
        JobLayout one = JobLayout.Plan(first, Base);
        JobLayout two = JobLayout.Plan(second, one.End);
        _driver.Store(first, one);
        _driver.Store(second, two);
        _driver.WriteDescriptor(one.DescriptorAddress, one.Descriptor with { Next = two.DescriptorAddress });
        return (one, two);
    }
}
