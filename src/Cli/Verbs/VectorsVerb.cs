using System.CommandLine;
using XrNpe.Arith;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vectors</c>: test vectors for others' hardware.</summary>
internal static class VectorsVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var operation = new Argument<string>("OP") { Description = "mul, add, sub, fma (a·b + c), dot, convert, or decode (NaR, sign, exponent, significand)." };
        var format = new Option<string>("--format") { Description = "Format of the operands: fp4, p4, p8 or p16.", Required = true, HelpName = "T" };
        var outFormat = new Option<string?>("--out-format") { Description = "Format of the result of dot and convert, f32 too. [default: --format]", HelpName = "T" };
        var all = new Option<bool>("--all") { Description = "Every combination of operands, the last one running fastest." };
        var count = new Option<long?>("--count") { Description = "So many random cases, edge codes and cancellation weighted in.", HelpName = "N" };
        var seed = new Option<ulong?>("--seed") { Description = "Seed of the random cases; the same seed gives the same bytes. [default: 1]", HelpName = "S" };
        var terms = new Option<int?>("--terms") { Description = "Length of dot products. [default: 4]", HelpName = "K" };
        var layout = new Option<string?>("--as") { Description = "csv, readmemh or npy. [default: npy if FILE ends in .npy, else csv]", HelpName = "L" };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file; else to standard output.", HelpName = "FILE" };
        var command = new VerbCommand(
            "vectors",
            "Write test vectors: operands and the results they must give.",
            "xrnpe vectors mul --format p8 --all --as readmemh -o mul_p8.mem",
            "xrnpe vectors fma --format p16 --count 100000 --seed 7 -o fma_p16.csv",
            "xrnpe vectors dot --format fp4 --terms 16 --out-format f32 --count 1000 -o dot.npy",
            "xrnpe vectors convert --format p16 --out-format p8 --all") { operation, format, outFormat, all, count, seed, terms, layout, output };
        command.SetAction(parsed =>
        {
            NumberFormat input = FormatOptions.Input("--format", parsed.GetValue(format)!);
            string? name = parsed.GetValue(outFormat);
            var request = new VectorRequest(
                NameOption.Parse<VectorOperation>("the operation", parsed.GetValue(operation)!), input, name is null ? input : FormatOptions.Output("--out-format", name))
            {
                Count = parsed.GetValue(count),
                Seed = parsed.GetValue(seed) ?? 1,
                Terms = parsed.GetValue(terms) ?? 4,
            };
            if (parsed.GetValue(all) == request.Count.HasValue) throw new InputException("say which cases: --all, or --count N for random ones, and not both");
            if (parsed.GetValue(all) && parsed.GetValue(seed) is not null) throw new InputException("--seed with --all: nothing is random there");
            if (parsed.GetValue(terms) is not null && request.Operation != VectorOperation.Dot) throw new InputException($"--terms with {NameOption.Text(request.Operation)}: only dot has terms");
            request.Check();

            string? path = parsed.GetValue(output);
            VectorLayout chosen = parsed.GetValue(layout) is { } text ? NameOption.Parse<VectorLayout>("--as", text) : TestVectors.LayoutOf(path);
            Write(console, request, chosen, path);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(ToolConsole console, VectorRequest request, VectorLayout layout, string? path)
    {
        Progress.Run(console, report =>
        {
            if (path is null) Vectors(console.OutBytes);
            else OutputFile.Write(path, Vectors);
            return true;

            void Vectors(Stream stream) => TestVectors.Write(request, layout, stream, part => report(path ?? "vectors", part));
        });
    }
}
