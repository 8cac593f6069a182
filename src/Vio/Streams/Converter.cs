namespace XrNpe.Vio;

/// <summary>Converts numbers between the formats: text lines or .npy, in and out, chunk by chunk.</summary>
public static class Converter
{
    private const string NpyExtension = ".npy";

    /// <summary>Converts.</summary>
    /// <param name="input">Read when no file is named: text.</param>
    /// <param name="output">Written when no output file is named: text.</param>
    /// <param name="from">What the input is.</param>
    /// <param name="to">What the output shall be.</param>
    /// <param name="inputFile">A .npy or text file; null for <paramref name="input"/>.</param>
    /// <param name="outputFile">A .npy or text file; null for <paramref name="output"/>.</param>
    /// <exception cref="InputException">The input cannot be read or converted, or the file not written.</exception>
    public static void Run(Stream input, Stream output, ConvertType from, ConvertType to, string? inputFile, string? outputFile)
    {
        if (outputFile is not null) OutputFile.Check(outputFile);
        if (IsNpy(inputFile))
        {
            using var source = new NpySource(inputFile!, from);
            Write(source, from, to, output, outputFile);
        }
        else if (inputFile is null)
        {
            Write(new TextSource(new LineReader(input), from), from, to, output, outputFile);
        }
        else
        {
            using FileStream file = InputFile.Open(inputFile);
            Write(new TextSource(new LineReader(file, $"{inputFile}: "), from), from, to, output, outputFile);
        }
    }

    /// <summary>True when a path says that a file holds a numpy array.</summary>
    internal static bool IsNpy(string? path) => path is not null && path.EndsWith(NpyExtension, StringComparison.OrdinalIgnoreCase);

    private static void Write(INumberSource source, ConvertType from, ConvertType to, Stream output, string? outputFile)
    {
        if (outputFile is null) NumberSink.Text(source, from, to, output);
        else if (IsNpy(outputFile)) OutputFile.Write(outputFile, stream => NumberSink.Npy(source, from, to, stream));
        else OutputFile.Write(outputFile, stream => NumberSink.Text(source, from, to, stream));
    }
}
