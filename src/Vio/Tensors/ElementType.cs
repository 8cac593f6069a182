namespace XrNpe.Vio;

/// <summary>Types of elements in tensor files.</summary>
public enum ElementType
{
    /// <summary>IEEE 754 binary16.</summary>
    F16,

    /// <summary>The upper half of a binary32.</summary>
    BF16,

    /// <summary>IEEE 754 binary32.</summary>
    F32,

    /// <summary>IEEE 754 binary64.</summary>
    F64,

    /// <summary>Signed, 1 byte.</summary>
    I8,

    /// <summary>Signed, 2 bytes.</summary>
    I16,

    /// <summary>Signed, 4 bytes.</summary>
    I32,

    /// <summary>Signed, 8 bytes.</summary>
    I64,

    /// <summary>Unsigned, 1 byte.</summary>
    U8,

    /// <summary>Unsigned, 2 bytes.</summary>
    U16,

    /// <summary>Unsigned, 4 bytes.</summary>
    U32,

    /// <summary>Unsigned, 8 bytes.</summary>
    U64,
}
