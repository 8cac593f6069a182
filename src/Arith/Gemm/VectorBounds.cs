using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XrNpe.Arith;

/// <summary>
/// What is known of each vector of posit(16,1) values before any product is computed: an upper bound of its Euclidean norm, and
/// the norm again in units of the vector's lowest set bit.
/// </summary>
/// <remarks>
/// By Cauchy and Schwarz, |Σ a·b| ≤ ‖a‖·‖b‖, and the same holds for every part of the sum. If that is below 2^53 in units of the product of
/// the two lowest bits, no partial sum ever needs more than a double's 53 bits, and the double sum is exact in any order.
/// Otherwise the sum of K rounded additions is off by at most K·2^-53/(1 − K·2^-53) · ‖a‖·‖b‖ (Higham, Accuracy and Stability of
/// Numerical Algorithms, section 3.1; fused multiply-adds round once a term).
/// </remarks>
internal sealed unsafe class VectorBounds
{
    private const double FixedPointOne = 1 << 28; // posit(16,1) values are multiples of 2^-28

    // The squares' own roundings, and those of the products of norms: far less than this for any K that fits memory.
    private const double Slack = 1 + 1e-6;

    /// <summary>Looks at every value of every panel.</summary>
    public VectorBounds(Panels<double> panels, int threads)
    {
        int padded = panels.Tiles * panels.TileVectors;
        Norms = new double[padded];
        ScaledNorms = new double[padded];
        TileArea.ForEach(panels.Tiles, threads, tile =>
        {
            for (int vector = 0; vector < panels.TileVectors; vector += 2) Measure(panels, tile, vector);
        });
    }

    /// <summary>Upper bounds of the norms.</summary>
    public double[] Norms { get; }

    /// <summary>The same in units of each vector's lowest set bit.</summary>
    public double[] ScaledNorms { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Measure(Panels<double> panels, int tile, int vector)
    {
        // Two vectors at once: they stand side by side in every step.
        Vector128<double> squares = Vector128<double>.Zero;
        Vector128<long> bits = Vector128<long>.Zero;
        double* value = panels.Tile(tile) + vector;
        for (int step = 0; step < panels.Steps; step++)
        {
            Vector128<double> pair = Vector128.Load(value);
            squares += pair * pair;
            bits |= Vector128.ConvertToInt64(pair * FixedPointOne);
            value += panels.TileVectors;
        }

        for (int i = 0; i < 2; i++)
        {
            // The lowest set bit of all values together, two's complement included; a vector of zeros has none and needs none.
            int lowest = bits[i] == 0 ? 0 : BitOperations.TrailingZeroCount(bits[i]);
            double norm = Math.Sqrt(squares[i]) * Slack;
            int index = (tile * panels.TileVectors) + vector + i;
            Norms[index] = norm;
            ScaledNorms[index] = norm * FixedPointOne / (1L << lowest);
        }
    }
}
