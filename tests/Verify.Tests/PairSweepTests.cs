namespace XrNpe.Verify.Tests;

public sealed class PairSweepTests : IDisposable
{
    private const int Rows = 200;
    private readonly string _folder = Directory.CreateTempSubdirectory("xrnpe-test-").FullName;
    private int _looked;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_interrupted_sweep_goes_on_where_it_ended()
    {
        using var stop = new CancellationTokenSource();
        void UntilHalf(uint a, Span<ushort> results)
        {
            if (Interlocked.Increment(ref _looked) == Rows / 2) stop.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() => Sweep(UntilHalf).Exhaust(Run(stop.Token), "key", Rows));
        int first = _looked;
        Assert.InRange(first, Rows / 2, Rows - 1);
        Assert.Equal(first, Finished().Length);

        Sweep(Count).Exhaust(Run(TestContext.Current.CancellationToken), "key", Rows);
        Assert.Equal(Rows, _looked);
        Assert.Equal(Enumerable.Range(0, Rows), Finished().Order());

        Sweep(Count).Exhaust(Run(TestContext.Current.CancellationToken), "key", Rows);
        Assert.Equal(Rows, _looked);
    }

    [Fact]
    public void Changed_code_starts_anew()
    {
        Sweep(Count).Exhaust(Run(TestContext.Current.CancellationToken), "key", Rows);
        Sweep(Count).Exhaust(Run(TestContext.Current.CancellationToken), "another key", Rows);
        Assert.Equal(2 * Rows, _looked);
    }

    [Fact]
    public void A_wrong_pair_is_named_and_its_row_is_looked_at_again()
    {
        void Wrong(uint a, Span<ushort> results)
        {
            Count(a, results);
            if (a >= 0x7f) results[0x1234] = 0xabcd;
        }

        for (int attempt = 0; attempt < 2; attempt++)
        {
            var exception = Assert.Throws<CheckFailedException>(() => Sweep(Wrong).Exhaust(Run(TestContext.Current.CancellationToken), "key", Rows));
            Assert.Equal("test, every pair: 007f ? 1234 is abcd, should be 0000", exception.Message);
            Assert.Equal(Enumerable.Range(0, 0x7f), Finished().Order());
        }
    }

    [Fact]
    public void The_pairs_of_p16_are_a_check_of_the_second_rung()
    {
        CheckResult result = Assert.Single(Ladder.Run(new LadderOptions { Only = "p16-pairs", Folder = _folder }, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal((2, CheckOutcome.Passed, ""), (result.Rung, result.Outcome, result.Message));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_fast_reference_is_a_check_of_the_first_rung()
    {
        CheckResult result = Assert.Single(Ladder.Run(new LadderOptions { Only = "reference-p16" }, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal((1, CheckOutcome.Passed, ""), (result.Rung, result.Outcome, result.Message));
    }

    private static PairSweep Sweep(PairRow actual) => new("test", "?", actual, (_, _) => { });

    private void Count(uint a, Span<ushort> results) => Interlocked.Increment(ref _looked);

    private CheckRun Run(CancellationToken cancellation) => new(
        new Nothing(), new LadderOptions { Level = VerifyLevel.Exhaustive, Folder = _folder }, progress: null, cancellation);

    private int[] Finished() => [.. File.ReadLines(Assert.Single(Directory.GetFiles(_folder))).Select(line => int.Parse(line, null))];
}
