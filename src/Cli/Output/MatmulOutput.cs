using System.Globalization;
using System.Text.Json.Nodes;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Finished matrix multiplies as text and as JSON.</summary>
internal static class MatmulOutput
{
    /// <summary>A table, one format a line.</summary>
    public static void Table(TextWriter writer, NumericTensor a, NumericTensor b, IReadOnlyList<MatmulReport> reports)
    {
        MatmulShape shape = reports[0].Plan.Job.Shape;
        writer.WriteLine($"C[{shape.M}×{shape.N}] = A[{shape.M}×{shape.K}] · B[{shape.K}×{shape.N}], {shape.Macs} MACs, A {a.Source}, B {b.Source}");

        string[] counted = [.. reports[0].Runs.Where(run => run.Counters is not null).Select(run => run.Backend)];
        bool compared = reports[0].Runs.Count > 1;
        List<string> header = ["format", "output", "sA", "sB", "sC", "SQNR dB", "MACs"];
        foreach (string backend in counted) header.AddRange([$"{backend} cycles", "MACs/cycle"]);
        if (compared) header.Add("same bytes");
        TextTable.Write(writer, header, [.. reports.Select(report => Row(report, counted, compared))]);
    }

    /// <summary>One line for every backend that differs.</summary>
    public static void Differences(TextWriter writer, IReadOnlyList<MatmulReport> reports)
    {
        foreach (MatmulReport report in reports)
        {
            foreach (BackendRun run in report.Runs.Where(run => run.Difference is not null))
            {
                writer.WriteLine($"xrnpe: {FormatInfo.Of(report.Plan.Options.Format)}: {run.Difference}");
            }
        }
    }

    /// <summary>One JSON object.</summary>
    public static string Json(NumericTensor a, NumericTensor b, IReadOnlyList<MatmulReport> reports)
    {
        MatmulShape shape = reports[0].Plan.Job.Shape;
        return new JsonObject
        {
            ["a"] = a.Source,
            ["b"] = b.Source,
            ["m"] = shape.M,
            ["n"] = shape.N,
            ["k"] = shape.K,
            ["macs"] = shape.Macs,
            ["agree"] = reports.All(report => report.Agree),
            ["results"] = new JsonArray([.. reports.Select(Result)]),
        }.ToJsonString(JsonText.Options);
    }

    private static List<string> Row(MatmulReport report, string[] counted, bool compared)
    {
        MatmulPlan plan = report.Plan;
        List<string> row =
        [
            FormatInfo.Of(plan.Options.Format).Name, FormatInfo.Of(plan.Options.Output).Name, Text(plan.ScaleA), Text(plan.ScaleB), Text(plan.ScaleC),
            report.SqnrDecibels is { } sqnr ? sqnr.ToString("F2", CultureInfo.InvariantCulture) : "exact", Text(report.Macs),
        ];
        foreach (string backend in counted)
        {
            BackendRun run = report.Runs.Single(r => r.Backend == backend);
            row.Add(run.Counters is { } counters ? counters.Cycles.ToString(CultureInfo.InvariantCulture) : "-");
            row.Add(run.MacsPerCycle is { } rate ? rate.ToString("F2", CultureInfo.InvariantCulture) : "-");
        }

        if (compared) row.Add(report.Agree ? string.Join(" = ", report.Runs.Select(run => run.Backend)) : "NO");
        return row;
    }

    private static JsonNode Result(MatmulReport report)
    {
        MatmulPlan plan = report.Plan;
        return new JsonObject
        {
            ["format"] = FormatInfo.Of(plan.Options.Format).Name,
            ["out_format"] = FormatInfo.Of(plan.Options.Output).Name,
            ["activation"] = ActivationOption.Text(plan.Options.Activation),
            ["scale_a"] = plan.ScaleA,
            ["scale_b"] = plan.ScaleB,
            ["scale_c"] = plan.ScaleC,
            ["job_scale"] = plan.Job.Scale,
            ["sqnr_db"] = report.SqnrDecibels,
            ["macs"] = report.Macs,
            ["agree"] = report.Agree,
            ["backends"] = new JsonArray([.. report.Runs.Select(Backend)]),
        };
    }

    private static JsonNode Backend(BackendRun run)
    {
        CoprocCounters? counters = run.Counters;
        return new JsonObject
        {
            ["backend"] = run.Backend,
            ["difference"] = run.Difference,
            ["cycles"] = counters?.Cycles,
            ["macs_per_cycle"] = run.MacsPerCycle,
            ["busy_cycles"] = counters?.Busy,
            ["read_stall_cycles"] = counters?.ReadStall,
            ["write_stall_cycles"] = counters?.WriteStall,
            ["bytes_read"] = counters?.BytesRead,
            ["bytes_written"] = counters?.BytesWritten,
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
