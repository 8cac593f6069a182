namespace XrNpe.Arith;

/// <summary>
/// The number formats of the engine. The numeric values are the codes that descriptors and the RTL use.
/// </summary>
public enum NumberFormat
{
    /// <summary>FP4 (E2M1): 0 .5 1 1.5 2 3 4 6 and their negatives, −0 included; no NaN, no infinity.</summary>
    Fp4 = 0,

    /// <summary>Posit with n = 4, es = 1: 0 1/16 1/4 1/2 1 2 4 16 and negatives, NaR.</summary>
    P4 = 1,

    /// <summary>Posit with n = 8, es = 0.</summary>
    P8 = 2,

    /// <summary>Posit with n = 16, es = 1.</summary>
    P16 = 3,

    /// <summary>IEEE 754 binary32: an output format only.</summary>
    F32 = 4,
}
