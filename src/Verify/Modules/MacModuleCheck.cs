using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_mac</c>: every product of the small formats in every lane, p16's at random or all 2^32 of them; random dot products with gaps,
/// masked lanes and NaR, for 1, 2 and 4 slices; result, flag and the cycle it comes in.
/// </summary>
internal sealed unsafe class MacModuleCheck() : Check(3, "rtl-mac", needsRtl: true)
{
    private const int Cycles = 3000;
    private const string Module = "mac";
    private const int Codes16 = 1 << 16;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        Products(run);
        foreach (int slices in new[] { 1, 2, 4 })
        {
            CoprocConfig config = Presets.Tiny with { Slices = slices };
            var sweep = (delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, MacResult*, long, long>)ModuleLibrary.Sweep(Module, config);
            foreach (FormatInfo input in FormatInfo.Inputs)
            {
                string part = $"{input}, {slices} slices";
                run.ForAll(part, run.Pick(20, 2000), Cycles, step =>
                {
                    Random random = run.RandomOf(part, step);
                    OutputSettings settings = OutputSettings.Random(random, input.Format, FormatInfo.All[(int)(step % FormatInfo.All.Count)].Format);
                    return Smallest(sweep, MacStimulus.Random(random, settings, slices, Cycles));
                });
            }
        }
    }

    private static void Products(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, MacResult*, long, long>)ModuleLibrary.Sweep(Module, Presets.Tiny);
        foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits <= 8))
        {
            int codes = 1 << info.Bits;
            uint[] all = [.. Enumerable.Range(0, codes).Select(code => (uint)code)];
            run.ForAll($"{info}, every product in every lane", info.Lanes * codes, codes, step =>
                Smallest(sweep, MacStimulus.Products(run.RandomOf(info.Name, step), info.Format, (int)step / codes, (uint)step % (uint)codes, all)));
        }

        string? ProductsOf16(long step, uint a, uint[] b) =>
            Smallest(sweep, MacStimulus.Products(run.RandomOf("p16", step), NumberFormat.P16, lane: 0, a, b));

        if (run.Level == VerifyLevel.Exhaustive)
        {
            uint[] all = [.. Enumerable.Range(0, Codes16).Select(code => (uint)code)];
            using var log = ResumeLog.For(run, Module, Presets.Tiny);
            run.ForAll("p16, every product", Codes16, Codes16, a => log.Once(a, () => ProductsOf16(a, (uint)a, all)));
            return;
        }

        const int Row = 4096;
        run.ForAll("p16, random products", run.Pick(64, 4096), Row, step =>
        {
            Random random = run.RandomOf("p16 codes", step);
            return ProductsOf16(step, (uint)random.Next(Codes16), [.. Enumerable.Range(0, Row).Select(_ => (uint)random.Next(Codes16))]);
        });
    }

    /// <summary>
    /// What is wrong with a stimulus, after leaving out cycles as long as something stays wrong: halves, then quarters, down to
    /// single cycles; null when nothing is wrong.
    /// </summary>
    private static string? Smallest(delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, MacResult*, long, long> sweep, MacStimulus stimulus)
    {
        if (Wrong(sweep, stimulus) is not { } message) return null;
        for (int length = stimulus.Cycles.Count / 2; length > 0; length /= 2)
        {
            for (int start = 0; start < stimulus.Cycles.Count;)
            {
                MacStimulus shorter = stimulus.Without(start, length);
                string? wrong = shorter.Cycles.Count > 0 ? Wrong(sweep, shorter) : null;
                if (wrong is null) start += length;
                else (stimulus, message) = (shorter, wrong);
            }
        }

        return message;
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
