using System.Globalization;

namespace XrNpe.Vio;

/// <summary>Two backends that do not give the same codes.</summary>
public sealed class BackendMismatchException : Exception
{
    internal BackendMismatchException(int pair, EngineLayer layer, int index, string first, uint[] firstCodes, string second, uint[] secondCodes)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"pair {pair}, layer {layer.Name}: {first} and {second} differ at C[{index / layer.Shape.N}, {index % layer.Shape.N}]: {Code(firstCodes, index)} and {Code(secondCodes, index)}"))
    {
        Layer = layer.Name;
    }

    /// <summary>The layer.</summary>
    public string Layer { get; }

    private static string Code(uint[] codes, int index) => index < codes.Length ? codes[index].ToString("x", CultureInfo.InvariantCulture) : "nothing";
}
