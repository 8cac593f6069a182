namespace XrNpe.Coproc;

/// <summary>
/// Where everything stands in an entry of the channel table, which has one for each column of B, one after the other: defined here, and
/// rendered into headers and documents. Bytes without a field are reserved: written 0, and ignored by hardware.
/// </summary>
public static class ChannelTableLayout
{
    /// <summary>Size of an entry and alignment of the table in bytes.</summary>
    public const int EntryBytes = 8;

    /// <summary>The bits of the bias exponent that hardware looks at.</summary>
    public const byte BiasExponentMask = 0x7f;

    /// <summary>The fields of an entry, by offset.</summary>
    public static IReadOnlyList<DescriptorField> Fields { get; } =
    [
        new("bias", 0, 4, "Added to the exact sum, times 2^bias_exponent, in units of the product LSB.", Signed: true),
        new("bias_exponent", 4, 1, "Power of two of the bias, 0 to 127; hardware ignores bit 7."),
        new("scale", 5, 1, "Power of two, added to the job's scale.", Signed: true),
    ];

    /// <summary>The field named <paramref name="name"/>.</summary>
    public static DescriptorField Field(string name) => Fields.Single(f => f.Name == name);
}
