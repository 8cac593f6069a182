namespace XrNpe.Proof;

/// <summary>
/// Where the unknown start of registers goes. For every signal of a netlist a second one, its taint, says that the signal may depend on what a
/// register held before reset. AND lets the taint of one side through only where the other side can be 1; the value of the other side is known for
/// control signals, those that no data input reaches, and may be anything for the rest. So taint is never missed, and the datapath's
/// values drop out of the proof: what is left is small enough for <c>pdr</c>.
/// </summary>
internal static class Taint
{
    /// <summary>The netlist of taints: bad when <c>valid_o</c> is tainted, or when it is 1 and a bit of the other outputs is.</summary>
    /// <param name="graph">The netlist.</param>
    /// <param name="controlPorts">The inputs that are known.</param>
    /// <param name="dataPorts">The data inputs. What else is an input is the unknown start of a register, or a signal that nobody drives.</param>
    /// <param name="always">Bad also when a result is tainted that does not count: which there must be, or taint gets lost.</param>
    public static Aiger Of(Aiger graph, IReadOnlyCollection<string> controlPorts, IReadOnlyCollection<string> dataPorts, bool always = false)
    {
        HashSet<uint> known = InputsOf(graph, [.. controlPorts, .. dataPorts]);
        HashSet<uint> data = DataOf(graph, dataPorts);
        var builder = new AigerBuilder();
        var value = new Dictionary<uint, uint>();
        var taint = new Dictionary<uint, uint>();
        foreach (uint input in graph.Inputs)
        {
            if (!data.Contains(input)) value[input] = builder.Input();
            taint[input] = known.Contains(input) ? AigerBuilder.False : AigerBuilder.True;
        }

        foreach (AigerLatch latch in graph.Latches)
        {
            if (!data.Contains(latch.Literal)) value[latch.Literal] = builder.Latch();
            taint[latch.Literal] = builder.Latch();
        }

        uint Value(uint literal) => literal < 2 ? literal
            : value.TryGetValue(literal & ~1u, out uint known) ? known ^ (literal & 1)
            : AigerBuilder.True;
        uint TaintOf(uint literal) => literal < 2 ? AigerBuilder.False : taint[literal & ~1u];

        foreach ((uint literal, uint left, uint right) in graph.Gates)
        {
            if (!data.Contains(literal)) value[literal] = builder.And(Value(left), Value(right));
            uint either = builder.Or(builder.And(TaintOf(left), Value(right)), builder.And(TaintOf(right), Value(left)));
            taint[literal] = builder.Or(builder.And(TaintOf(left), TaintOf(right)), either);
        }

        foreach (AigerLatch latch in graph.Latches)
        {
            if (!data.Contains(latch.Literal)) builder.SetNext(value[latch.Literal], Value(latch.Next));
            builder.SetNext(taint[latch.Literal], TaintOf(latch.Next));
        }

        uint valid = graph.Outputs["valid_o[0]"];
        if (data.Contains(valid & ~1u)) throw new InvalidOperationException("valid_o depends on data");
        uint results = graph.Outputs.Where(o => o.Key != "valid_o[0]").Aggregate(AigerBuilder.False, (any, o) => builder.Or(any, TaintOf(o.Value)));
        builder.Graph.Bad.Add(builder.Or(TaintOf(valid), builder.And(always ? AigerBuilder.True : Value(valid), results)));

        // A constraint on data would have to be dropped; there is none.
        foreach (uint constraint in graph.Constraints) builder.Graph.Constraints.Add(Value(constraint));
        return builder.Graph;
    }

    /// <summary>What data inputs reach, through any number of cycles.</summary>
    private static HashSet<uint> DataOf(Aiger graph, IReadOnlyCollection<string> ports)
    {
        HashSet<uint> data = InputsOf(graph, ports);
        int before;
        do
        {
            before = data.Count;
            foreach ((uint literal, uint left, uint right) in graph.Gates)
            {
                if (data.Contains(left & ~1u) || data.Contains(right & ~1u)) data.Add(literal);
            }

            foreach (AigerLatch latch in graph.Latches)
            {
                if (data.Contains(latch.Next & ~1u)) data.Add(latch.Literal);
            }
        }
        while (data.Count != before);
        return data;
    }

    private static HashSet<uint> InputsOf(Aiger graph, IReadOnlyCollection<string> ports) =>
        [.. graph.InputNames.Where(i => ports.Contains(i.Value[..i.Value.IndexOf('[', StringComparison.Ordinal)])).Select(i => i.Key)];
}
