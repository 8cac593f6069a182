using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>What a report is made of.</summary>
/// <param name="Experiment">Network and frame pairs.</param>
/// <param name="Runs">Each precision over the frame pairs.</param>
/// <param name="Search">The search for a format for each layer; null where there was none.</param>
/// <param name="Request">What that search had to keep to.</param>
/// <param name="Config">The co-processor that cycles are counted on.</param>
public sealed record VioReportData(
    VioExperiment Experiment, IReadOnlyList<PrecisionRun> Runs, PrecisionSearchResult? Search, SearchRequest? Request, CoprocConfig Config)
{
    /// <summary>What the assignment of the search is called.</summary>
    public const string Chosen = "chosen";

    /// <summary>Runs all that a report needs: the precisions, the search, and what the search chose, over the sequence too.</summary>
    /// <param name="experiment">Network and frame pairs.</param>
    /// <param name="assignments">The precisions; null for double.</param>
    /// <param name="request">The search; null for none.</param>
    /// <param name="config">The co-processor.</param>
    /// <param name="folder">Where predictions go, and the assignment that the search chose.</param>
    /// <param name="progress">Told what is next and which part of it is done, or null.</param>
    /// <param name="cancel">Ends it after the step that it is at.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InputException">Nothing fits the budget, or the co-processor refuses a layer.</exception>
    public static VioReportData Gather(
        VioExperiment experiment,
        IReadOnlyList<PrecisionAssignment?> assignments,
        SearchRequest? request,
        CoprocConfig config,
        string folder,
        Action<string, double>? progress = null,
        CancellationToken cancel = default)
    {
        if (request is not null) PrecisionSweep.CheckNames(assignments.Select(assignment => assignment?.Name ?? PrecisionRun.Float).Append(Chosen));
        IReadOnlyList<PrecisionRun> runs = PrecisionSweep.Run(experiment, assignments, config, folder, progress, cancel);
        if (request is null) return new VioReportData(experiment, runs, null, null, config);

        PrecisionSearchResult search = RunSearch(experiment, config, request, progress, cancel);
        OutputFile.WriteText(Path.Combine(folder, $"{Chosen}.json"), search.Chosen.Assignment.ToJson(experiment.Model.Network.Name));
        IReadOnlyList<PrecisionRun> chosen = PrecisionSweep.Run(experiment, [search.Chosen.Assignment], config, folder, progress, cancel);
        return new VioReportData(experiment, [.. runs, .. chosen], search, request, config);
    }

    /// <summary>A search that ends when it next tells how far it is.</summary>
    private static PrecisionSearchResult RunSearch(
        VioExperiment experiment, CoprocConfig config, SearchRequest request, Action<string, double>? progress, CancellationToken cancel)
    {
        try
        {
            return PrecisionSearch.Run(experiment, config, request, (what, done) =>
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Invoke(what, done);
            });
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException("the search was cancelled", e, cancel);
        }
    }
}
