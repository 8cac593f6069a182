using System.Globalization;

namespace XrNpe.Proof;

/// <summary>
/// Shows that a mutant changes nothing: with registers cut open, every next value and every output is the same with the mutant on and off, in every
/// state and for every input.
/// </summary>
internal static class MutantEquivalence
{
    /// <summary>The comparison of the netlist with mutant <paramref name="index"/> and without; bad where they differ.</summary>
    public static Aiger Of(Aiger graph, int index)
    {
        var builder = new AigerBuilder();
        var shared = new Dictionary<uint, uint>();
        foreach (uint literal in graph.Inputs.Concat(graph.Latches.Select(l => l.Literal))) shared[literal] = builder.Input();
        Dictionary<uint, uint> plain = Copy(0), mutated = Copy(index);
        uint bad = AigerBuilder.False;
        foreach (uint literal in graph.Latches.Select(l => l.Next).Concat(graph.Outputs.Values))
        {
            uint left = Of(plain, literal), right = Of(mutated, literal);
            bad = builder.Or(bad, builder.Or(builder.And(left, right ^ 1), builder.And(left ^ 1, right)));
        }

        builder.Graph.Bad.Add(bad);
        return builder.Graph;

        Dictionary<uint, uint> Copy(int select)
        {
            var literals = new Dictionary<uint, uint>(shared);
            foreach ((uint input, string name) in graph.InputNames.Where(i => i.Value.StartsWith(MutantNetlist.Select + "[", StringComparison.Ordinal)))
            {
                int bit = int.Parse(name.AsSpan(MutantNetlist.Select.Length + 1).TrimEnd(']'), CultureInfo.InvariantCulture);
                literals[input] = (select >> bit & 1) != 0 ? AigerBuilder.True : AigerBuilder.False;
            }

            foreach ((uint literal, uint left, uint right) in graph.Gates) literals[literal] = builder.And(Of(literals, left), Of(literals, right));
            return literals;
        }

        static uint Of(Dictionary<uint, uint> literals, uint literal) => literal < 2 ? literal : literals[literal & ~1u] ^ (literal & 1);
    }
}
