using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// The whole co-processor: random chains of matrices and convolutions, with channels, stalls and faults. RTL and emulator end alike, with the same
/// bytes in memory and the same counters, and change nothing outside C. Then chains that a reset ends at a random cycle. A failure is made smaller and
/// leaves a waveform.
/// </summary>
internal sealed class ChainCheck() : Check(4, "chains", needsRtl: true)
{
    private static readonly CoprocConfig[] Configs =
    [
        Presets.Tiny,
        Presets.Tiny with { Name = "wide", Cols = 4, Slices = 4, OutUnits = 4, MaxBurst = 4, OutstandingReads = 2 },
        Presets.Tiny with { Name = "tall", Rows = 4, Slices = 2, DataWidth = 128, BufferDepth = 128, Quire = QuireKind.Binary, Pipeline = 2 },
        Presets.Default,
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (CoprocConfig config in Configs.Take(run.Pick(2, Configs.Length)))
        {
            VerilatedLibrary library = CoprocCase.Build(config, trace: false);
            string part = $"{config.Name}, chains";
            run.ForAll(part, run.Pick(150, 2500), 1, step =>
            {
                ChainCase chain = ChainCase.Random(run.RandomOf(part, step), config);
                string waveform = Path.Combine(run.Folder, $"chains-{config.Name}-{step}.vcd");
                return CoprocCase.Look(library, chain, waveform);
            });

            foreach (ResetKind kind in Enum.GetValues<ResetKind>())
            {
                string resets = $"{config.Name}, {kind} resets";
                run.ForAll(resets, run.Pick(50, 500), 1, step =>
                {
                    ResetCase reset = ResetCase.Random(run.RandomOf(resets, step), config, kind);
                    return CoprocCase.Look(library, reset, Path.Combine(run.Folder, $"resets-{config.Name}-{kind}-{step}.vcd"));
                });
            }
        }
    }
}
