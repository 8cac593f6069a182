namespace XrNpe.Coproc;

/// <summary>What a simulated memory does wrong on purpose: error responses by address, and channels that stop.</summary>
public sealed class AxiFaults
{
    private readonly List<(ulong Start, UInt128 End, AxiResponse Response, bool Reads, bool Writes)> _ranges = [];
    private readonly Dictionary<AxiChannels, long> _stops = [];

    /// <summary>Answers accesses that touch a range with an error; a write burst with one such beat writes nothing.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="bytes">Length of the range.</param>
    /// <param name="response">The answer.</param>
    /// <param name="reads">True to answer reads so.</param>
    /// <param name="writes">True to answer writes so.</param>
    public void Inject(ulong address, long bytes, AxiResponse response, bool reads = true, bool writes = true) =>
        _ranges.Add((address, (UInt128)address + (UInt128)bytes, response, reads, writes));

    /// <summary>Stops channels from now on, or once each has carried more transfers. What is offered already stays offered.</summary>
    /// <param name="channels">Which.</param>
    /// <param name="after">Transfers still carried.</param>
    public void Stop(AxiChannels channels, long after = 0)
    {
        foreach (AxiChannels channel in Split(channels)) _stops[channel] = after;
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        _ranges.Clear();
        _stops.Clear();
    }

    /// <summary>True when any channel has stopped.</summary>
    internal bool IsAnyStopped => _stops.Values.Any(left => left == 0);

    /// <summary>True when the channel carries nothing any more.</summary>
    internal bool IsStopped(AxiChannels channel) => _stops.Count > 0 && _stops.TryGetValue(channel, out long left) && left == 0;

    /// <summary>Notes a transfer.</summary>
    internal void Carried(AxiChannels channel)
    {
        if (_stops.Count > 0 && _stops.TryGetValue(channel, out long left) && left > 0) _stops[channel] = left - 1;
    }

    /// <summary>The answer to a read of [address, address + bytes).</summary>
    internal AxiResponse Read(ulong address, int bytes) => Find(address, bytes, read: true);

    /// <summary>The answer to a write of [address, address + bytes).</summary>
    internal AxiResponse Write(ulong address, int bytes) => Find(address, bytes, read: false);

    private AxiResponse Find(ulong address, int bytes, bool read)
    {
        foreach (var range in _ranges)
        {
            if ((read ? range.Reads : range.Writes) && address < range.End && range.Start < (UInt128)address + (UInt128)bytes) return range.Response;
        }

        return AxiResponse.Okay;
    }

    private static IEnumerable<AxiChannels> Split(AxiChannels channels) =>
        Enum.GetValues<AxiChannels>().Where(c => System.Numerics.BitOperations.IsPow2((int)c) && channels.HasFlag(c));
}
