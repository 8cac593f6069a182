using System.Runtime.InteropServices;
using System.Text;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>A Verilated <c>xrnpe_descriptor</c>, and what it must say of descriptors.</summary>
internal sealed unsafe class DescriptorModule(CoprocConfig config)
{
    /// <summary>What it hands out, as <c>hdl/sim/descriptor.cpp</c> orders it.</summary>
    private static readonly string[] Names =
    [
        "error", "input_format", "output_format", "activation", "slope_m", "slope_s", "scale", "m", "n", "k", "a_stride", "b_stride", "c_stride",
        "a_address", "b_address", "c_address", "next", "has_table", "table_address", "window", "kernel_height", "kernel_width", "stride_y",
        "stride_x", "pad_top", "pad_left", "image_height", "image_width", "out_height", "out_width", "channel_words", "row_words", "k_words",
        "last_lanes", "row_entries", "window_entries", "lane_step_words", "c_row_bytes",
    ];

    private readonly delegate* unmanaged[Cdecl]<byte*, Verdict*, long, void> _check =
        (delegate* unmanaged[Cdecl]<byte*, Verdict*, long, void>)ModuleLibrary.Function(ModuleLibrary.Descriptor, config, ModuleLibrary.Descriptor);

    /// <summary>The first thing that is wrong with what the module says of some descriptors, each of 128 bytes; null when nothing is.</summary>
    public string? Wrong(byte[][] descriptors)
    {
        byte[] bytes = [.. descriptors.SelectMany(descriptor => descriptor)];
        var verdicts = new Verdict[descriptors.Length];
        fixed (byte* b = bytes)
        fixed (Verdict* v = verdicts)
        {
            _check(b, v, descriptors.Length);
        }

        for (int i = 0; i < descriptors.Length; i++)
        {
            if (Wrong(descriptors[i], verdicts[i]) is { } wrong) return $"{wrong}; descriptor {Convert.ToHexStringLower(descriptors[i])}";
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"bus {config.DataWidth}, buffers {config.BufferDepth}, {string.Join('+', config.Formats.Select(format => Arith.FormatInfo.Of(format).Name))}";

    private string? Wrong(byte[] bytes, in Verdict verdict)
    {
        Descriptor d = Descriptor.FromBytes(bytes);
        ErrorCode expected = DescriptorCheck.Find(bytes, 0, config)?.Code ?? ErrorCode.None;
        var error = (ErrorCode)verdict.Outputs[0];
        if (error != expected) return $"{ErrorCodes.HardwareName(error)}, should be {ErrorCodes.HardwareName(expected)}";
        if (verdict.Cycles != DescriptorPlan.CheckCycles(d)) return $"checked after {verdict.Cycles} cycles, should be {DescriptorPlan.CheckCycles(d)}";
        if (verdict.Stable == 0) return "the outputs do not hold after checked_o";
        if (expected != ErrorCode.None) return null;

        ulong?[] wanted = Wanted(d);
        var wrong = new StringBuilder();
        for (int i = 0; i < Names.Length; i++)
        {
            if (wanted[i] is { } value && verdict.Outputs[i] != value) wrong.Append(wrong.Length == 0 ? "" : ", ").Append($"{Names[i]}_o is {verdict.Outputs[i]}, should be {value}");
        }

        return wrong.Length == 0 ? null : wrong.ToString();
    }

    /// <summary>The outputs for a descriptor that passed; null for one without meaning.</summary>
    private ulong?[] Wanted(Descriptor d)
    {
        DescriptorPlan plan = DescriptorPlan.Of(d, config);
        return
        [
            0, d.InputFormat, d.OutputFormat, d.Activation, d.SlopeM, d.SlopeS, (byte)d.Scale, d.M, d.N, d.K, d.AStride, d.BStride, d.CStride,
            d.AAddress, d.BAddress, d.CAddress, d.Next, plan.HasTable ? 1ul : 0, d.ChannelTable, plan.HasWindow ? 1ul : 0, d.WindowKernelHeight,
            d.WindowKernelWidth, d.WindowStrideY, d.WindowStrideX, d.WindowPadTop, d.WindowPadLeft, d.WindowHeight, d.WindowWidth,
            d.WindowOutHeight, d.WindowOutWidth, (ulong)plan.ChannelWords, (ulong)plan.RowWords, (ulong)plan.KWords, (ulong)plan.LastLanes,
            plan.HasWindow ? (ulong)plan.RowEntries : null, (ulong)plan.WindowEntries, (ulong)plan.LaneStepWords, (ulong)plan.CRowBytes,
        ];
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Verdict
    {
        public fixed ulong Outputs[38];
        public long Cycles;
        public long Stable;
    }
}
