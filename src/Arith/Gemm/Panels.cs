using System.Numerics;
using System.Runtime.CompilerServices;

namespace XrNpe.Arith;

/// <summary>
/// Vectors of codes, decoded through a table and laid out as <see cref="Tile{TRow}"/> reads them: tiles of so many vectors; in a
/// tile the steps of K; in a step the terms of each vector. Missing vectors and terms are zeros.
/// </summary>
/// <typeparam name="T">What a code decodes to.</typeparam>
internal sealed unsafe partial class Panels<T> : IDisposable
    where T : unmanaged, INumber<T>
{
    private readonly PanelBuffer _buffer;

    /// <summary>Decodes and lays out.</summary>
    /// <param name="codes">The vectors.</param>
    /// <param name="table">Values by code; NaR's is 0.</param>
    /// <param name="mask">The bits of a code that count.</param>
    /// <param name="narCode">The code of NaR, or −1 for a format without.</param>
    /// <param name="tileVectors">Vectors of a tile.</param>
    /// <param name="stepTerms">Terms of a step.</param>
    /// <param name="threads">Threads to use at most.</param>
    public Panels(CodeMatrix codes, T* table, int mask, int narCode, int tileVectors, int stepTerms, int threads)
    {
        Steps = (codes.Terms + stepTerms - 1) / stepTerms;
        TileVectors = tileVectors;
        StepTerms = stepTerms;
        Tiles = (codes.Count + tileVectors - 1) / tileVectors;
        TileElements = (long)Steps * tileVectors * stepTerms;
        HasNaR = new bool[codes.Count];
        _buffer = new PanelBuffer(Tiles * TileElements * sizeof(T));

        if (codes.Count % tileVectors != 0 || codes.Terms % stepTerms != 0) new Span<T>(Tile(Tiles - 1), checked((int)TileElements)).Clear();
        // Whether there is any NaR is quickly found; where there is none, nobody need look for it code by code.
        bool mayHoldNaR = narCode >= 0 && codes.MayHold((ushort)narCode);
        TileArea.ForEach(Tiles, threads, tile =>
        {
            if (codes.Terms % stepTerms != 0) Pad(Tile(tile));
            if (!mayHoldNaR && TryFillFast(codes, table, mask, tile)) return;
            if (codes.Wide) Fill<ushort>(codes, table, mask, narCode, tile);
            else Fill<byte>(codes, table, mask, narCode, tile);
        });
    }

    /// <summary>Steps of K.</summary>
    public int Steps { get; }

    /// <summary>Number of tiles.</summary>
    public int Tiles { get; }

    /// <summary>Vectors of a tile.</summary>
    public int TileVectors { get; }

    /// <summary>Terms of a step.</summary>
    public int StepTerms { get; }

    /// <summary>Elements of a tile.</summary>
    public long TileElements { get; }

    /// <summary>Which vectors hold NaR.</summary>
    public bool[] HasNaR { get; }

    /// <summary>First element of a tile.</summary>
    public T* Tile(int tile) => (T*)_buffer.Data + (tile * TileElements);

    /// <summary>The largest magnitude in all tiles.</summary>
    public T LargestMagnitude(int threads)
    {
        var largest = new T[Tiles];
        TileArea.ForEach(Tiles, threads, tile => largest[tile] = LargestMagnitude(new ReadOnlySpan<T>(Tile(tile), checked((int)TileElements))));
        return largest.Max();
    }

    public void Dispose() => _buffer.Dispose();

    private static T LargestMagnitude(ReadOnlySpan<T> values)
    {
        Vector<T> high = Vector<T>.Zero;
        Vector<T> low = Vector<T>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var chunk = new Vector<T>(values[i..]);
            high = Vector.Max(high, chunk);
            low = Vector.Min(low, chunk);
        }

        T largest = T.Zero;
        for (int lane = 0; lane < Vector<T>.Count; lane++) largest = T.Max(largest, T.Max(high[lane], -low[lane]));
        for (; i < values.Length; i++) largest = T.Max(largest, T.Abs(values[i]));
        return largest;
    }

    /// <summary>The last step of a tile, where terms past K would stay undefined.</summary>
    private void Pad(T* tile)
    {
        int stepElements = TileVectors * StepTerms;
        new Span<T>(tile + ((long)(Steps - 1) * stepElements), stepElements).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill<TCode>(CodeMatrix codes, T* table, int mask, int narCode, int tile)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        int first = tile * TileVectors;
        int vectors = Math.Min(TileVectors, codes.Count - first);
        int stepElements = TileVectors * StepTerms;
        T* target = Tile(tile);
        TCode* source = (TCode*)codes.Data + (first * codes.VectorStride);

        // The inner loop walks the memory of the codes, whichever way they lie.
        if (codes.TermStride <= codes.VectorStride)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                bool nar = false;
                TCode* code = source + (vector * codes.VectorStride);
                T* element = target + (vector * StepTerms);
                int inStep = 0;
                for (int term = 0; term < codes.Terms; term++)
                {
                    int value = int.CreateTruncating(*code) & mask;
                    element[inStep] = table[value];
                    nar |= value == narCode;
                    code += codes.TermStride;
                    if (++inStep == StepTerms)
                    {
                        inStep = 0;
                        element += stepElements;
                    }
                }

                HasNaR[first + vector] = nar;
            }
        }
        else
        {
            for (int term = 0; term < codes.Terms; term++)
            {
                TCode* code = source + (term * codes.TermStride);
                T* element = target + ((long)(term / StepTerms) * stepElements) + (term % StepTerms);
                for (int vector = 0; vector < vectors; vector++)
                {
                    int value = int.CreateTruncating(*code) & mask;
                    element[vector * StepTerms] = table[value];
                    if (value == narCode) HasNaR[first + vector] = true;
                    code += codes.VectorStride;
                }
            }
        }
    }
}
