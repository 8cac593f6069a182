namespace XrNpe.Proof.Tests;

public sealed class TaintTests
{
    /// <summary>A register that starts unknown and is loaded with data when told to; a result counts from then on, or always.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void What_a_register_held_before_is_no_result(bool countsAlways, bool holds)
    {
        // Netlist as yosys writes it: a latch that is the unknown start until a first latch says that the start is over.
        var builder = new AigerBuilder();
        uint load = builder.Input(), data = builder.Input(), unknown = builder.Input();
        uint started = builder.Latch(), held = builder.Latch(), counts = builder.Latch();
        uint value = builder.Or(builder.And(started, held), builder.And(started ^ 1, unknown));
        builder.SetNext(started, AigerBuilder.True);
        builder.SetNext(held, builder.Or(builder.And(load, data), builder.And(load ^ 1, value)));
        builder.SetNext(counts, builder.Or(counts, load));
        Aiger graph = builder.Graph;
        graph.InputNames[load] = "load[0]";
        graph.InputNames[data] = "data[0]";
        graph.Outputs["valid_o[0]"] = countsAlways ? started : counts;
        graph.Outputs["code_o[0]"] = value;

        Aiger taint = Taint.Of(graph, ["load"], ["data"]);

        Assert.Equal(holds, !Reachable(taint));
    }

    /// <summary>Whether the bad literal can become 1, by walking through all states.</summary>
    private static bool Reachable(Aiger graph)
    {
        var seen = new HashSet<int> { 0 };
        var open = new Queue<int>(seen);
        while (open.TryDequeue(out int state))
        {
            for (int input = 0; input < 1 << graph.Inputs.Count; input++)
            {
                var values = new Dictionary<uint, bool>();
                for (int i = 0; i < graph.Inputs.Count; i++) values[graph.Inputs[i]] = (input >> i & 1) != 0;
                for (int i = 0; i < graph.Latches.Count; i++) values[graph.Latches[i].Literal] = (state >> i & 1) != 0;
                bool Of(uint literal) => (literal & 1) != 0 ^ (literal >= 2 && values[literal & ~1u]);
                foreach (AigerGate gate in graph.Gates) values[gate.Literal] = Of(gate.Left) && Of(gate.Right);
                if (Of(graph.Bad[0])) return true;
                int next = 0;
                for (int i = 0; i < graph.Latches.Count; i++) next |= (Of(graph.Latches[i].Next) ? 1 : 0) << i;
                if (seen.Add(next)) open.Enqueue(next);
            }
        }

        return false;
    }
}
