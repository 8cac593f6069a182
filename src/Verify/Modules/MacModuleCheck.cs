using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_mac</c>: every product of the small formats in every lane, p16's at random or all 2^32 of them; random dot products with gaps, clears,
/// masked lanes, NaR, and another input format between any two of them. Result, flag and the cycle it comes in.
/// </summary>
internal sealed class MacModuleCheck() : Check(3, "rtl-mac", needsRtl: true)
{
    private const int Cycles = 2000;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        Products(run, Presets.Tiny);
        foreach (CoprocConfig config in ModuleConfigs.Mac(run.Level))
        {
            var module = new MacModule(config);
            NumberFormat[] outputs = [.. FormatInfo.All.Select(info => info.Format).Where(config.HasOutput)];
            string part = $"{ModuleConfigs.Name(config)}: dot products";
            run.ForAll(part, run.Pick(120, 100), Cycles, step =>
                module.Smallest(MacStimulus.Random(run.RandomOf(part, step), config, outputs[step % outputs.Length], Cycles)));
        }
    }

    private static void Products(CheckRun run, CoprocConfig config)
    {
        var module = new MacModule(config);
        foreach (FormatInfo info in FormatInfo.Inputs.Where(f => f.Bits <= 8))
        {
            int codes = 1 << info.Bits;
            uint[] all = [.. Enumerable.Range(0, codes).Select(code => (uint)code)];
            run.ForAll($"{info}, every product in every lane", info.Lanes * codes, codes, step =>
                module.Smallest(MacStimulus.Products(run.RandomOf(info.Name, step), config, info.Format, (int)step / codes, (uint)step % (uint)codes, all)));
        }

        // Rounded to p16, products near the ends of the range look alike; float32 shows them apart.
        if (run.Level == VerifyLevel.Exhaustive)
        {
            using var log = ResumeLog.For(run, MacModule.Name, MacModule.Name, config);
            run.ForAll("p16 to f32, every product", MacModule.Codes16, MacModule.Codes16, a => log.Once(a, () => module.WrongRow((uint)a, NumberFormat.F32)));
        }

        uint[] edges = [.. Posit16Edges.Codes];
        run.ForAll("p16 to f32, products in rows of edges", edges.Length, MacModule.Codes16, i => module.WrongRow(edges[i], NumberFormat.F32));
        foreach (NumberFormat output in new[] { NumberFormat.P16, NumberFormat.F32 })
        {
            string part = $"p16 to {FormatInfo.Of(output)}, products in random rows";
            run.ForAll(part, run.Pick(4, 256), MacModule.Codes16, step =>
                module.WrongRow((uint)run.RandomOf(part, step).Next(MacModule.Codes16), output));
        }
    }
}
