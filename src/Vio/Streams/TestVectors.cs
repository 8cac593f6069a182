using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Test vectors for others' hardware: operands and the results they must give.</summary>
public static class TestVectors
{
    private const int CasesPerReport = 1 << 16;

    /// <summary>Writes test vectors, case by case.</summary>
    /// <param name="request">Which.</param>
    /// <param name="layout">How.</param>
    /// <param name="output">Where to.</param>
    /// <param name="progress">Told now and then which part is done, 0 to 1.</param>
    /// <exception cref="InputException">The request cannot be met.</exception>
    public static void Write(VectorRequest request, VectorLayout layout, Stream output, Action<double> progress)
    {
        request.Check();
        long total = request.Total;
        IVectorText text = layout switch
        {
            VectorLayout.Csv => new CsvVectors(request.Fields),
            VectorLayout.Readmemh => new ReadmemhVectors(Title(request), request.Fields),
            _ => new NpyVectors(request.Fields),
        };

        using var writer = new LineWriter(output);
        text.Start(writer, total);
        var cases = new VectorCases(request);
        var result = new VectorResult(request);
        uint[] codes = new uint[request.Fields.Sum(field => field.Length)];
        for (long done = 0; done < total;)
        {
            cases.Next(codes.AsSpan(0, request.Operands));
            if (!result.TryFill(codes)) continue;
            text.Case(writer, codes);
            if (++done % CasesPerReport == 0) progress((double)done / total);
        }
    }

    /// <summary>The layout that the name of a file asks for.</summary>
    public static VectorLayout LayoutOf(string? path) => Converter.IsNpy(path) ? VectorLayout.Npy : VectorLayout.Csv;

    private static string Title(VectorRequest request)
    {
        string output = request.Output == request.Format ? "" : $" to {FormatInfo.Of(request.Output)}";
        return $"{request.Operation.ToString().ToLowerInvariant()} {FormatInfo.Of(request.Format)}{output}";
    }
}
