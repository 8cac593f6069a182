using System.Globalization;
using System.Text;

namespace XrNpe.Vio;

/// <summary>Writes the fields of a test vector in one of the layouts.</summary>
internal interface IVectorText
{
    /// <summary>Writes what comes before the first case.</summary>
    void Start(LineWriter writer, long total);

    /// <summary>Writes a case: the codes of all fields, in their order.</summary>
    void Case(LineWriter writer, ReadOnlySpan<uint> codes);
}

/// <summary>Commas between the fields, blanks between the codes of one field.</summary>
internal sealed class CsvVectors(VectorField[] fields) : IVectorText
{
    /// <inheritdoc/>
    public void Start(LineWriter writer, long total)
    {
        // No header: the lines without their results are input for eval as they are.
    }

    /// <inheritdoc/>
    public void Case(LineWriter writer, ReadOnlySpan<uint> codes)
    {
        int next = 0;
        foreach (VectorField field in fields)
        {
            Span<byte> room = writer.Room(field.Length * (HexText.MostDigits + 1));
            int used = 0;
            for (int i = 0; i < field.Length; i++)
            {
                used += HexText.Format(room[used..], codes[next++], field.Bits);
                room[used++] = (byte)(i < field.Length - 1 ? ' ' : next < codes.Length ? ',' : '\n');
            }

            writer.Advance(used);
        }
    }
}

/// <summary>One word a line, the first field in the highest bits; of a field's codes the first in the lowest, as in a SIMD word.</summary>
internal sealed class ReadmemhVectors(string title, VectorField[] fields) : IVectorText
{
    /// <inheritdoc/>
    public void Start(LineWriter writer, long total)
    {
        int width = fields.Sum(field => field.Bits * field.Length);
        var header = new StringBuilder();
        header.Append(CultureInfo.InvariantCulture, $"// {title}: {total} words of {width} bits\n");
        foreach (VectorField field in fields)
        {
            int low = width - (field.Bits * field.Length);
            string codes = field.Length == 1 ? "" : $": {field.Length} codes of {field.Bits} bits, the first in the lowest";
            header.Append(CultureInfo.InvariantCulture, $"// [{width - 1}:{low}] {field.Name}{codes}\n");
            width = low;
        }

        writer.Write(Encoding.ASCII.GetBytes(header.ToString()));
    }

    /// <inheritdoc/>
    public void Case(LineWriter writer, ReadOnlySpan<uint> codes)
    {
        foreach (VectorField field in fields)
        {
            Span<byte> room = writer.Room(field.Length * HexText.MostDigits);
            int used = 0;
            for (int i = field.Length - 1; i >= 0; i--) used += HexText.Format(room[used..], codes[i], field.Bits);
            writer.Advance(used);
            codes = codes[field.Length..];
        }

        writer.Write("\n"u8);
    }
}

/// <summary>An array with a row for each case and a column for each code, of the smallest integers that hold the widest.</summary>
internal sealed class NpyVectors(VectorField[] fields) : IVectorText
{
    private readonly int _bits = fields.Max(field => field.Bits);

    /// <inheritdoc/>
    public void Start(LineWriter writer, long total)
    {
        using var header = new MemoryStream();
        NpyWriter.WriteHeader(header, NpyWriter.CodeDescriptor(_bits), $"({total}, {fields.Sum(field => field.Length)})");
        writer.Write(header.ToArray());
    }

    /// <inheritdoc/>
    public void Case(LineWriter writer, ReadOnlySpan<uint> codes)
    {
        int size = NpyWriter.CodeBytes(_bits);
        Span<byte> room = writer.Room(size * codes.Length);
        for (int i = 0; i < codes.Length; i++) NpyWriter.Put(room[(i * size)..], codes[i], size);
        writer.Advance(size * codes.Length);
    }
}
