using System.Globalization;
using System.Text;

namespace XrNpe.Proof;

/// <summary>
/// Truth tables as Verilog: equal halves of a table become one multiplexer, so 2^17 rows of a posit become a few hundred. What is written is the table
/// and nothing cleverer: it shares no thought with the module that is compared with it.
/// </summary>
internal sealed class DecisionDiagram
{
    private readonly Dictionary<(int Level, int Zero, int One), int> _nodes = [];
    private readonly StringBuilder _text = new();

    /// <summary>A module with input <c>x</c> and output <c>y</c>.</summary>
    /// <param name="name">Name of the module.</param>
    /// <param name="inputs">Bits of x.</param>
    /// <param name="outputs">Bits of y.</param>
    /// <param name="table">y of every x.</param>
    public static string Module(string name, int inputs, int outputs, Func<int, ulong> table)
    {
        ulong[] rows = [.. Enumerable.Range(0, 1 << inputs).Select(table)];
        var diagram = new DecisionDiagram();
        int[] roots = [.. Enumerable.Range(0, outputs).Select(bit => diagram.Root(rows, inputs, bit))];
        string y = string.Join(", ", roots.Reverse().Select(Name));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"module {name} (input wire [{inputs - 1}:0] x, output wire [{outputs - 1}:0] y);\n{diagram._text}  assign y = {{{y}}};\nendmodule\n");
    }

    private int Root(ulong[] rows, int inputs, int bit)
    {
        int[] nodes = [.. rows.Select(row => (int)(row >> bit & 1))];
        for (int level = 0; level < inputs; level++)
        {
            int[] next = new int[nodes.Length / 2];
            for (int i = 0; i < next.Length; i++) next[i] = Node(level, nodes[2 * i], nodes[(2 * i) + 1]);
            nodes = next;
        }

        return nodes[0];
    }

    private int Node(int level, int zero, int one)
    {
        if (zero == one) return zero;
        if (_nodes.TryGetValue((level, zero, one), out int node)) return node;
        node = _nodes.Count + 2;
        _nodes[(level, zero, one)] = node;
        _text.Append(CultureInfo.InvariantCulture, $"  wire {Name(node)} = x[{level}] ? {Name(one)} : {Name(zero)};\n");
        return node;
    }

    private static string Name(int node) => node < 2
        ? string.Create(CultureInfo.InvariantCulture, $"1'b{node}")
        : string.Create(CultureInfo.InvariantCulture, $"n{node}");
}
