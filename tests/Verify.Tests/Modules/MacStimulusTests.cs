using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify.Tests;

public sealed class MacStimulusTests
{
    private const uint Valid = 1;
    private const uint First = 2;
    private const uint Last = 4;
    private const uint P8 = (uint)NumberFormat.P8 << 4;
    private const uint P16 = (uint)NumberFormat.P16 << 4;

    [Fact]
    public void Results_come_a_pipeline_after_the_last_words_and_a_first_term_clears()
    {
        MacStimulus stimulus = Stimulus(
            Cycle(0x4000, 0x4000, 1, Valid | First | P16), // 1 · 1, cleared
            Cycle(0x0040, 0x0040, 1, Valid | First | P8), // 1 · 1
            Cycle(0x8080, 0x8080, 0xf, First | Last | P8), // a gap
            Cycle(0x0040, 0x00c0, 1, Valid | P8), // 1 · −1
            Cycle(0x0040, 0x0040, 1, Valid | Last | P8));
        SweepResult result = Assert.Single(stimulus.Expected());
        Assert.Equal(new SweepResult { Code = 0x40, Cycle = 4 + new PipelineShape(Presets.Tiny.Pipeline).MacLatency }, result);
    }

    [Fact]
    public void Random_stimuli_change_the_format_only_where_a_dot_product_starts()
    {
        int changes = 0;
        int clears = 0;
        for (int seed = 0; seed < 50; seed++)
        {
            MacStimulus stimulus = MacStimulus.Random(new Random(seed), Presets.Tiny, NumberFormat.P16, 300);
            uint before = Last;
            foreach (MacCycle cycle in stimulus.Cycles.Where(c => (c.Flags & Valid) != 0))
            {
                bool first = (cycle.Flags & First) != 0;
                Assert.True(first || (before & Last) == 0);
                Assert.True(first || cycle.Flags >> 4 == before >> 4);
                if (cycle.Flags >> 4 != before >> 4) changes++;
                if (first && (before & Last) == 0) clears++;
                before = cycle.Flags;
            }
        }

        Assert.True(changes > 100);
        Assert.True(clears > 100);
    }

    [Fact]
    public void Formats_that_are_not_built_in_are_not_used()
    {
        CoprocConfig config = Presets.Tiny with { Formats = [NumberFormat.Fp4, NumberFormat.P8], Slices = 4 };
        MacStimulus stimulus = MacStimulus.Random(new Random(1), config, NumberFormat.F32, 1000);
        Assert.Equal(
            [(uint)NumberFormat.Fp4, (uint)NumberFormat.P8],
            stimulus.Cycles.Select(cycle => cycle.Flags >> 4).Distinct().Order());
    }

    [Fact]
    public void A_shorter_stimulus_is_one_that_may_be_fed()
    {
        MacStimulus stimulus = Stimulus(
            Cycle(0, 0, 1, Valid | First | P16),
            Cycle(0, 0, 1, Valid | P16),
            Cycle(0, 0, 1, Valid | Last | P16),
            Cycle(0, 0, 1, Valid | First | P8),
            Cycle(0, 0, 1, Valid | Last | P8));
        Assert.Equal([Valid | First | P16, Valid | Last | P16, Valid | First | P8, Valid | Last | P8], Flags(stimulus.Without(0, 1)));
        Assert.Equal([Valid | First | P16, Valid | P16, Valid | First | Last | P8], Flags(stimulus.Without(2, 2)));

        static IEnumerable<uint> Flags(MacStimulus shorter) => shorter.Cycles.Select(cycle => cycle.Flags);
    }

    private static MacStimulus Stimulus(params MacCycle[] cycles) => new(Presets.Tiny, NumberFormat.P8, 0, cycles);

    private static MacCycle Cycle(ulong a, ulong b, uint lanes, uint flags) => new() { A = a, B = b, LaneValid = lanes, Flags = flags };
}
