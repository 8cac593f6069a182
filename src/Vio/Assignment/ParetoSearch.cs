using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>A format for each layer, and what is expected of it.</summary>
/// <param name="Formats">By layer, in the order of the network.</param>
/// <param name="Error">Sum of the layers' sensitivities.</param>
/// <param name="Cycles">Sum of the layers' cycles.</param>
/// <param name="Bytes">Sum of the bytes that the layers move.</param>
public sealed record AssignmentPoint(IReadOnlyList<NumberFormat> Formats, double Error, long Cycles, long Bytes);

/// <summary>What a layer costs and loses in one format.</summary>
/// <param name="Format">The format.</param>
/// <param name="Error">Its sensitivity.</param>
/// <param name="Cycles">Its cycles.</param>
/// <param name="Bytes">The bytes that it moves.</param>
public sealed record LayerChoice(NumberFormat Format, double Error, long Cycles, long Bytes);

/// <summary>
/// Finds the assignments that nothing beats in error, cycles and bytes at once, taking errors of layers as independent, so that they add. Layer by
/// layer, what is beaten is dropped; where very many are left, those that are alike to a fraction of a percent count as one.
/// </summary>
public static class ParetoSearch
{
    private const int Most = 3000;

    /// <summary>All assignments that nothing beats, by cycles.</summary>
    /// <param name="layers">For each layer its choices.</param>
    public static IReadOnlyList<AssignmentPoint> Front(IReadOnlyList<IReadOnlyList<LayerChoice>> layers)
    {
        List<AssignmentPoint> front = [new([], 0, 0, 0)];
        foreach (IReadOnlyList<LayerChoice> choices in layers)
        {
            IEnumerable<AssignmentPoint> longer = front.SelectMany(point => choices.Select(choice => new AssignmentPoint(
                [.. point.Formats, choice.Format], point.Error + choice.Error, point.Cycles + choice.Cycles, point.Bytes + choice.Bytes)));
            front = Thinned(Unbeaten(longer));
        }

        return front;
    }

    /// <summary>The assignment with the smallest error within budgets; null when there is none.</summary>
    /// <param name="front">What to choose from.</param>
    /// <param name="cycles">Most cycles.</param>
    /// <param name="bytes">Most bytes.</param>
    public static AssignmentPoint? Best(IEnumerable<AssignmentPoint> front, long cycles, long bytes) =>
        front.Where(point => point.Cycles <= cycles && point.Bytes <= bytes).MinBy(point => point.Error);

    /// <summary>Those of a front that are worth a look when only cycles and error count: each has a smaller error than all that are faster.</summary>
    public static IReadOnlyList<AssignmentPoint> ByCycles(IEnumerable<AssignmentPoint> front) => ByCost(front, point => point.Cycles);

    /// <summary>Those of a front that are worth a look when only one cost and error count: each has a smaller error than all that cost less.</summary>
    public static IReadOnlyList<AssignmentPoint> ByCost(IEnumerable<AssignmentPoint> front, Func<AssignmentPoint, long> cost)
    {
        var best = new List<AssignmentPoint>();
        foreach (AssignmentPoint point in front.OrderBy(cost).ThenBy(point => point.Error))
        {
            if (best.Count == 0 || point.Error < best[^1].Error) best.Add(point);
        }

        return best;
    }

    private static List<AssignmentPoint> Unbeaten(IEnumerable<AssignmentPoint> points)
    {
        // By cycles: only what came before can beat a point, and of that only what moves no more bytes.
        var kept = new List<AssignmentPoint>();
        foreach (AssignmentPoint point in points.OrderBy(point => point.Cycles).ThenBy(point => point.Bytes).ThenBy(point => point.Error))
        {
            if (!kept.Exists(other => other.Bytes <= point.Bytes && other.Error <= point.Error)) kept.Add(point);
        }

        return kept;
    }

    private static List<AssignmentPoint> Thinned(List<AssignmentPoint> points)
    {
        for (double step = 0.001; points.Count > Most; step *= 2)
        {
            // Of those in a cell the one with the smallest error; the fastest and the best of all stay whatever cell they are in.
            AssignmentPoint best = points.MinBy(point => point.Error)!, fastest = points[0];
            points = [.. points.GroupBy(point => (Cell(point.Cycles, step), Cell(point.Bytes, step))).Select(cell => cell.MinBy(point => point.Error)!)
                .Append(best).Append(fastest).Distinct().OrderBy(point => point.Cycles)];
        }

        return points;
    }

    private static long Cell(long value, double step) => (long)Math.Floor(Math.Log(Math.Max(value, 1)) / step);
}
