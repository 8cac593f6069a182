namespace XrNpe.Arith;

/// <summary>What a cell of the RMMEC grid does in one mode.</summary>
public enum CellRole
{
    /// <summary>Its operands are held at zero.</summary>
    Dark = 0,

    /// <summary>It multiplies two 2-bit digits of the significands.</summary>
    Multiply = 1,

    /// <summary>It compares two 2-bit digits of the exponents: both differences, both borrows.</summary>
    Exponent = 2,
}
