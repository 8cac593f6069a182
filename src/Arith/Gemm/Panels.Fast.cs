using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <content>
/// Fast ways to fill a tile, for one-byte codes that lie side by side in one direction and hold no NaR. All give what
/// <see cref="Fill{TCode}"/> gives.
/// </content>
internal sealed unsafe partial class Panels<T>
{
    private const int BytesPerStep = 4;
    private const int Lookups = 16; // codes that one shuffle decodes

    /// <summary>Fills a tile when one of the fast ways fits; false when none does and nothing was done.</summary>
    private bool TryFillFast(CodeMatrix codes, T* table, int mask, int tile)
    {
        if (codes.Wide) return false;
        int first = tile * TileVectors;
        int vectors = Math.Min(TileVectors, codes.Count - first);
        byte* source = (byte*)codes.Data + (first * codes.VectorStride);
        if (sizeof(T) == 1 && StepTerms == BytesPerStep && mask == Lookups - 1)
        {
            Vector128<byte> values = Vector128.Load((byte*)table);
            if (codes.TermStride == 1) BytesAlongTerms(codes, values, source, vectors, (byte*)Tile(tile));
            else if (codes.VectorStride == 1 && vectors == TileVectors && vectors % Lookups == 0 && Sse2.IsSupported) BytesAlongVectors(codes, values, source, (byte*)Tile(tile));
            else return false;
            return true;
        }

        if (sizeof(T) == 2 && StepTerms == 2)
        {
            if (codes.TermStride == 1) PairsAlongTerms(codes, (short*)table, mask, source, vectors, (short*)Tile(tile));
            else if (codes.VectorStride == 1) PairsAlongVectors(codes, (short*)table, mask, source, vectors, (short*)Tile(tile));
            else return false;
            return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BytesAlongTerms(CodeMatrix codes, Vector128<byte> values, byte* source, int vectors, byte* target)
    {
        int stepBytes = TileVectors * BytesPerStep;
        byte* padded = stackalloc byte[Lookups];
        for (int vector = 0; vector < vectors; vector++)
        {
            byte* code = source + (vector * codes.VectorStride);
            byte* element = target + (vector * BytesPerStep);
            int left = codes.Terms;
            for (; left >= Lookups; left -= Lookups)
            {
                Vector128<uint> decoded = Vector128.Shuffle(values, Vector128.Load(code)).AsUInt32();
                *(uint*)element = decoded[0];
                *(uint*)(element + stepBytes) = decoded[1];
                *(uint*)(element + (2 * stepBytes)) = decoded[2];
                *(uint*)(element + (3 * stepBytes)) = decoded[3];
                code += Lookups;
                element += 4 * stepBytes;
            }

            // What is left decodes as code 0 past the end; the value of 0 times B's padding is nothing.
            new Span<byte>(padded, Lookups).Clear();
            new ReadOnlySpan<byte>(code, left).CopyTo(new Span<byte>(padded, Lookups));
            Vector128<uint> rest = Vector128.Shuffle(values, Vector128.Load(padded)).AsUInt32();
            for (int step = 0; step < (left + BytesPerStep - 1) / BytesPerStep; step++) *(uint*)(element + (step * stepBytes)) = rest[step];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BytesAlongVectors(CodeMatrix codes, Vector128<byte> values, byte* source, byte* target)
    {
        for (int step = 0; step < Steps; step++)
        {
            // Terms past the end decode as code 0, read from a row that is there.
            byte* row0 = source + (step * BytesPerStep * codes.TermStride);
            int terms = Math.Min(BytesPerStep, codes.Terms - (step * BytesPerStep));
            for (int vector = 0; vector < TileVectors; vector += Lookups)
            {
                Vector128<byte> v0 = Row(row0, 0, vector);
                Vector128<byte> v1 = Row(row0, 1, vector);
                Vector128<byte> v2 = Row(row0, 2, vector);
                Vector128<byte> v3 = Row(row0, 3, vector);

                // Four terms of each vector side by side.
                Vector128<short> low01 = Sse2.UnpackLow(v0, v1).AsInt16();
                Vector128<short> high01 = Sse2.UnpackHigh(v0, v1).AsInt16();
                Vector128<short> low23 = Sse2.UnpackLow(v2, v3).AsInt16();
                Vector128<short> high23 = Sse2.UnpackHigh(v2, v3).AsInt16();
                Sse2.UnpackLow(low01, low23).Store((short*)target);
                Sse2.UnpackHigh(low01, low23).Store((short*)(target + 16));
                Sse2.UnpackLow(high01, high23).Store((short*)(target + 32));
                Sse2.UnpackHigh(high01, high23).Store((short*)(target + 48));
                target += BytesPerStep * Lookups;
            }

            Vector128<byte> Row(byte* first, int term, int vector)
            {
                Vector128<byte> row = term < terms ? Vector128.Load(first + (term * codes.TermStride) + vector) : Vector128<byte>.Zero;
                return Vector128.Shuffle(values, row);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PairsAlongTerms(CodeMatrix codes, short* table, int mask, byte* source, int vectors, short* target)
    {
        int stepElements = 2 * TileVectors;
        for (int vector = 0; vector < vectors; vector++)
        {
            byte* code = source + (vector * codes.VectorStride);
            short* element = target + (2 * vector);
            for (int pair = 0; pair < codes.Terms / 2; pair++)
            {
                *(int*)element = (ushort)table[code[0] & mask] | (table[code[1] & mask] << 16);
                code += 2;
                element += stepElements;
            }

            if (codes.Terms % 2 != 0) *element = table[*code & mask];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PairsAlongVectors(CodeMatrix codes, short* table, int mask, byte* source, int vectors, short* target)
    {
        int stepElements = 2 * TileVectors;
        for (int pair = 0; pair < codes.Terms / 2; pair++)
        {
            byte* even = source + (2 * pair * codes.TermStride);
            byte* odd = even + codes.TermStride;
            for (int vector = 0; vector < vectors; vector++)
            {
                ((int*)target)[vector] = (ushort)table[even[vector] & mask] | (table[odd[vector] & mask] << 16);
            }

            target += stepElements;
        }

        if (codes.Terms % 2 == 0) return;
        byte* last = source + ((codes.Terms - 1) * codes.TermStride);
        for (int vector = 0; vector < vectors; vector++) target[2 * vector] = table[last[vector] & mask];
    }
}
