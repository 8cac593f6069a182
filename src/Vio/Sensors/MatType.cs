namespace XrNpe.Vio;

/// <summary>Types of data elements in a MATLAB 5 file, by their numbers there.</summary>
internal enum MatType
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>miINT8.</summary>
    Int8 = 1,

    /// <summary>miUINT8.</summary>
    UInt8 = 2,

    /// <summary>miINT16.</summary>
    Int16 = 3,

    /// <summary>miUINT16.</summary>
    UInt16 = 4,

    /// <summary>miINT32.</summary>
    Int32 = 5,

    /// <summary>miUINT32.</summary>
    UInt32 = 6,

    /// <summary>miSINGLE.</summary>
    Single = 7,

    /// <summary>miDOUBLE.</summary>
    Double = 9,

    /// <summary>miINT64.</summary>
    Int64 = 12,

    /// <summary>miUINT64.</summary>
    UInt64 = 13,

    /// <summary>miMATRIX: flags, dimensions, name, values.</summary>
    Matrix = 14,

    /// <summary>miCOMPRESSED: one element, deflated.</summary>
    Compressed = 15,
}
