using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth;

/// <summary>A point of the plot of area and delay over pipeline depth.</summary>
/// <param name="Depth">The depth.</param>
/// <param name="GateEquivalents">Area of the fast circuit.</param>
/// <param name="Nanoseconds">Its delay; null when not measured.</param>
public sealed record DepthPoint(int Depth, double GateEquivalents, double? Nanoseconds);

/// <summary>What the study found.</summary>
/// <param name="Tables">Tables in Markdown by the name of their place in the document.</param>
/// <param name="Depths">Area and delay over pipeline depth.</param>
public sealed record StudyResult(IReadOnlyDictionary<string, string> Tables, IReadOnlyList<DepthPoint> Depths);

/// <summary>Synthesizes everything that docs/hardware.md has tables of.</summary>
public sealed class HardwareStudy
{
    private const double RmmecNanoseconds = 4.1, PipelinedNanoseconds = 3.5;

    private static readonly CoprocConfig Base = Presets.Default;
    private static readonly CoprocConfig Shallow = Base with { Pipeline = 0, Quire = QuireKind.Binary };
    private static readonly int[] Slices = [1, 2, 4];

    private readonly SynthesisOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, CellFigures> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FpgaFigures> _fpga = new(StringComparer.Ordinal);
    private readonly List<StudyCase> _missing = [];
    private bool _collecting;

    private HardwareStudy(SynthesisOptions options, CancellationToken cancellation) => (_options, _cancellation) = (options, cancellation);

    /// <summary>Names of the tables, as their markers in the document have them.</summary>
    public static IReadOnlyList<string> TableNames { get; } = ["rmmec", "shallow", "pipelined", "depths", "slices", "formats", "activity"];

    /// <summary>Runs the study.</summary>
    /// <param name="options">Library, effort and time limit.</param>
    /// <param name="progress">Told what is synthesized, how many are done, how many there are.</param>
    /// <param name="cancellation">Ends it.</param>
    public static StudyResult Run(SynthesisOptions options, Action<string, int, int>? progress = null, CancellationToken cancellation = default)
    {
        SynthesisTool.Yosys.Require();
        var study = new HardwareStudy(options, cancellation);

        // The tables say themselves what they need: they are asked twice, and the first time without figures.
        study._collecting = true;
        study.Tables([]);
        study._collecting = false;
        int all = study._missing.Count + 1;
        foreach ((int i, StudyCase item) in study._missing.Index())
        {
            progress?.Invoke(item.Key, i, all);
            study.Synthesize(item);
        }

        progress?.Invoke("activity", all - 1, all);
        IReadOnlyList<ActivityFigures> activity = Activity.Measure(Base, options.TimeLimit, cancellation);
        progress?.Invoke("activity", all, all);
        return new StudyResult(
            study.Tables(activity),
            [.. Depths().Select(config => (config.Pipeline, Figures: study.Mac(config, SynthesisMode.Delay)))
                .Select(point => new DepthPoint(point.Pipeline, point.Figures.GateEquivalents, Nanoseconds(point.Figures)))]);
    }

    private static IEnumerable<CoprocConfig> Depths() => Enumerable.Range(0, PipelineShape.Deepest + 1).Select(depth => Base with { Pipeline = depth });

    private static double? Nanoseconds(CellFigures figures) => figures.Timing?.Critical?.Nanoseconds;

    private void Synthesize(StudyCase item)
    {
        bool fpga = item.WithOutput && !_fpga.ContainsKey(FpgaKey(item));
        SynthesisReport report = Synthesizer.Run(
            item.Design,
            _options with { Modes = [item.Mode], EnoughNanoseconds = item.EnoughNanoseconds, ByModule = false, Fpga = fpga },
            cancellation: _cancellation);
        _cells[item.Key] = report.Cells[0];
        if (report.Fpga is { } figures) _fpga[FpgaKey(item)] = figures;
    }

    private static string FpgaKey(StudyCase item) => (item with { Mode = SynthesisMode.Area, EnoughNanoseconds = 0 }).Key;

    private CellFigures Get(StudyCase item)
    {
        if (_cells.TryGetValue(item.Key, out CellFigures? figures)) return figures;
        if (!_collecting) throw new InvalidOperationException($"{item.Key} was not synthesized");
        if (_missing.All(other => other.Key != item.Key)) _missing.Add(item);
        return new CellFigures(item.Mode, "", 1, 1, 0, 0, new Dictionary<string, int>(), null, "", "");
    }

    private FpgaFigures Fpga(StudyCase item) => _fpga.GetValueOrDefault(FpgaKey(item)) ?? new FpgaFigures(0, 0, 0, 0);

    private CellFigures Mac(CoprocConfig config, SynthesisMode mode, bool withOutput = true) => Get(MacCase(config, mode, withOutput));

