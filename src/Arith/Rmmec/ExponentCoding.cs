namespace XrNpe.Arith;

/// <summary>How the operand bus writes the exponents of p8, p4 and fp4 lanes, without a sign either way.</summary>
public enum ExponentCoding
{
    /// <summary>8 + exponent: what exponent cells compare.</summary>
    Offset = 0,

    /// <summary>
    /// How far the exponent is below <see cref="OperandBus.DistanceBase"/>: what adders add. The sum of two is how far the product
    /// has to be shifted right from its highest place.
    /// </summary>
    Distance = 1,
}
