using System.CommandLine;
using XrNpe.Arith;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe eval</c>: operations on codes from standard input.</summary>
internal static class EvalVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var operation = new Argument<string>("OP") { Description = "mul, add, sub (two operands), fma (three: a·b + c) or dot." };
        var format = new Option<string>("--format") { Description = "Format of the operands: fp4, p4, p8 or p16.", Required = true, HelpName = "T" };
        var outFormat = new Option<string?>("--out-format") { Description = "Format of a dot product's result, f32 too. [default: --format]", HelpName = "T" };
        var command = new VerbCommand(
            "eval",
            "Compute on hexadecimal codes: one case a line in, one result a line out.",
            "echo 3f,41 | xrnpe eval mul --format p8",
            "echo 4000,4000,3000 | xrnpe eval fma --format p16",
            "echo '3f 40 41,20 21 22' | xrnpe eval dot --format p8 --out-format f32") { operation, format, outFormat };
        command.SetAction(parsed =>
        {
            EvalOperation chosen = NameOption.Parse<EvalOperation>("the operation", parsed.GetValue(operation)!);
            NumberFormat input = FormatOptions.Input("--format", parsed.GetValue(format)!);
            string? name = parsed.GetValue(outFormat);
            NumberFormat output = name is null ? input : FormatOptions.Output("--out-format", name);
            if (output != input && chosen != EvalOperation.Dot)
            {
                throw new InputException($"--out-format {name} with {NameOption.Text(chosen)}: only dot rounds to another format");
            }

            new Evaluator(chosen, input, output).Run(console.In, console.OutBytes);
            return ExitCode.Done;
        });
        return command;
    }
}
