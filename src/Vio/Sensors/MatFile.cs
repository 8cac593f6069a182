using System.IO.Compression;
using System.Text;

namespace XrNpe.Vio;

/// <summary>
/// Reads real numeric arrays from MATLAB 5 files, as MATLAB's <c>save -v6</c> and <c>-v7</c> and scipy's <c>savemat</c> write them, and writes
/// a matrix of doubles. Source: MathWorks, MAT-File Format, chapter 1, level 5.
/// </summary>
public static class MatFile
{
    private const int HeaderBytes = 128;
    private const int VersionOffset = 124;
    private const int Version5 = 1;
    private const int DoubleClass = 6;

    /// <summary>Reads a variable: values in row-major order, whatever type they were stored in.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variable">Name of the variable.</param>
    /// <exception cref="InputException">The file cannot be used, or has no such variable; the message names those it has.</exception>
    public static NumericTensor Read(string path, string variable)
    {
        byte[] file = InputFile.ReadAll(path);
        bool bigEndian = Header(path, file);
        var names = new List<string>();
        for (int offset = HeaderBytes; offset < file.Length;)
        {
            MatElement element = MatElement.Read(path, file, offset, bigEndian);
            offset = element.Next;
            byte[] buffer = file;
            if (element.Type == MatType.Compressed)
            {
                buffer = Inflate(path, file, element);
                element = MatElement.Read($"{path}: compressed element at byte {element.Offset}", buffer, 0, bigEndian);
            }

            if (element.Type != MatType.Matrix || element.Length == 0) continue;
            ReadOnlySpan<byte> body = element.Bytes(buffer);
            var found = MatVariable.Parse(path, body, bigEndian);
            if (found.Name == variable) return Values(path, found, body, bigEndian);
            names.Add(found.Name);
        }

        throw new InputException(
            $"{path} has no variable {InputException.Quote(variable)}; it has {(names.Count == 0 ? "none" : string.Join(", ", names.Select(InputException.Quote)))}");
    }

    /// <summary>Writes a file with one matrix of doubles: little endian, not compressed, the same bytes every time.</summary>
    /// <param name="path">The file; written whole or not at all.</param>
    /// <param name="variable">Name of the variable: letters, digits and underscores.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="values">rows × columns of them, row-major.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, string variable, int rows, int columns, ReadOnlySpan<double> values)
    {
        if (values.Length != (long)rows * columns) throw new ArgumentException($"{values.Length} values for {rows}×{columns}", nameof(values));
        double[] transposed = NumericTensor.Permute(values.ToArray(), [rows, columns]);
        byte[] name = Encoding.ASCII.GetBytes(variable);
        OutputFile.Write(path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
            writer.Write(Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, written by xrnpe".PadRight(VersionOffset - 8)));
            writer.Write(0L);
            writer.Write((ushort)(Version5 << 8));
            writer.Write("IM"u8);
            long body = 16 + 16 + 8 + Padded(name.Length) + 8 + ((long)transposed.Length * sizeof(double));
            WriteTag(writer, MatType.Matrix, body);
            WriteTag(writer, MatType.UInt32, 8);
            writer.Write((long)DoubleClass);
            WriteTag(writer, MatType.Int32, 8);
            writer.Write(rows);
            writer.Write(columns);
            WriteTag(writer, MatType.Int8, name.Length);
            writer.Write(name);
            writer.Write(new byte[Padded(name.Length) - name.Length]);
            WriteTag(writer, MatType.Double, (long)transposed.Length * sizeof(double));
            foreach (double value in transposed) writer.Write(value);
        });
    }

    /// <summary>Checks the header.</summary>
    /// <returns>True when the file is big endian.</returns>
    private static bool Header(string path, ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("MATLAB 7.3"u8))
        {
            throw new InputException($"{path} is a MATLAB 7.3 file (HDF5): save it with -v7");
        }

        if (file.Length < HeaderBytes) throw new InputException($"{path} has {file.Length} bytes: a MATLAB 5 file starts with {HeaderBytes} of header");
        ReadOnlySpan<byte> version = file.Slice(VersionOffset, 4);
        bool bigEndian = version[2..].SequenceEqual("MI"u8);
        if (!bigEndian && !version[2..].SequenceEqual("IM"u8)) throw new InputException($"{path} is not a MATLAB 5 file: bytes 126 and 127 must be MI or IM");
        int major = bigEndian ? version[0] : version[1];
        if (major != Version5) throw new InputException($"{path} is of version {major} of the MATLAB format; {Version5}, level 5, can be read");
        return bigEndian;
    }

    private static NumericTensor Values(string path, MatVariable variable, ReadOnlySpan<byte> body, bool bigEndian)
    {
        string source = $"{path}:{variable.Name}";
        if (!variable.IsNumeric || variable.Complex)
        {
            throw new InputException($"{source} is {(variable.Complex ? "complex" : $"of array class {variable.Class}")}; a full array of real numbers is wanted");
        }

        ElementType type = variable.Values.Type switch
        {
            MatType.Int8 => ElementType.I8,
            MatType.UInt8 => ElementType.U8,
            MatType.Int16 => ElementType.I16,
            MatType.UInt16 => ElementType.U16,
            MatType.Int32 => ElementType.I32,
            MatType.UInt32 => ElementType.U32,
            MatType.Single => ElementType.F32,
            MatType.Double => ElementType.F64,
            MatType.Int64 => ElementType.I64,
            MatType.UInt64 => ElementType.U64,
            _ => throw new InputException($"{source} has values of type {(int)variable.Values.Type}, which is no number type of MATLAB 5"),
        };
        if (ElementCodec.Bytes(type, variable.Dimensions) != variable.Values.Length)
        {
            throw new InputException(
                $"{source} of shape {NumericTensor.ShapeText(variable.Dimensions)} wants {ElementCodec.BytesText(ElementCodec.Bytes(type, variable.Dimensions))}, has {variable.Values.Length}");
        }

        // Column-major is row-major of the reversed shape.
        int[] reversed = [.. Enumerable.Reverse(variable.Dimensions)];
        NumericTensor stored = ElementCodec.Read(source, reversed, type, variable.Values.Bytes(body), bigEndian);
        double[] values = stored.Values ?? [.. stored.Integers!.Select(i => stored.IsUnsigned64 ? (ulong)i : (double)i)];
        return NumericTensor.OfValues(source, reversed, values).ReverseAxes();
    }

    private static byte[] Inflate(string path, byte[] file, MatElement element)
    {
        try
        {
            using var inflater = new ZLibStream(new MemoryStream(file, element.Offset, element.Length), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            inflater.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InputException($"{path}: the compressed element at byte {element.Offset} is damaged: {e.Message}", e);
        }
    }

    private static void WriteTag(BinaryWriter writer, MatType type, long length)
    {
        writer.Write((int)type);
        writer.Write(checked((int)length));
    }

    private static int Padded(int length) => (length + 7) / 8 * 8;
}
