using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_mac</c>: random dot products with gaps, masked lanes and NaR, for 1, 2 and 4 slices; result, flag and the cycle it comes in.
/// </summary>
internal sealed unsafe class MacModuleCheck() : Check(3, "rtl-mac", needsRtl: true)
{
    private const int Cycles = 3000;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (int slices in new[] { 1, 2, 4 })
        {
            CoprocConfig config = Presets.Tiny with { Slices = slices };
            var sweep = (delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, MacResult*, long, long>)ModuleLibrary.Sweep("mac", config);
            foreach (FormatInfo input in FormatInfo.Inputs)
            {
                string part = $"{input}, {slices} slices";
                run.ForAll(part, run.Pick(20, 2000), Cycles, step =>
                {
                    Random random = run.RandomOf(part, step);
                    OutputSettings settings = OutputSettings.Random(random, input.Format, FormatInfo.All[(int)(step % FormatInfo.All.Count)].Format);
                    MacStimulus stimulus = MacStimulus.Random(random, settings, slices, Cycles);
                    return Wrong(sweep, stimulus) is null ? null : Wrong(sweep, Smallest(sweep, stimulus));
                });
            }
        }
    }

    /// <summary>Leaves out cycles as long as something stays wrong: halves, then quarters, down to single cycles.</summary>
    private static MacStimulus Smallest(delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, MacResult*, long, long> sweep, MacStimulus stimulus)
    {
        for (int length = stimulus.Cycles.Count / 2; length > 0; length /= 2)
        {
            for (int start = 0; start < stimulus.Cycles.Count;)
            {
                MacStimulus shorter = stimulus.Without(start, length);
                if (shorter.Cycles.Count > 0 && Wrong(sweep, shorter) is not null) stimulus = shorter;
                else start += length;
            }
        }

        return stimulus;
    }

    private static string? Wrong(delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, MacResult*, long, long> sweep, MacStimulus stimulus)
    {
        MacCycle[] cycles = [.. stimulus.Cycles];
        var results = new MacResult[cycles.Length];
        SweepSettings pins = SweepSettings.From(stimulus.Settings);
        long count;
        fixed (MacCycle* c = cycles)
        fixed (MacResult* r = results)
        {
            count = sweep(&pins, c, cycles.Length, r, results.Length);
        }

        List<MacResult> expected = stimulus.Expected();
        for (int i = 0; i < Math.Min(count, expected.Count); i++)
        {
            if (results[i].Equals(expected[i])) continue;
            return $"{stimulus}: result {i} is {Text(results[i])}, should be {Text(expected[i])}";
        }

        return count == expected.Count ? null : $"{stimulus}: {count} results, should be {expected.Count}";
    }

    private static string Text(MacResult result) => $"{result.Code:x} with nar_to_fp4 {result.NarToFp4} in cycle {result.Cycle}";
}
