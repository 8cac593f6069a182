using System.Text.RegularExpressions;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth;

/// <summary>One thing that the study synthesizes.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Config">What it is generated from.</param>
/// <param name="Mode">What it is optimized for.</param>
/// <param name="WithOutput">False for a MAC without its output stage.</param>
/// <param name="EnoughNanoseconds">Delay that is enough; zero: the fastest.</param>
internal sealed partial record StudyCase(Unit Unit, CoprocConfig Config, SynthesisMode Mode, bool WithOutput = true, double EnoughNanoseconds = 0)
{
    private const string OutputFile = "xrnpe_output.v";

    /// <summary>The same in words, for progress, and so that nothing is synthesized twice.</summary>
    public string Key => string.Join(
        ' ', Unit, $"pipeline={Config.Pipeline}", $"quire={Config.Quire}", $"exponents={Config.Exponents}", $"slices={Config.Slices}",
        string.Join('+', Config.Formats.Select(format => FormatInfo.Of(format).Name)), Mode, WithOutput ? "" : "without output", EnoughNanoseconds).ToLowerInvariant();

    /// <summary>Its Verilog. Without output stage: that module has ports and no contents, so all that leads to it stays.</summary>
    public Design Design
    {
        get
        {
            var design = Design.Of(Config, Unit);
            return WithOutput ? design : design with { Files = [.. design.Files.Select(file => file.Path == OutputFile ? file with { Text = Emptied(file.Text) } : file)] };
        }
    }

    private static string Emptied(string verilog) => Header().Match(verilog) is { Success: true } header
        ? $"(* blackbox *)\n{header.Value}\nendmodule\n"
        : throw new InvalidOperationException($"{OutputFile} has no list of ports");

    [GeneratedRegex(@"^module .*?^\);", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Header();
}
