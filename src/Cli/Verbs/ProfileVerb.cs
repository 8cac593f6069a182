using System.CommandLine;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe profile</c>: what layers cost on a co-processor, out of the emulator, beside the roofline.</summary>
internal static class ProfileVerb
{
    private const int EmulatorRuns = 8;
    private const double EmulatorSeconds = 4;

    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var network = new Option<string?>("--network") { Description = $"Layers of a network: {string.Join(", ", Networks.Names)}, or a .onnx file.", HelpName = "N" };
        var shape = new Option<string[]>("--shape") { Description = "A matrix product, M×K×N, such as 512x576x64; may be repeated.", HelpName = "MxKxN" };
        var layer = new Option<string?>("--layer") { Description = "Of the network, only the layers whose name ends so.", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "Format of operands and results.", DefaultValueFactory = _ => FormatInfo.Of(NumberFormat.P16).Name, HelpName = "T" };
        var latency = new Option<int>("--latency") { Description = "Cycles until memory answers.", DefaultValueFactory = _ => Profiler.DefaultMemory.ReadLatency, HelpName = "N" };
        var timeline = new Option<string?>("--timeline") { Description = "Draw what the cycles of the layer were spent on into an .svg; one layer.", HelpName = "F.svg" };
        var roofline = new Option<string?>("--roofline") { Description = "Draw the layers under the bounds of array and bus into an .svg.", HelpName = "F.svg" };
        var rtl = new Option<bool>("--rtl") { Description = "Run the layers on the Verilated RTL as well: it must count what the emulator counts. Says how fast either is." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "profile",
            "Say what layers cost: cycles, utilization, bytes, and what array and bus could do at best.",
            "xrnpe profile --network ulvio --format p16",
            "xrnpe profile --shape 512x576x64 --format fp4 --set slices=2",
            "xrnpe profile --network ulvio --layer conv2 --format p8 --timeline conv2.svg",
            "xrnpe profile --network ulvio --format p16 --roofline roofline.svg") { network, shape, layer, format, latency, timeline, roofline, rtl, json };
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig chosen = config.Get(parsed);
            NumberFormat number = FormatOptions.Input("--format", parsed.GetValue(format)!);
            if (!chosen.HasInput(number)) throw new InputException($"--format {FormatInfo.Of(number)} is not built into {chosen.Name}");
            if (parsed.GetValue(latency) < 1) throw new InputException("--latency is a number of cycles, 1 or more");
            AxiTiming memory = Profiler.DefaultMemory with { ReadLatency = parsed.GetValue(latency), WriteLatency = parsed.GetValue(latency) };
            IReadOnlyList<LayerShape> layers = Layers(parsed.GetValue(network), parsed.GetValue(layer), parsed.GetValue(shape) ?? []);
            string? drawing = parsed.GetValue(timeline);
            if (drawing is not null && layers.Count != 1) throw new InputException($"--timeline draws one layer, here are {layers.Count}: choose with --layer");
            string? roof = parsed.GetValue(roofline);
            foreach (string? file in new[] { drawing, roof })
            {
                if (file is not null) OutputFile.Check(file);
            }

            var drawn = drawing is null ? null : new Timeline();
            IReadOnlyList<LayerProfile> results = Progress.Run(console, report => Profiler.Run(
                chosen, layers, number, memory, drawn is null ? null : drawn.Add, done => report(layers[done - 1].Name, (double)done / layers.Count)));
            if (drawing is not null) OutputFile.WriteText(drawing, drawn!.Svg(results[0]));
            if (roof is not null) OutputFile.WriteText(roof, Roofline.Svg(chosen, results));
            SimulationSpeed? speed = parsed.GetValue(rtl) ? Compare(console, chosen, layers, number, memory) : null;
            if (parsed.GetValue(json)) console.Out.WriteLine(ProfileOutput.Json(chosen, number, memory, results, speed));
            else ProfileOutput.Text(console.Out, chosen, number, results, speed);
            return speed is { Differs: true } ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }


    private static SimulationSpeed Compare(ToolConsole console, CoprocConfig config, IReadOnlyList<LayerShape> layers, NumberFormat format, AxiTiming memory)
    {
        VerilatedLibrary library = BackendFactory.Verilate(config);
        (CoprocCounters counted, double seconds) = Profiler.Fastest(
            EmulatorRuns, EmulatorSeconds, _ => Profiler.Time(image => new CoprocEmulator(config, image, memory), layers, format));
        console.Error.WriteLine($"simulating {counted.Cycles} cycles of the RTL");
        (CoprocCounters rtl, double rtlSeconds) = Profiler.Time(image => new VerilatedCoprocessor(library, config, image, memory), layers, format);
        return new SimulationSpeed(counted, seconds, rtl, rtlSeconds);
    }

    private static IReadOnlyList<LayerShape> Layers(string? network, string? layer, string[] shapes)
    {
        if (network is null && shapes.Length == 0) throw new InputException($"nothing to profile: --network {Networks.Names[0]} or --shape MxKxN");
        IReadOnlyList<LayerShape> all = network is null ? [] : LayerShape.Of(Networks.OpenShapes(network));
        LayerShape[] named = [.. all.Where(l => layer is null || l.Name.EndsWith(layer, StringComparison.Ordinal))];
        if (network is not null && named.Length == 0)
        {
            throw new InputException($"--layer {InputException.Quote(layer!)} is no layer of {network}: {string.Join(", ", all.Select(l => l.Name))}");
        }

        return [.. named, .. shapes.Select(Shape)];
    }

    private static LayerShape Shape(string text)
    {
        string[] parts = text.Split('x', '×');
        int[] sizes = [.. parts.Select(part => int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out int size) && size > 0 ? size : 0)];
        if (sizes.Length != 3 || sizes.Contains(0)) throw new InputException($"--shape {InputException.Quote(text)} is not MxKxN with three numbers from 1 on");
        if (sizes[1] > Quire128.MaxTerms) throw new InputException($"--shape {InputException.Quote(text)}: K is at most {Quire128.MaxTerms}");
        return new LayerShape(text, new MatmulShape(sizes[0], sizes[2], sizes[1]));
    }
}
