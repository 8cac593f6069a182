using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify.Tests;

public sealed class LadderTests
{
    /// <summary>The checks that need no Verilator; the others run in <c>xrnpe verify</c> and in tests/Cosim.</summary>
    [Theory]
    [InlineData("decode", 65_824)]
    [InlineData("round", 345_760)]
    [InlineData("output-stage", 40_000)]
    [InlineData("rmmec-grid", 233_120)]
    public void Quick_checks_pass_and_count_their_cases(string name, long cases)
    {
        CheckResult result = Assert.Single(Ladder.Run(new LadderOptions { Only = name }, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("", result.Message);
        Assert.Equal(CheckOutcome.Passed, result.Outcome);
        Assert.Equal(cases, result.Cases);
    }

    /// <summary>The small modules, which cost two builds together, and two more for the descriptor's.</summary>
    [Theory]
    [InlineData("rtl-decode", 8L << 20)]
    [InlineData("rtl-cell", 3 << 10)]
    [InlineData("rtl-resolve", 400_000)]
    [InlineData("rtl-bias", 214_080)]
    [InlineData("rtl-activate", 257_344)]
    [InlineData("rtl-descriptor", 200_000)]
    public void Small_modules_pass_or_say_what_is_missing(string name, long cases)
    {
        CheckResult result = Assert.Single(Ladder.Run(new LadderOptions { Only = name }, cancellation: TestContext.Current.CancellationToken));
        if (VerilatedBuilder.MissingTool is { } tool)
        {
            Assert.Equal(CheckOutcome.NotRun, result.Outcome);
            Assert.Contains($"{tool} is not installed", result.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("", result.Message);
        Assert.Equal(cases, result.Cases);
    }

    [Fact]
    public void An_unknown_check_is_refused_with_the_names_of_all()
    {
        var exception = Assert.Throws<ArgumentException>(() => Ladder.Run(
            new LadderOptions { Only = "nothing" }, cancellation: TestContext.Current.CancellationToken));
        Assert.StartsWith("no check is named \"nothing\": one of decode, round,", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_reaches_the_total_of_every_part()
    {
        var last = new Dictionary<string, LadderProgress>();
        var progress = new Listener(p =>
        {
            lock (last)
            {
                if (!last.TryGetValue(p.Part, out LadderProgress before) || before.Done < p.Done) last[p.Part] = p;
            }
        });
        Ladder.Run(new LadderOptions { Only = "decode" }, progress, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["fp4", "p16", "p4", "p8"], last.Keys.Order(StringComparer.Ordinal));
        Assert.All(last.Values, p => Assert.Equal(p.Total, p.Done));
    }

    [Fact]
    public void Of_many_wrong_steps_the_first_is_reported()
    {
        var run = new CheckRun(new Nothing(), new LadderOptions(), progress: null, TestContext.Current.CancellationToken);
        var exception = Assert.Throws<CheckFailedException>(() => run.ForAll("part", 100_000, 1, step => step % 977 == 976 ? $"step {step}" : null));
        Assert.Equal("part: step 976", exception.Message);
    }

    [Fact]
    public void An_exception_in_what_is_checked_is_a_finding()
    {
        var run = new CheckRun(new Nothing(), new LadderOptions(), progress: null, TestContext.Current.CancellationToken);
        var exception = Assert.Throws<CheckFailedException>(() => run.ForAll("part", 3, 1, step => throw new InvalidOperationException("broken")));
        Assert.Equal("part: step 0: InvalidOperationException: broken", exception.Message);
    }

    [Fact]
    public void Seeds_depend_on_seed_part_and_index_only()
    {
        CheckRun Run(int seed) => new(new Nothing(), new LadderOptions { Seed = seed }, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(Run(1).SeedOf("a", 5), Run(1).SeedOf("a", 5));
        Assert.NotEqual(Run(1).SeedOf("a", 5), Run(1).SeedOf("a", 6));
        Assert.NotEqual(Run(1).SeedOf("a", 5), Run(1).SeedOf("b", 5));
        Assert.NotEqual(Run(1).SeedOf("a", 5), Run(2).SeedOf("a", 5));
    }

    [Fact]
    public void A_smaller_job_keeps_the_operands_that_belong_to_it()
    {
        var job = new MatmulJob(NumberFormat.P8, NumberFormat.P8, new MatmulShape(2, 1, 3), [1, 2, 3, 4, 5, 6], [7, 8, 9]);
        JobCase[] smaller = [.. new JobCase(Presets.Tiny, job, AxiTiming.Ideal).Smaller()];

        Assert.Equal([(2, 1), (2, 2), (1, 3), (1, 3)], smaller.Select(s => (s.Job.Shape.M, s.Job.Shape.K)));
        Assert.Equal([1, 4], smaller[0].Job.A);
        Assert.Equal([2, 3, 5, 6], smaller[1].Job.A);
        Assert.Equal([8, 9], smaller[1].Job.B);
        Assert.Equal([4, 5, 6], smaller[3].Job.A);
    }

    private sealed class Listener(Action<LadderProgress> report) : IProgress<LadderProgress>
    {
        public void Report(LadderProgress value) => report(value);
    }
}
