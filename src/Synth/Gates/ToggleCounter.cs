using System.Globalization;

namespace XrNpe.Synth;

/// <summary>Counts in a waveform (VCD) how often nets change between 0 and 1.</summary>
internal sealed class ToggleCounter
{
    private readonly Dictionary<string, Net> _nets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _toggles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);

    private ToggleCounter()
    {
    }

    /// <summary>Toggles by scope, a path with slashes. A net that several scopes share counts for the innermost one.</summary>
    public IReadOnlyDictionary<string, long> Toggles => _toggles;

    /// <summary>Bits of nets by scope.</summary>
    public IReadOnlyDictionary<string, int> Bits => _bits;

    /// <summary>Reads a waveform.</summary>
    public static ToggleCounter Read(TextReader vcd)
    {
        var counter = new ToggleCounter();
        counter.Header(vcd);
        foreach (Net net in counter._nets.Values) counter._bits[net.Scope] = counter._bits.GetValueOrDefault(net.Scope) + net.Width;
        counter.Changes(vcd);
        return counter;
    }

    private void Header(TextReader vcd)
    {
        var scopes = new List<string>();
        while (vcd.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            switch (words[0])
            {
                case "$scope": scopes.Add(words[2]); break;
                case "$upscope": scopes.RemoveAt(scopes.Count - 1); break;
                case "$var":
                    int width = int.Parse(words[2], CultureInfo.InvariantCulture);
                    if (!_nets.TryGetValue(words[3], out Net? net) || net.Depth <= scopes.Count) _nets[words[3]] = new Net(string.Join('/', scopes), scopes.Count, width);
                    break;
                case "$enddefinitions": return;
                default: break;
            }
        }
    }

    private void Changes(TextReader vcd)
    {
        while (vcd.ReadLine() is { } line)
        {
            if (line.Length < 2) continue;
            char first = line[0];
            if (first is '0' or '1' or 'x' or 'z') Change(line[1..], line.AsSpan(0, 1));
            else if (first == 'b' && line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank) Change(line[(blank + 1)..], line.AsSpan(1, blank - 1));
        }
    }

    private void Change(string id, ReadOnlySpan<char> value)
    {
        if (!_nets.TryGetValue(id, out Net? net)) return;
        int count = 0;
        for (int bit = 0; bit < net.Width; bit++)
        {
            // A value that is written shorter goes on with its highest digit when that is x or z, else with 0.
            char now = bit < value.Length ? value[^(bit + 1)] : value[0] is 'x' or 'z' ? value[0] : '0';
            char before = net.Value[bit];
            if ((before, now) is ('0', '1') or ('1', '0')) count++;
            net.Value[bit] = now;
        }

        _toggles[net.Scope] = _toggles.GetValueOrDefault(net.Scope) + count;
    }

    private sealed class Net(string scope, int depth, int width)
    {
        public string Scope { get; } = scope;

        public int Depth { get; } = depth;

        public int Width { get; } = width;

        public char[] Value { get; } = [.. Enumerable.Repeat('x', width)];
    }
}
