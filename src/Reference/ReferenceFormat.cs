namespace XrNpe.Reference;

/// <summary>The formats the reference knows, by the names that the command line uses.</summary>
public enum ReferenceFormat
{
    /// <summary>E2M1: sign, two exponent bits, one mantissa bit.</summary>
    Fp4,

    /// <summary>Posit, n = 4, es = 1.</summary>
    P4,

    /// <summary>Posit, n = 8, es = 0.</summary>
    P8,

    /// <summary>Posit, n = 16, es = 1.</summary>
    P16,

    /// <summary>IEEE 754 binary32.</summary>
    F32,
}
