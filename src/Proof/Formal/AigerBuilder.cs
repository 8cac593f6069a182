namespace XrNpe.Proof;

/// <summary>
/// Builds an <see cref="Aiger"/>: inputs and latches first, then gates, equal ones only once. Literals given out here are final once all inputs and
/// latches are made.
/// </summary>
internal sealed class AigerBuilder
{
    /// <summary>False.</summary>
    public const uint False = 0;

    /// <summary>True.</summary>
    public const uint True = 1;

    private readonly Dictionary<(uint Left, uint Right), uint> _gates = [];
    private readonly Aiger _graph = new();
    private uint _variables;

    /// <summary>Another input.</summary>
    public uint Input()
    {
        if (_graph.Latches.Count > 0 || _graph.Gates.Count > 0) throw new InvalidOperationException("inputs come first");
        uint literal = 2 * ++_variables;
        _graph.Inputs.Add(literal);
        return literal;
    }

    /// <summary>Another latch; its next value is set with <see cref="SetNext"/>.</summary>
    public uint Latch()
    {
        if (_graph.Gates.Count > 0) throw new InvalidOperationException("latches come before gates");
        uint literal = 2 * ++_variables;
        _graph.Latches.Add(new AigerLatch(literal, False));
        return literal;
    }

    /// <summary>The next value of a latch.</summary>
    public void SetNext(uint latch, uint next)
    {
        int index = (int)(latch / 2) - _graph.Inputs.Count - 1;
        _graph.Latches[index] = new AigerLatch(latch, next);
    }

    /// <summary>left ∧ right.</summary>
    public uint And(uint left, uint right)
    {
        if (left < right) (left, right) = (right, left);
        if (right == False || left == (right ^ 1)) return False;
        if (right == True || left == right) return left;
        if (_gates.TryGetValue((left, right), out uint literal)) return literal;
        literal = 2 * ++_variables;
        _graph.Gates.Add(new AigerGate(literal, left, right));
        _gates[(left, right)] = literal;
        return literal;
    }

    /// <summary>left ∨ right.</summary>
    public uint Or(uint left, uint right) => And(left ^ 1, right ^ 1) ^ 1;

    /// <summary>The graph.</summary>
    public Aiger Graph => _graph;
}
