using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>How a matrix multiply is to be done.</summary>
/// <param name="Format">Format of A and B.</param>
/// <param name="Output">Format of C.</param>
/// <param name="Activation">Applied to the exact sums.</param>
/// <param name="ScaleA">sA, A ≈ Â·2^sA; null chooses it.</param>
/// <param name="ScaleB">sB; null chooses it.</param>
/// <param name="ScaleC">sC, C = Ĉ·2^sC; null chooses it.</param>
public sealed record MatmulOptions(
    NumberFormat Format, NumberFormat Output, Activation Activation = default, int? ScaleA = null, int? ScaleB = null, int? ScaleC = 0);
