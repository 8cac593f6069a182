using System.Globalization;
using System.Text;

namespace XrNpe.Proof;

/// <summary>A latch: its own literal and that of its next value; it starts at 0.</summary>
internal readonly record struct AigerLatch(uint Literal, uint Next);

/// <summary>An AND gate.</summary>
internal readonly record struct AigerGate(uint Literal, uint Left, uint Right);

/// <summary>
/// An and-inverter graph as AIGER 1.9 has it: literal 2i is variable i, 2i + 1 its negation, 0 false and 1 true. Variables are inputs, then
/// latches, then gates, each gate after its operands.
/// </summary>
internal sealed class Aiger
{
    /// <summary>Literals of the inputs.</summary>
    public List<uint> Inputs { get; } = [];

    /// <summary>The latches.</summary>
    public List<AigerLatch> Latches { get; } = [];

    /// <summary>The gates.</summary>
    public List<AigerGate> Gates { get; } = [];

    /// <summary>What must never be true.</summary>
    public List<uint> Bad { get; } = [];

    /// <summary>What is always true.</summary>
    public List<uint> Constraints { get; } = [];

    /// <summary>Inputs by port and bit, <c>a_i[3]</c>; those that are the unknown start of a register are called <c>init:…</c>.</summary>
    public Dictionary<uint, string> InputNames { get; } = [];

    /// <summary>Literals of outputs by port and bit, <c>code_o[3]</c>.</summary>
    public Dictionary<string, uint> Outputs { get; } = [];

    /// <summary>Reads a binary file of yosys's <c>write_aiger -zinit -symbols</c>.</summary>
    public static Aiger Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int at = 0;
        string Line()
        {
            int end = Array.IndexOf(bytes, (byte)'\n', at);
            string line = Encoding.ASCII.GetString(bytes, at, end - at);
            at = end + 1;
            return line;
        }

        uint Number() => uint.Parse(Line(), CultureInfo.InvariantCulture);
        uint Delta()
        {
            uint value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte next = bytes[at++];
                value |= (uint)(next & 0x7f) << shift;
                if (next < 0x80) return value;
            }
        }

        int[] header = [.. Line().Split(' ').Skip(1).Select(field => int.Parse(field, CultureInfo.InvariantCulture))];
        int Count(int field) => field < header.Length ? header[field] : 0;
        var graph = new Aiger();
        for (int i = 0; i < Count(1); i++) graph.Inputs.Add(2 * (uint)(i + 1));
        for (int i = 0; i < Count(2); i++)
        {
            string[] fields = Line().Split(' ');
            if (fields.Length > 1 && fields[1] != "0") throw new InvalidDataException($"{path}: latch {i} does not start at 0");
            graph.Latches.Add(new AigerLatch(2 * (uint)(Count(1) + i + 1), uint.Parse(fields[0], CultureInfo.InvariantCulture)));
        }

        uint[] outputs = [.. Enumerable.Range(0, Count(3)).Select(_ => Number())];
        for (int i = 0; i < Count(5); i++) graph.Bad.Add(Number());
        for (int i = 0; i < Count(6); i++) graph.Constraints.Add(Number());
        for (int i = 0; i < Count(4); i++)
        {
            uint literal = 2 * (uint)(Count(1) + Count(2) + i + 1);
            uint left = literal - Delta();
            graph.Gates.Add(new AigerGate(literal, left, left - Delta()));
        }

        // The symbols: i or o, index, and the names of the same signal, the port's among them.
        while (at < bytes.Length && Line() is { } line && line != "c")
        {
            string[] fields = line.Split(' ');
            string name = fields[1].EndsWith(']') ? fields[1] : fields[1] + "[0]";
            int index = int.Parse(fields[0][1..], CultureInfo.InvariantCulture);
            if (fields[0][0] == 'i') graph.InputNames[graph.Inputs[index]] = name;
            else if (fields[0][0] == 'o') graph.Outputs[name] = outputs[index];
        }

        return graph;
    }

    /// <summary>Writes it with one bad literal, in binary: berkeley-abc reads nothing else.</summary>
    public void Write(string path, uint bad)
    {
        using FileStream stream = File.Create(path);
        void Line(string text) => stream.Write(Encoding.ASCII.GetBytes(text + "\n"));
        void Delta(uint value)
        {
            for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)((value & 0x7f) | 0x80));
            stream.WriteByte((byte)value);
        }

        int variables = Inputs.Count + Latches.Count + Gates.Count;
        Line(string.Create(CultureInfo.InvariantCulture, $"aig {variables} {Inputs.Count} {Latches.Count} 0 {Gates.Count} 1 {Constraints.Count}"));
        foreach (AigerLatch latch in Latches) Line(latch.Next.ToString(CultureInfo.InvariantCulture));
        Line(bad.ToString(CultureInfo.InvariantCulture));
        foreach (uint constraint in Constraints) Line(constraint.ToString(CultureInfo.InvariantCulture));
        foreach (AigerGate gate in Gates)
        {
            uint left = Math.Max(gate.Left, gate.Right), right = Math.Min(gate.Left, gate.Right);
            Delta(gate.Literal - left);
            Delta(left - right);
        }
    }
}
