using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>A signal that says something of the job at work, constant while it runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Its bits.</param>
/// <param name="IsPlan">True when <c>xrnpe_plan</c> drives it, false when <c>xrnpe_descriptor</c> does.</param>
internal sealed record JobSignal(string Name, int Width, bool IsPlan = false);

/// <summary>The signals of a job, as the top module wires them.</summary>
internal static class JobSignals
{
    /// <summary>All of them, the descriptor's first.</summary>
    /// <param name="rowEntriesWidth">Bits of the entries of a kernel row.</param>
    public static IReadOnlyList<JobSignal> All(int rowEntriesWidth) =>
    [
        new("input_format", 2), new("output_format", 3), new("activation", 2), new("slope_m", 8), new("slope_s", 4), new("scale", 8),
        new("m", 32), new("n", 32), new("k", 15), new("k_words", 15), new("row_words", 15), new("channel_words", 15), new("last_lanes", 3),
        new("c_row_bytes", 35), new("a_stride", 32), new("b_stride", 32), new("c_stride", 32),
        new("a_address", 64), new("b_address", 64), new("c_address", 64), new("has_table", 1), new("table_address", 64),
        new("window", 1), new("row_entries", rowEntriesWidth), new("window_entries", 16), new("lane_step_words", 23),
        new("kernel_height", 8), new("kernel_width", 8), new("stride_x", 8), new("stride_y", 8), new("pad_top", 8), new("pad_left", 8),
        new("image_height", 16), new("image_width", 16), new("out_height", 16), new("out_width", 16),
        new("swap", 1, IsPlan: true), new("stream_count", 32, IsPlan: true), new("stream_address", 64, IsPlan: true),
        new("stream_stride", 32, IsPlan: true), new("stream_entries", 16, IsPlan: true), new("resident_count", 32, IsPlan: true),
        new("resident_address", 64, IsPlan: true), new("resident_stride", 32, IsPlan: true), new("resident_entries", 16, IsPlan: true),
        new("group", 5, IsPlan: true), new("reload", 1, IsPlan: true),
    ];

    /// <summary>The signals for templates.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="withPlan">Those of <c>xrnpe_plan</c>, too.</param>
    public static ScriptArray Script(CoprocConfig config, bool withPlan) => new(
        All(DescriptorModel.RowEntriesWidth(config)).Where(signal => withPlan || !signal.IsPlan).Select(signal => new ScriptObject
        {
            ["name"] = signal.Name,
            ["width"] = signal.Width,
            ["plan"] = signal.IsPlan,
        }));
}
