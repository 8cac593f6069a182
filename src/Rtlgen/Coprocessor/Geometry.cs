using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Widths derived from a configuration, shared by the co-processor's templates.</summary>
internal static class Geometry
{
    /// <summary>Adds the derived widths to a script.</summary>
    public static void Populate(ScriptObject script, CoprocConfig config)
    {
        int beatBytes = config.DataWidth / 8;
        int entries = CoprocShape.BufferEntries(config);

        // A C row segment is at most cols float32 values, and it may start anywhere in a beat.
        int segmentBytes = 4 * config.Cols;
        script["beat_bytes"] = beatBytes;
        script["beat_words"] = config.DataWidth / 16;
        script["offset_width"] = BitOperations.Log2((uint)beatBytes);
        script["beat_words_log2"] = BitOperations.Log2((uint)(config.DataWidth / 16));
        script["read_bytes_width"] = ReadBytesWidth;
        script["page_beats"] = PageBytes / beatBytes;
        script["page_log2"] = BitOperations.Log2((uint)(PageBytes / beatBytes));

        // Wide enough for the beats of a request, of a page and of the longest burst.
        int beatsWidth = ReadBytesWidth - BitOperations.Log2((uint)beatBytes) + 1;
        script["burst_compare_width"] = Math.Max(beatsWidth, Bits(PageBytes / beatBytes)) + 1;
        script["span_width"] = BitOperations.Log2((uint)beatBytes) + Bits(((segmentBytes + beatBytes - 1) / beatBytes) + 1);
        script["entries"] = entries;
        script["entry_width"] = Bits(entries - 1);
        script["segment_bits"] = 8 * segmentBytes;
        script["segment_bytes"] = segmentBytes;
        script["segment_bytes_width"] = Bits(segmentBytes);
        script["segment_beats_width"] = Bits(((segmentBytes + beatBytes - 1) / beatBytes) + 1);
        script["lanes_width"] = Bits(Math.Max(config.Rows, config.Cols) - 1);
        script["rows_log2"] = BitOperations.Log2((uint)config.Rows);
        script["cols_log2"] = BitOperations.Log2((uint)config.Cols);
        script["word_width"] = BitOperations.Log2((uint)config.BufferDepth);
        script["reads_log2"] = BitOperations.Log2((uint)config.OutstandingReads);
        script["outstanding_reads"] = config.OutstandingReads;
        script["writes_log2"] = BitOperations.Log2(CoprocShape.OutstandingWrites);
        script["outstanding_writes"] = CoprocShape.OutstandingWrites;
        script["id_width"] = config.IdWidth;
        script["written_width"] = Bits(beatBytes);
        script["out_units"] = config.OutUnits;
        script["units_log2"] = BitOperations.Log2((uint)config.OutUnits);
        script["groups"] = config.Cols / config.OutUnits;
        script["groups_log2"] = BitOperations.Log2((uint)(config.Cols / config.OutUnits));
        script["segments_deep"] = CoprocShape.Segments(config);
        script["segments_places"] = CoprocShape.Segments(config);
        script["segments_log2"] = BitOperations.Log2((uint)CoprocShape.Segments(config));
        script["table_places"] = CoprocShape.TablePlaces;
        script["columns_per_entry"] = beatBytes / ChannelTableLayout.EntryBytes;
        script["channel_bits"] = ChannelBits;
        script["first_block"] = CoprocShape.FirstBlockEntries;
        script["block"] = CoprocShape.BlockEntries;
        script["capture_latency"] = CoprocShape.CaptureLatency(config);

        // kind, operand, spread, ends, lane, first entry, entry
        int tagWidth = 2 + 1 + 1 + 1 + Bits(Math.Max(config.Rows, config.Cols) - 1) + 16 + 16;
        script["tag_width"] = tagWidth;
        script["request_width"] = tagWidth + 2 + BitOperations.Log2((uint)beatBytes) + beatsWidth;
        script["operand_width"] = OperandWidth;
        script["quire_width"] = QuireWidth;
        QuireShape.Populate(script, config);
    }

