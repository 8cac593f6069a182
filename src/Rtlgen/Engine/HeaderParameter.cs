using System.Globalization;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>A line of a module's header comment: a configuration value that shaped the file.</summary>
/// <param name="Name">Name as in the configuration file.</param>
/// <param name="Value">Its value.</param>
/// <param name="Meaning">Meaning with unit.</param>
public sealed record HeaderParameter(string Name, string Value, string Meaning)
{
    /// <summary>The line that names the enabled formats.</summary>
    public static HeaderParameter Formats(CoprocConfig config) =>
        new("formats", string.Join(' ', FormatInfo.Inputs.Where(f => config.HasInput(f.Format))), "number formats built in");

    /// <summary>The line that names the SIMD words per operand and cycle.</summary>
    public static HeaderParameter Slices(CoprocConfig config) =>
        new("slices", config.Slices.ToString(CultureInfo.InvariantCulture), "16-bit SIMD words of each operand a cycle");
}
