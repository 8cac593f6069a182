namespace XrNpe.Coproc;

/// <summary>The rule of every AXI channel: valid, once high, stays high and its payload stays as it is until ready.</summary>
/// <typeparam name="T">The payload's signals.</typeparam>
internal sealed class StableUntilReady<T>(string channel)
    where T : struct, IEquatable<T>
{
    private T _held;
    private bool _waiting;

    /// <summary>Looks at one cycle.</summary>
    /// <exception cref="AxiProtocolException">The rule is broken.</exception>
    public void Check(long cycle, bool valid, bool ready, T payload)
    {
        if (_waiting && !valid) throw new AxiProtocolException(cycle, $"{channel}: valid fell before ready");
        if (_waiting && !payload.Equals(_held))
        {
            throw new AxiProtocolException(cycle, $"{channel}: payload changed from {_held} to {payload} while waiting for ready");
        }

        _waiting = valid && !ready;
        _held = payload;
    }

    /// <summary>Reset ends every transfer.</summary>
    public void Reset() => _waiting = false;
}