    /// <summary>Bits of a decoded word on the operand bus: NaR, 4 signs, 16 exponent bits, 14 significand bits.</summary>
    public const int OperandWidth = 1 + 4 + 16 + 14;

    /// <summary>What an AXI burst must not cross.</summary>
    public const int PageBytes = 4096;

    /// <summary>Bits of the length of a read request in bytes: up to the longest row of pixels for a tile.</summary>
    public const int ReadBytesWidth = 17;

    /// <summary>Bits of a channel that mean something: bias, exponent, scale.</summary>
    public static int ChannelBits => 8 * ChannelTableLayout.Fields.Max(part => part.Offset + part.Bytes);

    /// <summary>Bits of a quire.</summary>
    public const int QuireWidth = 128;

    /// <summary>Header lines for the array's shape.</summary>
    public static IEnumerable<HeaderParameter> Array(CoprocConfig config)
    {
        yield return new("rows", Text(config.Rows), "rows of PEs, 2 to 16");
        yield return new("cols", Text(config.Cols), "columns of PEs, 2 to 16");
        yield return Slices(config);
    }

    /// <summary>Header line for the words per cycle.</summary>
    public static HeaderParameter Slices(CoprocConfig config) =>
        new("slices", Text(config.Slices), "16-bit words a PE takes per cycle, 1, 2 or 4");

    /// <summary>Header lines for the bus.</summary>
    public static IEnumerable<HeaderParameter> Bus(CoprocConfig config)
    {
        yield return new("data_width", Text(config.DataWidth), "AXI4 data bits, 64 or 128");
        yield return new("max_burst", Text(config.MaxBurst), "longest burst in beats, 1 to 256");
        yield return new("id_width", Text(config.IdWidth), "bits of a transaction ID, 1 to 16");
    }

    /// <summary>Header line for the read bursts under way.</summary>
    public static HeaderParameter OutstandingReads(CoprocConfig config) =>
        new("outstanding_reads", Text(config.OutstandingReads), "read bursts under way at once, 2 to 64");

    /// <summary>Header line for the output units.</summary>
    public static HeaderParameter OutUnits(CoprocConfig config) =>
        new("out_units", Text(config.OutUnits), "results finished in a cycle, 1 to cols");

    /// <summary>Header lines for the operand buffers.</summary>
    public static IEnumerable<HeaderParameter> Buffer(CoprocConfig config)
    {
        yield return new("data_width", Text(config.DataWidth), "AXI4 data bits, 64 or 128");
        yield return new("buffer_depth", Text(config.BufferDepth), "16-bit words per lane, 64 to 16384");
    }

    /// <summary>Header line for the formats built in.</summary>
    public static HeaderParameter Formats(CoprocConfig config) =>
        new("formats", string.Join(' ', config.Formats.Order().Select(f => XrNpe.Arith.FormatInfo.Of(f).Name)), "input formats built in");

    /// <summary>Header line for what turns exponents into shifts.</summary>
    public static HeaderParameter Exponents(CoprocConfig config) =>
        new("exponents", config.Exponents == ExponentUnit.Cells ? "cells" : "adders", "exponents of narrow lanes: by adders or cells");

    /// <summary>Header line for the pipeline depth.</summary>
    public static HeaderParameter Pipeline(CoprocConfig config) =>
        new("pipeline", Text(config.Pipeline), $"pipeline depth, 0 to {PipelineShape.Deepest}");

    /// <summary>Header line for the quire's carries.</summary>
    public static HeaderParameter Quire(CoprocConfig config) =>
        new("quire", config.Quire == QuireKind.CarrySave ? "carry-save" : "binary", "how the quire keeps its carries: binary or carry-save");

    /// <summary>Header line for the clock gates.</summary>
    public static HeaderParameter ClockGate(CoprocConfig config) =>
        new("clock_gate", config.ClockGate ? "true" : "false", "idle operand registers have a clock gate, else an enable");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Bits that hold 0…<paramref name="most"/>.</summary>
    public static int Bits(int most) => BitOperations.Log2((uint)Math.Max(most, 1)) + 1;
}
