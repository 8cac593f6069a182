using System.CommandLine;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe matmul</c>: one matrix multiply, in one or more formats, on one or more backends.</summary>
internal static class MatmulVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var a = new Argument<string>("A") { Description = "M×K matrix: FILE.npy, FILE.safetensors:TENSOR, or that with .T for its transpose." };
        var b = new Argument<string>("B") { Description = "K×N matrix, likewise." };
        var output = new Option<string?>("--output", "-o") { Description = "Write C: codes as uint8 or uint16, f32 as float32.", HelpName = "C.npy" };
        var formats = new Option<string[]>("--format") { Description = "Format of A and B: fp4, p4, p8 or p16. Several give one result each.", Required = true, HelpName = "T" };
        var outFormat = new Option<string?>("--out-format") { Description = "Format of C, f32 too. [default: --format]", HelpName = "T" };
        var scale = new Option<string>("--scale") { Description = "Powers of two sA,sB with A ≈ codes·2^sA, B ≈ codes·2^sB, or auto.", DefaultValueFactory = _ => "auto", HelpName = "S" };
        var outScale = new Option<string>("--out-scale") { Description = "Power of two sC with C = codes·2^sC, or auto.", DefaultValueFactory = _ => "0", HelpName = "S" };
        var activation = new Option<string>("--activation") { Description = "none, relu, or leaky:M/S with slope M/2^S.", DefaultValueFactory = _ => "none", HelpName = "F" };
        var backends = new Option<string[]>("--backend") { Description = $"{BackendFactory.Names}; several are compared.", DefaultValueFactory = _ => ["golden"], HelpName = "X" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "matmul",
            "Multiply two matrices: C = A @ B, exact sums, each rounded once.",
            "xrnpe matmul A.npy B.npy -o C.npy --format p8",
            "xrnpe matmul A.npy net.safetensors:fc.weight.T -o C.npy --format p16 --out-format f32",
            "xrnpe matmul A.npy B.npy --format fp4 --format p16 --backend golden --backend rtl --json")
            { a, b, output, formats, outFormat, scale, outScale, activation, backends, json };
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            NumberFormat[] chosen = [.. parsed.GetValue(formats)!.Select(name => FormatOptions.Input("--format", name))];
            string? path = parsed.GetValue(output);
            if (path is not null && chosen.Length > 1) throw new InputException("-o with several --format: one file holds one result; run once for each format");
            if (path is not null) OutputFile.Check(path);
            if (chosen.Distinct().Count() != chosen.Length) throw new InputException("--format names one format twice");
            string[] names = parsed.GetValue(backends)!;
            if (names.Distinct().Count() != names.Length) throw new InputException("--backend names one backend twice");

            (int? scaleA, int? scaleB) = ScaleOption.Pair("--scale", parsed.GetValue(scale)!);
            var common = new MatmulOptions(
                default, default, ActivationOption.Parse(parsed.GetValue(activation)!), scaleA, scaleB, ScaleOption.One("--out-scale", parsed.GetValue(outScale)!));
            string? outName = parsed.GetValue(outFormat);
            MatmulOptions[] options = [.. chosen.Select(format => common with
            {
                Format = format,
                Output = outName is null ? format : FormatOptions.Output("--out-format", outName),
            })];

            CoprocConfig hardware = config.Get(parsed);
            NumericTensor tensorA = TensorReference.LoadMatrix("A", parsed.GetValue(a)!), tensorB = TensorReference.LoadMatrix("B", parsed.GetValue(b)!);
            MatmulPlan[] plans = [.. options.Select(option => MatmulPlan.Create(tensorA, tensorB, option))];
            List<MatmulReport> reports = Run(console, plans, names, hardware);

            if (path is not null) MatmulRun.WriteResult(path, reports[0]);
            if (parsed.GetValue(json)) console.Out.WriteLine(MatmulOutput.Json(tensorA, tensorB, reports));
            else MatmulOutput.Table(console.Out, tensorA, tensorB, reports);
            MatmulOutput.Differences(console.Error, reports);
            return reports.All(report => report.Agree) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static List<MatmulReport> Run(ToolConsole console, MatmulPlan[] plans, string[] names, CoprocConfig config)
    {
        var backends = new List<IMatmulBackend>();
        try
        {
            return Progress.Run(console, report =>
            {
                report("building the backends", 0);
                foreach (string name in names) backends.Add(BackendFactory.Create(name, config));
                var reports = new List<MatmulReport>();
                foreach (MatmulPlan plan in plans)
                {
                    report($"{FormatInfo.Of(plan.Options.Format)} on {string.Join(", ", names)}", (reports.Count + 1.0) / (plans.Length + 1));
                    reports.Add(MatmulRun.Run(plan, backends));
                }

                return reports;
            });
        }
        finally
        {
            foreach (IMatmulBackend backend in backends) backend.Dispose();
        }
    }
}
