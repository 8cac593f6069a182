using System.Globalization;
using System.Text;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth;

/// <summary>How much of a MAC's netlist moves in a mode.</summary>
/// <param name="Mode">Format of the operands; null when no words come.</param>
/// <param name="Nets">Bits of nets.</param>
/// <param name="TogglesPerCycle">Changes between 0 and 1 per cycle, clock left out.</param>
/// <param name="ByModule">The same by module.</param>
public sealed record ActivityFigures(NumberFormat? Mode, int Nets, double TogglesPerCycle, IReadOnlyDictionary<string, double> ByModule);

/// <summary>Measures it, on a netlist that still has its modules, with random codes in dot products of 32 cycles.</summary>
public sealed class Activity
{
    private const int Warmup = 64, Cycles = 512, DotProduct = 32, Seed = 1;
    private const string Top = "xrnpe_mac", Bench = "activity_tb", Instance = "dut", Waveform = "activity.vcd", Binary = "activity.vvp";

    private readonly CoprocConfig _config;
    private readonly string _netlist;
    private readonly TimeSpan _limit;

    private Activity(CoprocConfig config, string netlist, TimeSpan limit) => (_config, _netlist, _limit) = (config, netlist, limit);

    /// <summary>Measures every mode, and at last a MAC to which no words come.</summary>
    /// <param name="config">What the MAC is generated from.</param>
    /// <param name="limit">How long one run of a tool may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SynthesisToolMissingException">yosys, Icarus Verilog or the library is not installed.</exception>
    public static IReadOnlyList<ActivityFigures> Measure(CoprocConfig config, TimeSpan limit, CancellationToken cancellation = default)
    {
        CellModels.Require();
        SynthesisTool.Iverilog.Require();
        string netlist = new CellFlow(CellLibrary.Load(SynthesisOptions.DefaultLiberty), limit, cancellation).ByModule(Design.Of(config, Unit.Mac)).Netlist;
        var activity = new Activity(config, netlist, limit);
        return [.. config.Formats.Order().Select(format => activity.Mode(format, cancellation)), activity.Mode(null, cancellation)];
    }

    private ActivityFigures Mode(NumberFormat? format, CancellationToken cancellation)
    {
        using var folder = new WorkFolder();
        IReadOnlyList<NetlistInstance> instances = NetlistHierarchy.Of(_netlist, Top);
        folder.Write("netlist.v", "`timescale 1ns / 1ps\n" + _netlist);
        folder.Write(Bench + ".v", Techmaps.Read(Bench + ".v"));
        folder.Write("scopes.vh", string.Concat(instances.Select(instance => $"    $dumpvars(1, {string.Join('.', (string[])[Bench, Instance, .. instance.Path.Select(Escaped)])});\n")));
        folder.Write("stimulus.hex", Stimulus(format));
        string[] define = [.. new[] { ("SLICES", _config.Slices), ("CYCLES", Warmup + Cycles), ("WARMUP", Warmup) }.Select(d => string.Create(CultureInfo.InvariantCulture, $"-D{d.Item1}={d.Item2}"))];
        ToolOutcome compiled = SynthesisTool.Iverilog.Run(
            folder.Path, ["-g2005-sv", "-s", Bench, "-o", Binary, .. define, CellModels.Path, "netlist.v", Bench + ".v"], _limit, cancellation);
        if (compiled.ExitCode != 0) throw new SynthesisFailedException(SynthesisTool.Iverilog.Program, compiled.Problem);
        ToolOutcome outcome = SynthesisTool.Vvp.Run(folder.Path, ["-n", Binary], _limit, cancellation);
        if (outcome.ExitCode != 0) throw new SynthesisFailedException(SynthesisTool.Vvp.Program, outcome.Problem);

        using var waveform = new StreamReader(folder.PathOf(Waveform));
        var counter = ToggleCounter.Read(waveform);
        var module = instances.ToDictionary(instance => string.Join('/', (string[])[Bench, Instance, .. instance.Path.Select(Plain)]), instance => instance.Module, StringComparer.Ordinal);

        // The clock moves twice a cycle and says nothing.
        double clock = 2.0 * (Cycles - 1);
        Dictionary<string, double> byModule = counter.Toggles
            .GroupBy(scope => module.GetValueOrDefault(scope.Key, scope.Key), scope => (double)scope.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum() / Cycles, StringComparer.Ordinal);
        return new ActivityFigures(format, counter.Bits.Values.Sum(), (counter.Toggles.Values.Sum() - clock) / Cycles, byModule);
    }

    /// <summary>A line a cycle, as activity_tb.v reads it.</summary>
    private string Stimulus(NumberFormat? format)
    {
#pragma warning disable CA5394 // The same words every time are wanted, not secret ones.
        var random = new Random(Seed);
        var text = new StringBuilder();
        FormatInfo info = FormatInfo.Of(format ?? _config.Formats[0]);
        int slices = _config.Slices;
        for (int cycle = 0; cycle < Warmup + Cycles; cycle++)
        {
            int at = cycle % DotProduct;
            int flags = format is null ? 0 : 1 | (at == 0 ? 2 : 0) | (at == DotProduct - 1 ? 4 : 0);
            text.Append(CultureInfo.InvariantCulture, $"{(int)info.Format:x}{(int)info.Format:x}{flags:x}");
            text.Append('f', slices);
            for (int operand = 0; operand < 2; operand++)
            {
                for (int lane = slices * info.Lanes; lane > 0; lane--)
                {
                    uint code = (uint)random.Next((int)info.Mask + 1);
                    if (info.HasNaR && code == info.NaRCode) code = 1;
                    text.Append(code.ToString("x" + info.HexDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                }
            }

            text.Append('\n');
        }

        return text.ToString();
#pragma warning restore CA5394
    }

    /// <summary>Yosys' name of an instance as a path wants it: an escaped name ends with a blank.</summary>
    private static string Escaped(string name) => name.StartsWith('\\') ? name + " " : name;

    private static string Plain(string name) => name.TrimStart('\\');
}
