using System.CommandLine;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe convert</c>: numbers between the formats.</summary>
internal static class ConvertVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var from = new Option<string>("--from") { Description = $"What the input is: {ConvertType.Names} for raw codes.", Required = true, HelpName = "T" };
        var to = new Option<string>("--to") { Description = "What the output shall be, likewise.", Required = true, HelpName = "T" };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file, .npy or text; else text on standard output.", HelpName = "FILE" };
        var file = new Argument<string?>("FILE") { Description = "A .npy file, or text with one number or code a line; else standard input.", Arity = ArgumentArity.ZeroOrOne };
        var command = new VerbCommand(
            "convert",
            "Convert numbers between fp4, p4, p8, p16, f32 and f64; one a line, or .npy.",
            "echo 3.14159 | xrnpe convert --from f64 --to p16:bits",
            "echo 40490fdb | xrnpe convert --from f32:bits --to p8",
            "xrnpe convert --from f32 --to p8:bits weights.npy -o codes.npy") { from, to, output, file };
        command.SetAction(parsed =>
        {
            Converter.Run(
                console.In, console.OutBytes, Type("--from", parsed.GetValue(from)!), Type("--to", parsed.GetValue(to)!), parsed.GetValue(file), parsed.GetValue(output));
            return ExitCode.Done;
        });
        return command;
    }

    private static ConvertType Type(string option, string text) =>
        ConvertType.Parse(text) ?? throw new InputException($"{option} {InputException.Quote(text)} is unknown: {ConvertType.Names}");
}
