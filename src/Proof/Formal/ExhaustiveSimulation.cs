using System.Numerics;
using System.Runtime.Intrinsics;

namespace XrNpe.Proof;

/// <summary>
/// A combinational netlist under every value of its inputs, 512 values at once: a proof by enumeration, for what SAT solvers find hard and 2^26
/// cases are not.
/// </summary>
internal static class ExhaustiveSimulation
{
    private const int Lanes = 512;

    /// <summary>True when no input makes the graph's bad literal 1.</summary>
    /// <param name="graph">The netlist.</param>
    /// <param name="bad">The literal that must be 0.</param>
    /// <param name="free">Literals of the inputs that take every value.</param>
    /// <param name="ones">Literals of the inputs that are 1; all others are 0.</param>
    public static bool Holds(Aiger graph, uint bad, IReadOnlyList<uint> free, IReadOnlyList<uint> ones)
    {
        if (graph.Latches.Count > 0) throw new ArgumentException("a netlist with latches cannot be enumerated", nameof(graph));
        int low = BitOperations.Log2(Lanes);
        long blocks = 1L << Math.Max(0, free.Count - low);
        bool holds = true;
        Parallel.For(
            0,
            Environment.ProcessorCount,
            part =>
            {
                var values = new Vector512<ulong>[graph.Inputs.Count + graph.Gates.Count + 1];
                foreach (uint one in ones) values[one / 2] = Vector512<ulong>.AllBitsSet;
                for (int bit = 0; bit < Math.Min(low, free.Count); bit++) values[free[bit] / 2] = Pattern(bit);
                for (long block = part; block < blocks && Volatile.Read(ref holds); block += Environment.ProcessorCount)
                {
                    for (int bit = low; bit < free.Count; bit++)
                    {
                        values[free[bit] / 2] = (block >> (bit - low) & 1) != 0 ? Vector512<ulong>.AllBitsSet : Vector512<ulong>.Zero;
                    }

                    foreach ((uint literal, uint left, uint right) in graph.Gates) values[literal / 2] = Of(values, left) & Of(values, right);
                    if (Of(values, bad) != Vector512<ulong>.Zero) Volatile.Write(ref holds, false);
                }
            });
        return holds;
    }

    private static Vector512<ulong> Of(Vector512<ulong>[] values, uint literal) =>
        (literal & 1) == 0 ? values[literal / 2] : ~values[literal / 2];

    /// <summary>Bit <paramref name="bit"/> of the numbers 0 to 511.</summary>
    private static Vector512<ulong> Pattern(int bit)
    {
        Span<ulong> words = stackalloc ulong[Lanes / 64];
        for (int i = 0; i < Lanes; i++) words[i / 64] |= (ulong)(uint)(i >> bit & 1) << (i % 64);
        return Vector512.Create<ulong>(words);
    }
}
