using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>A network over the frame pairs of an experiment, at one precision after the other.</summary>
public static class PrecisionSweep
{
    /// <summary>Runs all precisions in the golden model; the predictions of each go to a file of its name in a folder.</summary>
    /// <param name="experiment">Network and frame pairs.</param>
    /// <param name="assignments">The precisions; null for double.</param>
    /// <param name="config">The co-processor that cycles are counted on.</param>
    /// <param name="folder">Where predictions go; what an interrupted sweep left there is gone on with.</param>
    /// <param name="progress">Told what is next and which part of it is done, or null.</param>
    /// <param name="cancel">Ends the sweep after the pairs that are being predicted.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InputException">Two precisions have one name, and so one file.</exception>
    public static IReadOnlyList<PrecisionRun> Run(
        VioExperiment experiment,
        IReadOnlyList<PrecisionAssignment?> assignments,
        CoprocConfig config,
        string folder,
        Action<string, double>? progress = null,
        CancellationToken cancel = default)
    {
        CheckNames(assignments.Select(Name));
        return
        [
            .. assignments.Select(assignment => PrecisionRun.Run(
                experiment, assignment, () => [new GoldenBackend()], config, Path.Combine(folder, $"{Name(assignment)}.csv"), progress, cancel)),
        ];
    }

    /// <summary>Checks that each precision has a name of its own: files and tables tell them apart by it.</summary>
    /// <exception cref="InputException">Two have the same.</exception>
    public static void CheckNames(IEnumerable<string> names)
    {
        string? twice = names.GroupBy(name => name).FirstOrDefault(group => group.Skip(1).Any())?.Key;
        if (twice is not null) throw new InputException($"two precisions are called {twice}: name each once; of a .json file it is the file's name that counts");
    }

    private static string Name(PrecisionAssignment? assignment) => assignment?.Name ?? PrecisionRun.Float;
}
