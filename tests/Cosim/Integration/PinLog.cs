using System.Globalization;

namespace XrNpe.Cosim;

/// <summary>What the driver's harness wrote of the pins: a column for each, a row for each cycle, as the edge at the cycle's end sees them.</summary>
internal sealed class PinLog
{
    private readonly Dictionary<string, ulong[]> _pins = [];

    /// <summary>Reads the file.</summary>
    public PinLog(string path)
    {
        string[][] rows = [.. File.ReadLines(path).Select(line => line.TrimEnd(',').Split(','))];
        for (int column = 0; column < rows[0].Length; column++)
        {
            int c = column;
            _pins[rows[0][c]] = [.. rows.Skip(1).Select(row => ulong.Parse(row[c], NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>Number of cycles.</summary>
    public int Cycles => _pins.First().Value.Length;

    /// <summary>A pin in every cycle.</summary>
    public ulong[] this[string pin] => _pins[pin];

    /// <summary>The first cycle from <paramref name="from"/> on in which something holds.</summary>
    public int First(Func<int, bool> holds, int from = 0)
    {
        for (int cycle = from; cycle < Cycles; cycle++)
        {
            if (holds(cycle)) return cycle;
        }

        throw new InvalidOperationException($"what a timing diagram is to show does not happen from cycle {from} on");
    }

    /// <summary>True when a pin is 1.</summary>
    public bool IsHigh(string pin, int cycle) => _pins[pin][cycle] != 0;
}
