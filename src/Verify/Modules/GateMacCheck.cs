using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;
using XrNpe.Synth;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_mac</c> after synthesis: the netlists for area and for delay, in the cells of the default library with the library's own models, in
/// Icarus Verilog under the generated test bench.
/// </summary>
internal sealed class GateMacCheck() : Check(3, "gates")
{
    private const int Cycles = 1500;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly CoprocConfig[] Quick = [Presets.Tiny];

    private static readonly CoprocConfig[] Full =
    [
        Presets.Tiny,
        Presets.Tiny with { Name = "pipeline_0", Pipeline = 0, Quire = QuireKind.Binary },
        Presets.Tiny with { Name = "cells", Pipeline = 2, Exponents = ExponentUnit.Cells },
        Presets.Tiny with { Name = "slices_2", Slices = 2 },
        Presets.Tiny with { Name = "p16_only", Formats = [NumberFormat.P16] },
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        SynthesisTool.Yosys.Require();
        SynthesisTool.Iverilog.Require();
        CellModels.Require();
        foreach (CoprocConfig config in run.Level == VerifyLevel.Quick ? Quick : Full)
        {
            SynthesisMode[] modes = Enum.GetValues<SynthesisMode>();
            var netlists = new Lazy<string>[modes.Length];
            for (int i = 0; i < modes.Length; i++)
            {
                SynthesisMode mode = modes[i];
                netlists[i] = new Lazy<string>(() => Netlist(config, mode));
            }

            int sequences = run.Pick(1, 10);
            run.ForAll($"{config.Name}, netlists", modes.Length * sequences, Cycles, step =>
            {
                int mode = (int)step / sequences;
                var sequence = MacSequence.Create(config, (ulong)(uint)run.SeedOf(config.Name, step), Cycles);
                return GateSimulation.Wrong(config, netlists[mode].Value, sequence, Limit) is { } wrong ? $"optimized for {modes[mode]}: {wrong}" : null;
            });
        }
    }

    private static string Netlist(CoprocConfig config, SynthesisMode mode)
    {
        var options = new SynthesisOptions { Modes = [mode], Effort = SynthesisEffort.Quick, Fpga = false, ByModule = false, TimeLimit = Limit };
        return Synthesizer.Run(Design.Of(config, Unit.Mac), options).Cells[0].Netlist;
    }
}
