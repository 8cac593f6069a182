using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// The whole co-processor: random jobs of all input and output formats, awkward shapes and random stalls, on the RTL and the emulator,
/// against the golden model. A failure is made smaller and leaves a waveform.
/// </summary>
internal sealed class CoprocessorCheck() : Check(4, "coprocessor", needsRtl: true)
{
    private static readonly CoprocConfig[] Configs =
    [
        Presets.Tiny,
        Presets.Tiny with { Name = "tall", Rows = 4, Slices = 2, DataWidth = 128, BufferDepth = 128 },
        Presets.Default,
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (CoprocConfig config in Configs.Take(run.Pick(1, Configs.Length)))
        {
            VerilatedLibrary library = CoprocCase.Build(config, trace: false);
            foreach (FormatInfo input in FormatInfo.Inputs)
            {
                foreach (FormatInfo output in FormatInfo.All)
                {
                    string part = $"{config.Name}, {input} to {output}";
                    run.ForAll(part, run.Pick(10, 200), 1, step =>
                    {
                        JobCase job = JobCase.Random(run.RandomOf(part, step), config, input.Format, output.Format);
                        string waveform = Path.Combine(run.Folder, $"coprocessor-{config.Name}-{input}-{output}-{step}.vcd");
                        return CoprocCase.Look(library, job, waveform);
                    });
                }
            }
        }
    }
}