    private static StudyCase MacCase(CoprocConfig config, SynthesisMode mode, bool withOutput = true) =>
        new(Unit.Mac, config, mode, withOutput, mode == SynthesisMode.Delay ? PipelinedNanoseconds : 0);

    private Dictionary<string, string> Tables(IReadOnlyList<ActivityFigures> activity) => new(StringComparer.Ordinal)
    {
        ["rmmec"] = Rmmec(),
        ["shallow"] = ShallowMac(),
        ["pipelined"] = Pipelined(),
        ["depths"] = DepthTable(),
        ["slices"] = SliceTable(),
        ["formats"] = FormatTable(),
        ["activity"] = ActivityTable(activity),
    };

    private string Rmmec()
    {
        var table = new MarkdownTable("exponents", "GE, area", "ns", "GE, delay", "ns", "LUT");
        foreach (ExponentUnit exponents in Enum.GetValues<ExponentUnit>())
        {
            var area = new StudyCase(Unit.Rmmec, Base with { Exponents = exponents }, SynthesisMode.Area);
            CellFigures small = Get(area), fast = Get(area with { Mode = SynthesisMode.Delay, EnoughNanoseconds = RmmecNanoseconds });
            table.Row(
                $"`{exponents.ToString().ToLowerInvariant()}`{(exponents == Base.Exponents ? ", the default" : "")}", Text.Gates(small), Text.Delay(small), Text.Gates(fast), Text.Delay(fast), Text.Number(Fpga(area).Luts));
        }

        table.Row("wanted", "≤ 1450", "", "≤ 1450", "≤ 4.1", "");
        table.Row("prototype, adders", "1457", "", "", "4.2", "");
        return table.ToString();
    }

    private string ShallowMac()
    {
        CellFigures whole = Mac(Shallow, SynthesisMode.Area), without = Mac(Shallow, SynthesisMode.Area, withOutput: false);
        CoprocConfig wide = Shallow with { Formats = [NumberFormat.P16] };
        CellFigures p16 = Mac(wide, SynthesisMode.Area), p16Without = Mac(wide, SynthesisMode.Area, withOutput: false);
        var table = new MarkdownTable("pipeline=0, quire=binary", "GE", "wanted", "prototype", "FF", "ns", "LUT / FF");
        table.Row("MAC with output stage", Text.Gates(whole), "≤ 7000", "8335", Text.Number(whole.FlipFlops), Text.Delay(whole), Text.Fpga(Fpga(MacCase(Shallow, SynthesisMode.Area))));
        table.Row("without output stage", Text.Gates(without), "≤ 5800", "6405", Text.Number(without.FlipFlops), "", "");
        table.Row("p16 alone, with output stage", Text.Gates(p16), "", "", Text.Number(p16.FlipFlops), Text.Delay(p16), Text.Fpga(Fpga(MacCase(wide, SynthesisMode.Area))));
        table.Row("p16 alone, without output stage", Text.Gates(p16Without), "", "4631", Text.Number(p16Without.FlipFlops), "", "");
        table.Row("all formats over p16 alone, with output stage", Text.Percent(whole, p16), "≤ 25 %", "", "", "", "");
        table.Row("all formats over p16 alone, without output stage", Text.Percent(without, p16Without), "", "38 %", "", "", "");
        return table.ToString();
    }

    private string Pipelined()
    {
        var table = new MarkdownTable("", "GE, delay", "ns, register to register", "ns, any path", "GE, area", "FF", "latency", "LUT / FF");
        foreach (QuireKind quire in Enum.GetValues<QuireKind>())
        {
            CoprocConfig config = Base with { Quire = quire };
            CellFigures fast = Mac(config, SynthesisMode.Delay), small = Mac(config, SynthesisMode.Area);
            string name = quire == QuireKind.Binary ? "binary" : "carry-save";
            table.Row(
                $"pipeline={config.Pipeline}, quire={name}{(quire == Base.Quire ? ", the default" : "")}", Text.Gates(fast), Text.Delay(fast.Timing?.RegisterToRegister), Text.Delay(fast), Text.Gates(small),
                Text.Number(fast.FlipFlops), Text.Number(config.PipelineShape.MacLatency), Text.Fpga(Fpga(MacCase(config, SynthesisMode.Delay))));
        }

        table.Row("wanted", "≤ 10500", "≤ 3.5", "", "", "", "", "");
        table.Row("prototype without output stage, 5 stages", "8246", "4.7", "", "", "", "", "");
        table.Row("prototype without output stage, 9 stages", "10053", "3.6", "", "", "", "", "");
        return table.ToString();
    }

