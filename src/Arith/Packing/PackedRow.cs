using System.Buffers.Binary;

namespace XrNpe.Arith;

/// <summary>
/// Rows of codes as the co-processor's memory holds them: 16-bit little-endian SIMD words, lane 0 in the low bits, each
/// row padded with zero lanes to a whole word. Float32 rows are 4 bytes an element. Section 5 of the design.
/// </summary>
public static class PackedRow
{
    /// <summary>Bytes of a packed row of <paramref name="count"/> elements: a multiple of 2 (of 4 for float32).</summary>
    public static long Bytes(NumberFormat format, long count)
    {
        FormatInfo info = FormatInfo.Of(format);
        return format == NumberFormat.F32 ? 4 * count : 2 * ((count + info.Lanes - 1) / info.Lanes);
    }

    /// <summary>Packs one row. <paramref name="row"/> must hold at least <see cref="Bytes"/> bytes; pad lanes are written 0.</summary>
    public static void Pack(NumberFormat format, ReadOnlySpan<uint> codes, Span<byte> row)
    {
        Span<byte> target = row[..(int)Bytes(format, codes.Length)];
        if (format == NumberFormat.F32)
        {
            for (int i = 0; i < codes.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(target[(4 * i)..], codes[i]);
            return;
        }

        FormatInfo info = FormatInfo.Of(format);
        for (int word = 0; word < target.Length / 2; word++)
        {
            uint packed = 0;
            for (int lane = 0; lane < info.Lanes; lane++)
            {
                int index = (word * info.Lanes) + lane;
                if (index < codes.Length) packed |= (codes[index] & info.Mask) << (lane * info.Bits);
            }

            BinaryPrimitives.WriteUInt16LittleEndian(target[(2 * word)..], (ushort)packed);
        }
    }

    /// <summary>Unpacks <paramref name="codes"/>.Length elements from the start of a packed row.</summary>
    public static void Unpack(NumberFormat format, ReadOnlySpan<byte> row, Span<uint> codes)
    {
        FormatInfo info = FormatInfo.Of(format);
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = format == NumberFormat.F32
                ? BinaryPrimitives.ReadUInt32LittleEndian(row[(4 * i)..])
                : ((uint)BinaryPrimitives.ReadUInt16LittleEndian(row[(2 * (i / info.Lanes))..]) >> (i % info.Lanes * info.Bits)) & info.Mask;
        }
    }
}
