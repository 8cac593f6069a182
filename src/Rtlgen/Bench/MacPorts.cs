using System.Globalization;
using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>A port of <c>xrnpe_mac</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Its width in bits.</param>
/// <param name="Comment">What it is, as a trailing comment.</param>
/// <param name="IsOutput">True when the MAC drives it.</param>
public sealed record MacPort(string Name, int Width, string Comment, bool IsOutput = false);

/// <summary>
/// The ports of <c>xrnpe_mac</c> as benches, checkers, proofs and mutants see them: the one place outside its own template where they are
/// listed. Clock and reset are not in the list.
/// </summary>
public static class MacPorts
{
    /// <summary>Cycles from the last words of a dot product to its result.</summary>
    public static int Latency(CoprocConfig config) => config.PipelineShape.MacLatency;

    /// <summary>The ports, inputs first.</summary>
    public static IReadOnlyList<MacPort> Of(CoprocConfig config) =>
    [
        new("output_format_i", 3, "format code of the results; constant while one is in flight"),
        new("scale_i", 8, "power of two of the results, two's complement; constant likewise"),
        new("input_format_i", 2, "format code of A and B; constant within a dot product"),
        new("valid_i", 1, "the words count"),
        new("first_i", 1, "with valid_i: a dot product starts here"),
        new("last_i", 1, "with valid_i: it ends here"),
        new("lane_valid_i", 4 * config.Slices, "which lanes count, 4 bits a slice, lane 0 low"),
        new("a_i", 16 * config.Slices, "words of A, slice 0 low"),
        new("b_i", 16 * config.Slices, "words of B"),
        new("valid_o", 1, "a result", IsOutput: true),
        new("code_o", 32, "its code; bits above the format's width are 0", IsOutput: true),
        new("nar_to_fp4_o", 1, "NaR met FP4, which has no code for it", IsOutput: true),
    ];

    /// <summary>What the templates around the MAC may read: <c>ports inputs outputs latency</c>.</summary>
    internal static void Populate(ScriptObject script, CoprocConfig config)
    {
        script["ports"] = new ScriptArray(Of(config).Select(Script));
        script["inputs"] = new ScriptArray(Of(config).Where(p => !p.IsOutput).Select(Script));
        script["outputs"] = new ScriptArray(Of(config).Where(p => p.IsOutput).Select(Script));
        script["latency"] = Latency(config);
    }

    private static ScriptObject Script(MacPort port) => new()
    {
        ["name"] = port.Name,
        ["width"] = port.Width,
        ["comment"] = port.Comment,
        ["is_output"] = port.IsOutput,
        ["range"] = port.Width == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{port.Width - 1}:0]"),
    };
}
