using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>What goes wrong in a chain on purpose.</summary>
internal enum ChainFaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Some bytes of memory answer with an error.</summary>
    BusError,

    /// <summary>A byte of a descriptor is another one.</summary>
    Descriptor,

    /// <summary>A channel of the bus carries no more.</summary>
    Silence,

    /// <summary>An operand lies partly outside the memory.</summary>
    OutOfMemory,
}

/// <summary>A fault and where it strikes.</summary>
/// <param name="Kind">What.</param>
/// <param name="Address">Of the bytes that answer with an error, or of the byte of a descriptor.</param>
/// <param name="Value">The byte's value; the channel; the transfers it still carries.</param>
/// <param name="Response">The error.</param>
internal readonly record struct ChainFault(ChainFaultKind Kind, ulong Address = 0, int Value = 0, AxiResponse Response = AxiResponse.Okay)
{
    /// <summary>Makes a simulated memory faulty.</summary>
    public void Strike(AxiFaults faults, MemoryImage memory)
    {
        const int Range = 8;
        switch (Kind)
        {
            case ChainFaultKind.BusError:
                faults.Inject(Address, Range, Response);
                break;
            case ChainFaultKind.Descriptor:
                memory.Slice(Address, 1)[0] = (byte)Value;
                break;
            case ChainFaultKind.Silence:
                faults.Stop((AxiChannels)(1 << (Value % 5)), Value / 5);
                break;
            default:
                break;
        }
    }
}
