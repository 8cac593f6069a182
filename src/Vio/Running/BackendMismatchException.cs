using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>Two backends that do not give the same codes.</summary>
public sealed class BackendMismatchException : Exception
{
    private BackendMismatchException(int pair, string layer, string difference)
        : base($"pair {pair}, layer {layer}: {difference}")
    {
        Layer = layer;
    }

    /// <summary>The layer.</summary>
    public string Layer { get; }

    /// <summary>Checks that two backends gave the same codes for a job of a layer.</summary>
    /// <exception cref="BackendMismatchException">They did not.</exception>
    internal static void ThrowIfDifferent(int pair, EngineLayer layer, MatmulJob job, string first, uint[] firstCodes, string second, uint[] secondCodes)
    {
        if (CodeDifference.Find(job, first, firstCodes, second, secondCodes) is { } difference) throw new BackendMismatchException(pair, layer.Name, difference);
    }
}
