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

        if (run.Level == VerifyLevel.Exhaustive)
        {
            using var log = ResumeLog.For(run, MacModule.Name, config);
            run.ForAll("p16, every product", MacModule.Codes16, MacModule.Codes16, a => log.Once(a, () => module.WrongRow((uint)a)));
            return;
        }

        run.ForAll("p16, products in random rows", run.Pick(8, 512), MacModule.Codes16, step =>
            module.WrongRow((uint)run.RandomOf("p16 codes", step).Next(MacModule.Codes16)));
    }
}
