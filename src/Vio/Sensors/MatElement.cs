using System.Buffers.Binary;

namespace XrNpe.Vio;

/// <summary>A data element of a MATLAB 5 file: a type, and bytes.</summary>
/// <param name="Type">What the bytes are.</param>
/// <param name="Offset">Where they start in the buffer that the element was found in.</param>
/// <param name="Length">How many.</param>
/// <param name="Next">Where the next element starts.</param>
internal readonly record struct MatElement(MatType Type, int Offset, int Length, int Next)
{
    private const int TagBytes = 8;
    private const int SmallTagBytes = 4;

    /// <summary>Reads the tag at <paramref name="offset"/>.</summary>
    /// <param name="place">File and part of it, for messages.</param>
    /// <param name="buffer">The file, or an element taken out of it.</param>
    /// <param name="offset">Where the tag starts.</param>
    /// <param name="bigEndian">Byte order of the file.</param>
    /// <exception cref="InputException">The tag or its bytes reach beyond the buffer.</exception>
    public static MatElement Read(string place, ReadOnlySpan<byte> buffer, int offset, bool bigEndian)
    {
        if (buffer.Length - offset < TagBytes) throw CutShort(place, offset, TagBytes, buffer.Length - offset);
        uint first = UInt32(buffer, offset, bigEndian);

        // Up to 4 bytes may stand in the tag itself, whose upper half then says how many.
        int small = (int)(first >> 16);
        if (small > 0)
        {
            if (small > SmallTagBytes) throw new InputException($"{place}: a small element at byte {offset} says {small} bytes; at most {SmallTagBytes} are possible");
            return new MatElement((MatType)(first & 0xffff), offset + SmallTagBytes, small, offset + TagBytes);
        }

        uint length = UInt32(buffer, offset + SmallTagBytes, bigEndian);
        int start = offset + TagBytes;
        if (length > buffer.Length - start) throw CutShort(place, offset, length, buffer.Length - start);

        // Elements start at multiples of 8, except behind a compressed one.
        var type = (MatType)first;
        int padding = type == MatType.Compressed ? 0 : (TagBytes - ((int)length % TagBytes)) % TagBytes;
        return new MatElement(type, start, (int)length, (int)Math.Min((long)start + length + padding, buffer.Length));
    }

    /// <summary>The bytes.</summary>
    /// <param name="buffer">The buffer that the element was found in.</param>
    public ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> buffer) => buffer.Slice(Offset, Length);

    /// <summary>Reads 32 bits.</summary>
    public static uint UInt32(ReadOnlySpan<byte> buffer, int offset, bool bigEndian) => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(buffer[offset..])
        : BinaryPrimitives.ReadUInt32LittleEndian(buffer[offset..]);

    private static InputException CutShort(string place, int offset, long wanted, int present) =>
        new($"{place}: the element at byte {offset} wants {wanted} bytes, {present} follow: was the file cut short?");
}
