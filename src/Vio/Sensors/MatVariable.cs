using System.Text;

namespace XrNpe.Vio;

/// <summary>The head of a variable of a MATLAB 5 file.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Class">Its array class: 6 to 15 are full numeric arrays.</param>
/// <param name="Complex">True when it has an imaginary part.</param>
/// <param name="Dimensions">Its shape.</param>
/// <param name="Values">The element with the values, column-major; of no use for other classes.</param>
internal sealed record MatVariable(string Name, int Class, bool Complex, int[] Dimensions, MatElement Values)
{
    private const int FirstNumericClass = 6;
    private const int LastNumericClass = 15;
    private const uint ComplexFlag = 0x800;

    /// <summary>True for arrays of doubles, singles and integers; not for cells, structures, text, sparse arrays.</summary>
    public bool IsNumeric => Numeric(Class);

    /// <summary>Reads what stands before the values in an miMATRIX element.</summary>
    /// <param name="place">File, for messages.</param>
    /// <param name="body">The bytes of the element.</param>
    /// <param name="bigEndian">Byte order of the file.</param>
    /// <exception cref="InputException">It is not as MATLAB writes it.</exception>
    public static MatVariable Parse(string place, ReadOnlySpan<byte> body, bool bigEndian)
    {
        MatElement flags = MatElement.Read(place, body, 0, bigEndian);
        if (flags.Type != MatType.UInt32 || flags.Length < sizeof(uint)) throw Wrong(place, "array flags");
        uint word = MatElement.UInt32(body, flags.Offset, bigEndian);

        MatElement dimensions = MatElement.Read(place, body, flags.Next, bigEndian);
        if (dimensions.Type != MatType.Int32 || dimensions.Length < 2 * sizeof(int)) throw Wrong(place, "two or more dimensions");
        int[] shape = new int[dimensions.Length / sizeof(int)];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = (int)MatElement.UInt32(body, dimensions.Offset + (i * sizeof(int)), bigEndian);
            if (shape[i] < 0) throw Wrong(place, "dimensions from 0 on");
        }

        MatElement name = MatElement.Read(place, body, dimensions.Next, bigEndian);
        if (name.Type is not (MatType.Int8 or MatType.UInt8)) throw Wrong(place, "a name");
        string text = Encoding.UTF8.GetString(name.Bytes(body)).TrimEnd('\0');
        int @class = (int)(word & 0xff);
        MatElement values = Numeric(@class) ? MatElement.Read($"{place}: {text}", body, name.Next, bigEndian) : default;
        return new MatVariable(text, @class, (word & ComplexFlag) != 0, shape, values);
    }

    private static bool Numeric(int arrayClass) => arrayClass is >= FirstNumericClass and <= LastNumericClass;

    private static InputException Wrong(string place, string wanted) => new($"{place}: a matrix has no {wanted} where MATLAB 5 has them");
}
