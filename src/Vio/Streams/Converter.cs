namespace XrNpe.Vio;

/// <summary>Converts numbers between the formats: text lines or .npy, in and out.</summary>
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
    public static void Run(TextReader input, TextWriter output, ConvertType from, ConvertType to, string? inputFile, string? outputFile)
    {
        if (outputFile is not null) OutputFile.Check(outputFile);
        if (IsNpy(inputFile))
        {
            Write(NumberSource.Tensor(NpyReader.Read(inputFile!), from), to, output, outputFile);
        }
        else if (inputFile is null)
        {
            Write(NumberSource.Text(input, from), to, output, outputFile);
        }
        else
        {
            using var reader = new StreamReader(InputFile.Open(inputFile));
            Write(NumberSource.Text(reader, from), to, output, outputFile);
        }
    }

    private static bool IsNpy(string? path) => path is not null && path.EndsWith(NpyExtension, StringComparison.OrdinalIgnoreCase);

    private static void Write(NumberSource source, ConvertType to, TextWriter output, string? outputFile)
    {
        if (outputFile is null)
        {
            WriteText(source, to, output);
        }
        else if (IsNpy(outputFile))
        {
            WriteNpy(source, to, outputFile);
        }
        else
        {
            OutputFile.Write(outputFile, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                WriteText(source, to, writer);
            });
        }
    }

    private static void WriteText(NumberSource source, ConvertType to, TextWriter writer)
    {
        foreach (ulong code in source.Codes(to))
        {
            to.Write(writer, code);
            writer.Write('\n');
        }
    }

    private static void WriteNpy(NumberSource source, ConvertType to, string path)
    {
        ulong[] codes = [.. source.Codes(to)];
        int[] shape = source.Shape ?? [codes.Length];
        OutputFile.Write(path, stream =>
        {
            if (to.IsBits) NpyWriter.WriteCodes(stream, shape, codes, to.Bits);
            else NpyWriter.WriteValues(stream, shape, Array.ConvertAll(codes, to.ToValue), single: to.Format is not null);
        });
    }
}