    private string DepthTable()
    {
        var table = new MarkdownTable("pipeline", "latency", "GE, delay", "ns", "GE, area", "ns", "FF", "LUT / FF");
        foreach (CoprocConfig config in Depths())
        {
            CellFigures fast = Mac(config, SynthesisMode.Delay), small = Mac(config, SynthesisMode.Area);
            table.Row(
                Text.Number(config.Pipeline), Text.Number(config.PipelineShape.MacLatency), Text.Gates(fast), Text.Delay(fast), Text.Gates(small), Text.Delay(small),
                Text.Number(fast.FlipFlops), Text.Fpga(Fpga(MacCase(config, SynthesisMode.Delay))));
        }

        return table.ToString();
    }

    private string SliceTable()
    {
        var table = new MarkdownTable(["build", "slices", "GE", "ns", .. FormatInfo.Inputs.Select(info => $"GE per {info} MAC/cycle")]);
        foreach ((string name, CoprocConfig config, SynthesisMode mode) in new[] { ("shallow, area", Shallow, SynthesisMode.Area), ("pipelined, delay", Base, SynthesisMode.Delay) })
        {
            CellFigures one = Mac(config, mode);
            foreach (int slices in Slices)
            {
                CellFigures figures = Mac(config with { Slices = slices }, mode);
                double ratio = figures.GateEquivalents / slices / one.GateEquivalents;
                table.Row([name, Text.Number(slices), Text.Gates(figures), Text.Delay(figures),
                    .. FormatInfo.Inputs.Select(info => $"{Text.Gates(figures.GateEquivalents / (slices * info.Lanes))}{(slices == 1 ? "" : $" ({Text.Ratio(ratio)})")}")]);
            }
        }

        table.Row(["wanted", "4", "", "", .. FormatInfo.Inputs.Select(info => info.Format == NumberFormat.Fp4 ? "≤ 1050" : "")]);
        return table.ToString();
    }

    private string FormatTable()
    {
        var table = new MarkdownTable("formats", "GE, shallow, area", "without output stage", "ns", "GE, pipelined, delay", "ns", "LUT / FF, shallow");
        IReadOnlyList<NumberFormat>[] builds = [Base.Formats, .. Base.Formats.Order().Select(format => (IReadOnlyList<NumberFormat>)[format])];
        foreach (IReadOnlyList<NumberFormat> formats in builds)
        {
            CoprocConfig shallow = Shallow with { Formats = formats };
            CellFigures small = Mac(shallow, SynthesisMode.Area), without = Mac(shallow, SynthesisMode.Area, withOutput: false);
            CellFigures fast = Mac(Base with { Formats = formats }, SynthesisMode.Delay);
            table.Row(
                string.Join(' ', formats.Order().Select(format => FormatInfo.Of(format).Name)), Text.Gates(small), Text.Gates(without), Text.Delay(small), Text.Gates(fast),
                Text.Delay(fast), Text.Fpga(Fpga(MacCase(shallow, SynthesisMode.Area))));
        }

        return table.ToString();
    }

    private static string ActivityTable(IReadOnlyList<ActivityFigures> activity)
    {
        string[] modules = [.. activity.SelectMany(figures => figures.ByModule).GroupBy(module => module.Key, StringComparer.Ordinal)
            .OrderByDescending(group => group.Max(module => module.Value)).Select(group => group.Key).Where(name => name.StartsWith("xrnpe_", StringComparison.Ordinal)).Take(6)];
        var table = new MarkdownTable(["mode", "cells multiply / exponents / dark", "MACs/cycle", "toggles/cycle", "toggles/MAC", "of all nets", .. modules.Select(name => $"`{name}`")]);
        foreach (ActivityFigures figures in activity)
        {
            string[] counts = figures.Mode is { } format ? Counts(FormatInfo.Of(format), figures) : ["no words", "", "0", Text.Gates(figures.TogglesPerCycle), ""];
            table.Row([.. counts, Text.Part(figures.TogglesPerCycle / figures.Nets), .. modules.Select(name => Text.Gates(figures.ByModule.GetValueOrDefault(name)))]);
        }

        return table.ToString();

        static string[] Counts(FormatInfo info, ActivityFigures figures)
        {
            Utilisation cells = Arith.Rmmec.UtilisationOf(info.Format), adders = Arith.Rmmec.UtilisationOf(info.Format, Base.Formats.ToArray(), exponentCells: false);
            string use = $"{cells.Multiplying} / {cells.Exponent} / {cells.Dark}; with adders {adders.Multiplying} / 0 / {adders.Dark}";
            int macs = info.Lanes * Base.Slices;
            return [info.Name, use, Text.Number(macs), Text.Gates(figures.TogglesPerCycle), Text.Gates(figures.TogglesPerCycle / macs)];
        }
    }
}
