using System.Diagnostics;
using System.Globalization;
using XrNpe.Coproc;
using XrNpe.Synth;

namespace XrNpe.Verify;

/// <summary>
/// The verification ladder, section 8 of the design: each rung relies on the ones below it. 1: formats against the
/// independent reference; 2: fast paths against plain ones; 3: Verilated modules; 4: the co-processor.
/// </summary>
public static class Ladder
{
    private static readonly Check[] All =
    [
        new DecodeCheck(), new RoundCheck(), new ScalarCheck(), new SecondReferenceCheck(), new OutputStageCheck(),
        new GridCheck(), new MatrixMultiplyCheck(), new Posit16PairsCheck(),
        new DecodeModuleCheck(), new CellModuleCheck(), new RmmecModuleCheck(), new ResolveModuleCheck(), new BiasModuleCheck(),
        new ActivateModuleCheck(), new OutputModuleCheck(), new DescriptorModuleCheck(), new MacModuleCheck(), new IcarusMacCheck(),
        new GateMacCheck(),
        new CoprocessorCheck(), new ChainCheck(),
    ];

    /// <summary>Names of the checks, bottom rung first.</summary>
    public static IReadOnlyList<string> CheckNames { get; } = [.. All.Select(check => check.Name)];

    /// <summary>Runs the checks, bottom rung first, and goes on after a failure.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="progress">Told where the run stands; may be called from several threads.</param>
    /// <param name="finished">Told of each check as it ends.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentException">There is no check of the name in <see cref="LadderOptions.Only"/>.</exception>
    public static IReadOnlyList<CheckResult> Run(
        LadderOptions options,
        IProgress<LadderProgress>? progress = null,
        Action<CheckResult>? finished = null,
        CancellationToken cancellation = default)
    {
        if (options.Only is { } only && !CheckNames.Contains(only))
        {
            throw new ArgumentException($"no check is named \"{only}\": one of {string.Join(", ", CheckNames)}", nameof(options));
        }

        var results = new List<CheckResult>();
        foreach (Check check in All.Where(c => options.Only is null || c.Name == options.Only))
        {
            CheckResult result = Run(check, options, progress, cancellation);
            results.Add(result);
            finished?.Invoke(result);
        }

        return results;
    }

    private static CheckResult Run(Check check, LadderOptions options, IProgress<LadderProgress>? progress, CancellationToken cancellation)
    {
        var run = new CheckRun(check, options, progress, cancellation);
        var clock = Stopwatch.StartNew();
        CheckResult Result(CheckOutcome outcome, string message) =>
            new(check.Rung, check.Name, run.Cases, clock.Elapsed.TotalSeconds, outcome, message);

        if (check.MissingTool is { } tool) return Result(CheckOutcome.NotRun, new ToolMissingException(tool).Message);
        try
        {
            check.Run(run);
            return Result(CheckOutcome.Passed, "");
        }
        catch (CheckFailedException e)
        {
            return Result(CheckOutcome.Failed, $"{e.Message}; reproduce: {Reproduce(check, options)}");
        }
        catch (SynthesisToolMissingException e)
        {
            return Result(CheckOutcome.NotRun, e.Message);
        }
        catch (VerilatedBuildException e)
        {
            return Result(CheckOutcome.Failed, e.Message);
        }
    }

    private static string Reproduce(Check check, LadderOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"xrnpe verify --level {options.Level.ToString().ToLowerInvariant()} --only {check.Name} --seed {options.Seed}");
}
