using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Coproc;
using XrNpe.Synth;

namespace XrNpe.Cli;

/// <summary>A synthesis report as text and as JSON.</summary>
internal static class SynthOutput
{
    /// <summary>Tables: module by module, then the flattened design.</summary>
    public static void Text(TextWriter writer, SynthesisReport report)
    {
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Top} in {report.Library}, no wires; 1 GE = {report.GateCell} = {report.GateArea:0.##} µm²; full adders: {report.FullAdderCell ?? "none in the library"}"));
        if (report.MemoryBits > 0) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.MemoryBits} bits of memory are in no area"));
        writer.WriteLine();
        if (report.Modules.Count > 0)
        {
            TextTable.Write(
                writer,
                ["module, itself", "instances", "µm²", "GE", "FF", "LUT", "FPGA FF"],
                [.. report.Modules.Select(module => (string[])[
                    module.Name, Text(module.Instances), Text(module.Area, "0"), Text(module.GateEquivalents, "0.0"), Text(module.FlipFlops), Text(module.FpgaLuts), Text(module.FpgaFlipFlops)])]);
            writer.WriteLine();
        }

        TextTable.Write(
            writer,
            ["flattened", "µm²", "GE", "FF", "full adders", "LUT", "ns", "way"],
            [
                .. report.Cells.Select(cells => (string[])[
                    NameOption.Text(cells.Mode), Text(cells.Area, "0"), Text(cells.GateEquivalents, "0.0"), Text(cells.FlipFlops), Text(cells.FullAdders), "",
                    cells.Timing?.Critical is { } path ? Text(path.Nanoseconds, "0.00") : "", cells.Variant]),
                .. report.Fpga is { } fpga ? [["FPGA", "", "", Text(fpga.FlipFlops), "", Text(fpga.Luts), "", "xcup"]] : Array.Empty<string[]>(),
            ]);
        writer.WriteLine();
        foreach (CellFigures cells in report.Cells)
        {
            string mode = NameOption.Text(cells.Mode);
            if (cells.Timing is not { } timing)
            {
                writer.WriteLine($"{mode}, critical path: {cells.TimingProblem}");
                continue;
            }

            Path($"{mode}, register to register", timing.RegisterToRegister);
            Path($"{mode}, any path", timing.Any);
        }

        void Path(string what, TimingPath? path)
        {
            if (path is not null) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {path.Nanoseconds:0.000} ns, {path.From} → {path.To}"));
        }
    }

    /// <summary>One JSON object.</summary>
    public static string Json(SynthesisReport report, CoprocConfig config) => new JsonObject
    {
        ["top"] = report.Top,
        ["config"] = config.Name,
        ["liberty"] = report.Liberty,
        ["library"] = report.Library,
        ["gate_cell"] = report.GateCell,
        ["gate_area_um2"] = report.GateArea,
        ["full_adder_cell"] = report.FullAdderCell,
        ["memory_bits"] = report.MemoryBits,
        ["modules"] = new JsonArray([.. report.Modules.Select(module => new JsonObject
        {
            ["module"] = module.Name,
            ["instances"] = module.Instances,
            ["area_um2"] = Math.Round(module.Area, 3),
            ["ge"] = Math.Round(module.GateEquivalents, 2),
            ["ff"] = module.FlipFlops,
            ["fpga_lut"] = module.FpgaLuts,
            ["fpga_ff"] = module.FpgaFlipFlops,
        })]),
        ["results"] = new JsonArray([.. report.Cells.Select(Json)]),
        ["fpga"] = report.Fpga is { } fpga
            ? new JsonObject { ["lut"] = fpga.Luts, ["ff"] = fpga.FlipFlops, ["carry"] = fpga.Carries, ["memories"] = fpga.Memories }
            : null,
    }.ToJsonString(JsonText.Options);

    private static JsonObject Json(CellFigures cells) => new()
    {
        ["mode"] = NameOption.Text(cells.Mode),
        ["variant"] = cells.Variant,
        ["area_um2"] = Math.Round(cells.Area, 3),
        ["ge"] = Math.Round(cells.GateEquivalents, 2),
        ["ff"] = cells.FlipFlops,
        ["full_adders"] = cells.FullAdders,
        ["critical_ns"] = cells.Timing?.Critical?.Nanoseconds,
        ["critical"] = cells.Timing is null ? cells.TimingProblem : "measured",
        ["register_to_register"] = Json(cells.Timing?.RegisterToRegister),
        ["any_path"] = Json(cells.Timing?.Any),
        ["cells"] = new JsonObject(cells.Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => KeyValuePair.Create(cell.Key, (JsonNode?)cell.Value))),
    };

    private static JsonObject? Json(TimingPath? path) => path is null ? null : new JsonObject
    {
        ["ns"] = path.Nanoseconds,
        ["from"] = path.From,
        ["to"] = path.To,
        ["path"] = new JsonArray([.. path.Steps.Select(step => (JsonNode)step.Trim())]),
    };

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
