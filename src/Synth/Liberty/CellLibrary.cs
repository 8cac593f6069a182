using System.Globalization;

namespace XrNpe.Synth;

/// <summary>A standard cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Area">Its area, in the library's unit, which is µm² everywhere.</param>
/// <param name="Inputs">Input pins in the order of the file.</param>
/// <param name="Outputs">Truth tables over the inputs by output pin; null where the output is no function of up to six inputs.</param>
/// <param name="IsFlipFlop">True for a flip-flop.</param>
internal sealed record LibraryCell(string Name, double Area, IReadOnlyList<string> Inputs, IReadOnlyDictionary<string, ulong?> Outputs, bool IsFlipFlop);

/// <summary>A cell that adds three bits.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Sum">Its pin for the sum.</param>
/// <param name="SumInverted">True when the pin gives the complement.</param>
/// <param name="Carry">Its pin for the carry.</param>
/// <param name="CarryInverted">True when the pin gives the complement.</param>
internal sealed record FullAdderCell(LibraryCell Cell, string Sum, bool SumInverted, string Carry, bool CarryInverted);

/// <summary>What the flow has to know of a Liberty file: areas, and which cell is what.</summary>
internal sealed class CellLibrary
{
    private const ulong Nand2 = 0b0111, Buffer = 0b10, Inverter = 0b01, Xor3 = 0b1001_0110, Majority = 0b1110_1000, All3 = 0xff;

    private CellLibrary(string path, string name, IReadOnlyDictionary<string, LibraryCell> cells, LibraryCell gate)
    {
        Path = path;
        Name = name;
        Cells = cells;
        Gate = gate;
        FullAdder = Smallest(cells.Values, cell => AsFullAdder(cell) is not null) is { } adder ? AsFullAdder(adder) : null;
        Driver = Smallest(cells.Values, cell => Is(cell, Buffer)) ?? Smallest(cells.Values, cell => Is(cell, Inverter));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Name of the library.</summary>
    public string Name { get; }

    /// <summary>Its cells by name.</summary>
    public IReadOnlyDictionary<string, LibraryCell> Cells { get; }

    /// <summary>The smallest NAND of two inputs, whose area is one gate equivalent.</summary>
    public LibraryCell Gate { get; }

    /// <summary>The smallest full adder, if there is one.</summary>
    public FullAdderCell? FullAdder { get; }

    /// <summary>The smallest buffer, else inverter: what stands for the driver of every input, so that large fan-outs of registers are buffered.</summary>
    public LibraryCell? Driver { get; }

    /// <summary>Reads a Liberty file.</summary>
    /// <exception cref="LibertyException">It cannot be read, or lacks what the flow needs; the message says what.</exception>
    public static CellLibrary Load(string path)
    {
        LibertyGroup root = LibertyParser.Parse(path, Read(path));
        var cells = new Dictionary<string, LibraryCell>(StringComparer.Ordinal);
        foreach (LibertyGroup group in root.Of("cell"))
        {
            if (IsUsable(group)) cells[group.Name] = Cell(path, group);
        }

        if (cells.Count == 0) throw new LibertyException($"{path}: the Liberty file has no cells");
        LibraryCell gate = Smallest(cells.Values, cell => Is(cell, Nand2))
            ?? throw new LibertyException($"{path}: the Liberty file has no NAND of two inputs, whose area is the unit of gate equivalents");
        if (!cells.Values.Any(cell => cell.IsFlipFlop)) throw new LibertyException($"{path}: the Liberty file has no flip-flop");
        return new CellLibrary(path, root.Name, cells, gate);
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string hint = path == SynthesisOptions.DefaultLiberty ? "; install it: apt-get install qflow-tech-osu018, or name another with --liberty" : "";
            throw new LibertyException($"{path}: the Liberty file cannot be read: {e.Message}{hint}");
        }
    }

    private static bool IsUsable(LibertyGroup cell) => cell.Attributes.GetValueOrDefault("dont_use") != "true";

    private static LibraryCell Cell(string path, LibertyGroup group)
    {
        if (!double.TryParse(group.Attributes.GetValueOrDefault("area", "0"), NumberStyles.Float, CultureInfo.InvariantCulture, out double area))
        {
            throw new LibertyException(string.Create(
                CultureInfo.InvariantCulture, $"{path}, line {group.Line}: the area of cell {group.Name} is \"{group.Attributes["area"]}\" and not a number"));
        }

        string[] inputs = [.. group.Of("pin").Where(pin => Direction(pin) == "input").Select(pin => pin.Name)];
        Dictionary<string, ulong?> outputs = group.Of("pin").Where(pin => Direction(pin) == "output").ToDictionary(
            pin => pin.Name, pin => pin.Attributes.TryGetValue("function", out string? text) ? PinFunction.Table(text, inputs) : null, StringComparer.Ordinal);
        return new LibraryCell(group.Name, area, inputs, outputs, group.Of("ff").Any());

        static string? Direction(LibertyGroup pin) => pin.Attributes.GetValueOrDefault("direction");
    }

    private static LibraryCell? Smallest(IEnumerable<LibraryCell> cells, Func<LibraryCell, bool> wanted) =>
        cells.Where(cell => cell.Area > 0 && wanted(cell)).OrderBy(cell => cell.Area).ThenBy(cell => cell.Name, StringComparer.Ordinal).FirstOrDefault();

    private static bool Is(LibraryCell cell, ulong table)
    {
        int inputs = table == Nand2 ? 2 : 1;
        return cell.Inputs.Count == inputs && cell.Outputs.Count == 1 && cell.Outputs.Values.Single() == table;
    }

    private static FullAdderCell? AsFullAdder(LibraryCell cell)
    {
        if (cell.Inputs.Count != 3 || cell.Outputs.Count != 2) return null;
        (string? sum, bool sumInverted) = Find(Xor3);
        (string? carry, bool carryInverted) = Find(Majority);
        return sum is null || carry is null ? null : new FullAdderCell(cell, sum, sumInverted, carry, carryInverted);

        (string? Pin, bool Inverted) Find(ulong table)
        {
            foreach ((string pin, ulong? function) in cell.Outputs)
            {
                if (function == table || function == (table ^ All3)) return (pin, function != table);
            }

            return (null, false);
        }
    }
}
