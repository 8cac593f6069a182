namespace XrNpe.Coproc;

/// <summary>
/// How long each transfer of a channel is held back once it could go: a sequence of delays that depends on the seed alone, not on
/// the cycle, so that emulator and RTL meet the same stalls whatever came before.
/// </summary>
/// <param name="seed">Seed of the sequence.</param>
/// <param name="probability">Of each further cycle of delay, 0 to below 1.</param>
internal sealed class TransferStalls(ulong seed, double probability)
{
    private readonly StallSource _source = new(seed);
    private int _left = -1;

    /// <summary>True when the transfer at hand may go.</summary>
    public bool IsOver
    {
        get
        {
            if (_left < 0) Draw();
            return _left == 0;
        }
    }

    /// <summary>A cycle in which the transfer waits.</summary>
    public void Wait()
    {
        if (_left < 0) Draw();
        if (_left > 0) _left--;
    }

    /// <summary>The transfer goes; the next one is at hand.</summary>
    public void Next() => _left = -1;

    private void Draw()
    {
        _left = 0;
        if (probability <= 0) return;
        while (_source.Next(probability)) _left++;
    }
}
