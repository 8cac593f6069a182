using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>What <c>xrnpe profile</c> prints.</summary>
internal static class ProfileOutput
{
    /// <summary>A table, a line a layer.</summary>
    public static void Text(TextWriter writer, CoprocConfig config, NumberFormat format, IReadOnlyList<LayerProfile> layers, SimulationSpeed? speed)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{config.Name}, {FormatInfo.Of(format)}: at most {config.PeakMacs(format)} MACs per cycle"));
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["layer", "M×K×N", "cycles", "of peak %", "by MACs", "by bytes", "over bound %", "fill", "read stall", "write stall", "drain", "read", "written"],
            [.. layers.Select(Row)]);
        ulong cycles = layers.Aggregate(0ul, (sum, layer) => sum + layer.Counters.Cycles);
        long macs = layers.Sum(layer => layer.Layer.Shape.Macs);
        writer.WriteLine();
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"all: {Number(cycles)} cycles, {Number((ulong)macs)} MACs, {Percent(macs / ((double)cycles * config.PeakMacs(format)))} % of peak"));
        if (speed is null) return;
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"emulator: {speed.EmulatorRate:0} cycles/s; RTL: {speed.RtlRate:0} cycles/s; {speed.EmulatorRate / speed.RtlRate:0} times as fast"));
        writer.WriteLine(speed.Differs ? $"RTL and emulator differ: {speed.Rtl}, {speed.Emulator}" : "RTL and emulator count the same");
    }

    private static string[] Row(LayerProfile layer)
    {
        CoprocCounters c = layer.Counters;
        ulong[] counts = [c.Fill, c.ReadStall, c.WriteStall, c.Drain, c.BytesRead, c.BytesWritten];
        return
        [
            layer.Layer.Name,
            layer.Layer.Shape.ToString(),
            Number(c.Cycles),
            Percent(layer.Utilization),
            Number((ulong)layer.BoundByMacs),
            Number((ulong)layer.BoundByBytes),
            Percent(((double)c.Cycles / layer.Bound) - 1),
            .. counts.Select(Number),
        ];
    }

    /// <summary>One object with all layers.</summary>
    public static string Json(CoprocConfig config, NumberFormat format, AxiTiming memory, IReadOnlyList<LayerProfile> layers, SimulationSpeed? speed)
    {
        var list = new JsonArray();
        foreach (LayerProfile layer in layers)
        {
            MatmulShape shape = layer.Layer.Shape;
            CoprocCounters c = layer.Counters;
            list.Add(new JsonObject
            {
                ["name"] = layer.Layer.Name,
                ["m"] = shape.M,
                ["k"] = shape.K,
                ["n"] = shape.N,
                ["format"] = FormatInfo.Of(layer.Format).Name,
                ["window"] = layer.Layer.Window is not null,
                ["macs"] = shape.Macs,
                ["cycles"] = c.Cycles,
                ["utilization"] = layer.Utilization,
                ["bytes_read"] = c.BytesRead,
                ["bytes_written"] = c.BytesWritten,
                ["bound_by_macs"] = layer.BoundByMacs,
                ["bound_by_bytes"] = layer.BoundByBytes,
                ["compute_cycles"] = c.Busy,
                ["fill_cycles"] = c.Fill,
                ["read_stall_cycles"] = c.ReadStall,
                ["write_stall_cycles"] = c.WriteStall,
                ["drain_cycles"] = c.Drain,
            });
        }

        return new JsonObject
        {
            ["config"] = config.Name,
            ["format"] = FormatInfo.Of(format).Name,
            ["peak_macs_per_cycle"] = config.PeakMacs(format),
            ["memory_latency"] = memory.ReadLatency,
            ["layers"] = list,
            ["emulator_cycles_per_second"] = speed?.EmulatorRate,
            ["rtl_cycles_per_second"] = speed?.RtlRate,
            ["rtl_equals_emulator"] = speed is null ? null : !speed.Differs,
        }.ToJsonString(JsonText.Options);
    }

    private static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture);
}
