namespace XrNpe.Vio;

/// <summary>
/// What layers are called: after their weights, which keep the names that they have in the state dict (<c>encoder.conv1.weight</c> belongs to
/// <c>encoder.conv1</c>), else after their bias, else after their node.
/// </summary>
internal static class LayerNames
{
    private static readonly string[] Suffixes = [".weight", ".bias"];

    /// <summary>The name of a layer.</summary>
    /// <param name="label">What its node is called.</param>
    /// <param name="parameters">What it has learnt, the weights first; null for what it does not have.</param>
    public static string Of(string label, params NumericTensor?[] parameters)
    {
        foreach (NumericTensor? parameter in parameters)
        {
            if (parameter is null) continue;
            string? suffix = Array.Find(Suffixes, end => parameter.Source.Length > end.Length && parameter.Source.EndsWith(end, StringComparison.Ordinal));
            if (suffix is not null) return parameter.Source[..^suffix.Length];
        }

        return label;
    }
}
