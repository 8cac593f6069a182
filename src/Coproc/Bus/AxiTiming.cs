namespace XrNpe.Coproc;

/// <summary>The five channels of an AXI4 port.</summary>
[Flags]
public enum AxiChannels
{
    /// <summary>No channel.</summary>
    None = 0,

    /// <summary>AW.</summary>
    WriteAddress = 1,

    /// <summary>W.</summary>
    WriteData = 2,

    /// <summary>B.</summary>
    WriteResponse = 4,

    /// <summary>AR.</summary>
    ReadAddress = 8,

    /// <summary>R.</summary>
    ReadData = 16,

    /// <summary>Both read channels.</summary>
    Reads = ReadAddress | ReadData,

    /// <summary>All write channels.</summary>
    Writes = WriteAddress | WriteData | WriteResponse,

    /// <summary>Everything.</summary>
    All = Reads | Writes,
}

/// <summary>AXI response codes.</summary>
public enum AxiResponse
{
    /// <summary>OKAY.</summary>
    Okay = 0,

    /// <summary>SLVERR.</summary>
    SlaveError = 2,

    /// <summary>DECERR.</summary>
    DecodeError = 3,
}

/// <summary>
/// How a simulated memory behaves in time. Stalls are probabilities from 0 to below 1: that a transfer which could go waits a cycle,
/// and then another.
/// </summary>
public sealed record AxiTiming
{
    /// <summary>Never stalls, answers in the next cycle.</summary>
    public static AxiTiming Ideal { get; } = new();

    /// <summary>Cycles from an accepted read address to its first data, at least 1. Later bursts overlap.</summary>
    public int ReadLatency { get; init; } = 1;

    /// <summary>Cycles from the last write data (and its address) to the response, at least 1.</summary>
    public int WriteLatency { get; init; } = 1;

    /// <summary>Bursts in flight that each direction takes before it stops accepting addresses.</summary>
    public int MaxOutstanding { get; init; } = 16;

    /// <summary>Probability that AW is not ready.</summary>
    public double WriteAddressStall { get; init; }

    /// <summary>Probability that W is not ready.</summary>
    public double WriteDataStall { get; init; }

    /// <summary>Probability that B is held back.</summary>
    public double WriteResponseStall { get; init; }

    /// <summary>Probability that AR is not ready.</summary>
    public double ReadAddressStall { get; init; }

    /// <summary>Probability that R is held back.</summary>
    public double ReadDataStall { get; init; }

    /// <summary>Longest random delay, in cycles, that register accesses put between their handshakes.</summary>
    public int RegisterDelay { get; init; }

    /// <summary>Seed of all stalls.</summary>
    public ulong Seed { get; init; }

    /// <summary>Stalls with one probability on all five channels, and random register accesses.</summary>
    public static AxiTiming Random(ulong seed, double stall, int latency = 1) => new()
    {
        Seed = seed,
        ReadLatency = latency,
        WriteLatency = latency,
        WriteAddressStall = stall,
        WriteDataStall = stall,
        WriteResponseStall = stall,
        ReadAddressStall = stall,
        ReadDataStall = stall,
        RegisterDelay = 3,
    };
}
