namespace XrNpe.Vio;

/// <summary>Where a conversion's numbers go: codes of the format they come in are converted and written.</summary>
internal static class NumberSink
{
    private const int Chunk = 1 << 12;

    /// <summary>Writes text, one number or code a line.</summary>
    /// <exception cref="InputException">A number is wrong; the lines before it were written.</exception>
    public static void Text(INumberSource source, ConvertType from, ConvertType to, Stream output)
    {
        using var writer = new LineWriter(output);
        ulong[] codes = new ulong[Chunk];

        // The line of every short code is made once, when it first comes up.
        byte[]?[] lines = new byte[]?[from.TableSize];
        Span<byte> line = stackalloc byte[ConvertType.LongestText + 1];
        long index = 0;
        for (int count; (count = source.Read(codes)) > 0;)
        {
            foreach (ulong code in codes.AsSpan(0, count))
            {
                if (lines.Length == 0)
                {
                    Span<byte> room = writer.Room(ConvertType.LongestText + 1);
                    writer.Advance(Line(source, from, to, code, index, room));
                }
                else
                {
                    writer.Write(lines[code] ??= line[..Line(source, from, to, code, index, line)].ToArray());
                }

                index++;
            }

            // The source came to a wait or the end.
            if (count < codes.Length) writer.Flush();
        }
    }

    /// <summary>Writes a .npy file: unsigned integers for raw codes, else float32, or float64 for <c>f64</c>.</summary>
    /// <exception cref="InputException">A number is wrong, or the output cannot be a .npy file.</exception>
    public static void Npy(INumberSource source, ConvertType from, ConvertType to, Stream output)
    {
        if (source.Shape is null && !output.CanSeek)
        {
            throw new InputException("text as .npy needs a file to go to: the number of elements stands at the start and is known at the end");
        }

        string descriptor = to.IsBits ? NpyWriter.CodeDescriptor(to.Bits) : to.Format is null ? "<f8" : "<f4";
        int size = descriptor[^1] - '0';
        long start = output.CanSeek ? output.Position : 0;
        NpyWriter.WriteHeader(output, descriptor, NumericTensor.ShapeText(source.Shape ?? [0]));

        ulong[] codes = new ulong[Chunk];
        byte[] bytes = new byte[Chunk * size];
        long index = 0;
        for (int count; (count = source.Read(codes)) > 0;)
        {
            for (int i = 0; i < count; i++)
            {
                ulong code = Converted(source, from, to, codes[i], index++);
                NpyWriter.Put(bytes.AsSpan(i * size), to.IsBits ? code : Pattern(to, code), size);
            }

            output.Write(bytes, 0, count * size);
        }

        if (source.Shape is not null) return;

        // The header is padded to a multiple of 64 bytes, 128 for every length there is.
        output.Position = start;
        NpyWriter.WriteHeader(output, descriptor, $"({index},)");
        output.Seek(0, SeekOrigin.End);
    }

    /// <summary>What is said of a NaN that meets FP4.</summary>
    public static InputException NoNaN(string where) => new($"{where} is NaN, and fp4 has no code for it: use p4, p8 or p16, or replace it");

    private static int Line(INumberSource source, ConvertType from, ConvertType to, ulong code, long index, Span<byte> destination)
    {
        int count = to.Write(destination, Converted(source, from, to, code, index));
        destination[count] = (byte)'\n';
        return count + 1;
    }

    private static ulong Converted(INumberSource source, ConvertType from, ConvertType to, ulong code, long index)
    {
        double value = from.ToValue(code);
        return to.Holds(value) ? to.ToCode(value) : throw NoNaN(source.Place(index));
    }

    /// <summary>The float64 or float32 with the value of a code.</summary>
    private static ulong Pattern(ConvertType to, ulong code) =>
        to.Format is null ? code : BitConverter.SingleToUInt32Bits((float)to.ToValue(code));
}
