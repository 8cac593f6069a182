using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Cli;

/// <summary>A configuration as text and as JSON.</summary>
internal static class ExplainOutput
{
    private const int WordBytes = 2;

    /// <summary>The configuration in words.</summary>
    public static void Text(TextWriter writer, CoprocConfig config)
    {
        int lanes = config.Rows + config.Cols;
        writer.WriteLine($"{config.Name}: {config.Rows}×{config.Cols} processing elements, {config.Slices} SIMD word{(config.Slices == 1 ? "" : "s")} of 16 bits of each operand a cycle");
        writer.WriteLine($"quire: 128 bits in every processing element, {Quire(config)}, exact for dot products of up to 32767 terms");
        writer.WriteLine($"pipeline depth {config.Pipeline}: a stand-alone MAC gives its result {MacLatency(config)} cycle{(MacLatency(config) == 1 ? "" : "s")} after the last words");
        writer.WriteLine($"operand buffers: {config.BufferDepth} words for each of {lanes} array rows and columns, {BufferBytes(config)} bytes in all");
        writer.WriteLine($"memory bus: AXI4, {config.DataWidth} bits, bursts of up to {config.MaxBurst} beats; the array eats {ArrayBits(config)} operand bits a cycle");
        writer.WriteLine($"RMMEC: {Cells(config, config.Formats[0]).Cells} cells of 2×2 bits in a slice; exponents go through {Exponents(config)}");
        TextTable.Write(writer, ["format", "bits", "lanes/word", "MACs/cycle", "cells multiply", "exponent", "dark"],
        [
            .. config.Formats.Select(FormatInfo.Of).Select(f => (string[])
            [
                f.Name, Number(f.Bits), Number(f.Lanes), Number(config.PeakMacs(f.Format)),
                Number(Cells(config, f.Format).Multiplying), Number(Cells(config, f.Format).Exponent), Number(Cells(config, f.Format).Dark),
            ]),
        ]);
    }

    /// <summary>The configuration as one JSON object.</summary>
    public static string Json(CoprocConfig config) => new JsonObject
    {
        ["name"] = config.Name,
        ["rows"] = config.Rows,
        ["cols"] = config.Cols,
        ["slices"] = config.Slices,
        ["data_width"] = config.DataWidth,
        ["buffer_depth"] = config.BufferDepth,
        ["max_burst"] = config.MaxBurst,
        ["buffer_bytes"] = BufferBytes(config),
        ["pipeline"] = config.Pipeline,
        ["mac_latency"] = MacLatency(config),
        ["quire"] = Quire(config),
        ["exponents"] = ConfigFile.ExponentNames.First(name => name.Value == config.Exponents).Key,
        ["clock_gate"] = config.ClockGate,
        ["results"] = new JsonArray([.. config.Formats.Select(format => new JsonObject
        {
            ["format"] = FormatInfo.Of(format).Name,
            ["bits"] = FormatInfo.Of(format).Bits,
            ["lanes"] = FormatInfo.Of(format).Lanes,
            ["macs_per_cycle"] = config.PeakMacs(format),
            ["cells_multiply"] = Cells(config, format).Multiplying,
            ["cells_exponent"] = Cells(config, format).Exponent,
            ["cells_dark"] = Cells(config, format).Dark,
        })]),
    }.ToJsonString(JsonText.Options);

    private static Utilisation Cells(CoprocConfig config, NumberFormat format) =>
        Rmmec.UtilisationOf(format, [.. config.Formats], config.Exponents == ExponentUnit.Cells);

    private static int MacLatency(CoprocConfig config) => new PipelineShape(config.Pipeline).MacLatency;

    private static string Quire(CoprocConfig config) => ConfigFile.QuireNames.First(name => name.Value == config.Quire).Key;

    private static string Exponents(CoprocConfig config) =>
        config.Exponents == ExponentUnit.Cells ? "cells that do not multiply" : "adders of their own";

    private static int BufferBytes(CoprocConfig config) => (config.Rows + config.Cols) * config.BufferDepth * WordBytes;

    private static int ArrayBits(CoprocConfig config) => (config.Rows + config.Cols) * config.Slices * 8 * WordBytes;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
