using System.Globalization;
using System.Text;

namespace XrNpe.Vio;

/// <summary>
/// A <c>data.csv</c> of the ASL layout: a time stamp in nanoseconds and further fields a line, lines with # are comments. Time stamps must rise,
/// and no step may be longer than three times the usual one.
/// </summary>
internal sealed class AslTable
{
    private const int LongestStep = 3;
    private readonly List<int> _lines = [];
    private readonly List<long> _times = [];
    private readonly List<string[]> _fields = [];

    private AslTable(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Rows.</summary>
    public int Count => _times.Count;

    /// <summary>Time stamps, ns, rising.</summary>
    public IReadOnlyList<long> Times => _times;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fields">Fields of a line behind the time stamp: at least so many.</param>
    /// <exception cref="InputException">It cannot be read, has no rows, or a line is wrong: the message names file and line.</exception>
    public static AslTable Read(string path, int fields)
    {
        var table = new AslTable(path);
        string[] lines = Encoding.UTF8.GetString(InputFile.ReadAll(path)).TrimStart('\uFEFF').TrimEnd().Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length > 0 && line[0] != '#') table.Add(i + 1, line, fields);
        }

        if (table.Count == 0) throw new InputException($"{path} has no rows: a time stamp in ns and {fields} fields a line are wanted");
        table.CheckSteps();
        return table;
    }

    /// <summary>File and line of a row, for messages.</summary>
    public string Place(int row) => $"{Path} line {_lines[row]}";

    /// <summary>A field as text.</summary>
    public string Text(int row, int field) => _fields[row][field];

    /// <summary>The first <paramref name="count"/> fields as numbers.</summary>
    /// <exception cref="InputException">One is no finite number.</exception>
    public double[] Numbers(int row, int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!double.TryParse(_fields[row][i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                throw new InputException($"{Place(row)}, field {i + 2}: {InputException.Quote(_fields[row][i])} is not a finite number");
            }
        }

        return numbers;
    }

    /// <summary>The last row whose time is not later, and how far on to the next row the time is, 0 to 1; null before the first and after the last.</summary>
    public (int Row, double Part)? Find(double nanosecondsSinceFirst)
    {
        // Relative to the first row, since a double has no room for nanoseconds since 1970.
        long whole = (long)Math.Floor(nanosecondsSinceFirst) + _times[0];
        int row = _times.BinarySearch(whole);
        if (row < 0) row = ~row - 1;
        if (row < 0) return null;
        double beyond = nanosecondsSinceFirst - (_times[row] - _times[0]);
        if (row == Count - 1) return beyond > 0 ? null : (row, 0);
        return (row, beyond / (_times[row + 1] - _times[row]));
    }

    private void Add(int number, string line, int wanted)
    {
        string[] words = line.Split(',', StringSplitOptions.TrimEntries);
        if (words.Length - 1 < wanted)
        {
            throw new InputException($"{Path} line {number} has {words.Length} fields; a time stamp in ns and {wanted} more are wanted");
        }

        if (!long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out long time))
        {
            throw new InputException($"{Path} line {number}: {InputException.Quote(words[0])} is not a time stamp: nanoseconds, a whole number");
        }

        if (Count > 0 && time <= _times[^1])
        {
            throw new InputException($"{Path} line {number}: the time stamp {time} is not later than that of line {_lines[^1]}, {_times[^1]}; they must rise");
        }

        _lines.Add(number);
        _times.Add(time);
        _fields.Add(words[1..]);
    }

    private void CheckSteps()
    {
        if (Count < 3) return;
        long[] steps = [.. _times.Skip(1).Zip(_times, (later, earlier) => later - earlier)];
        long usual = steps.Order().ElementAt(steps.Length / 2);
        int jump = Array.FindIndex(steps, step => step / LongestStep > usual || step > LongestStep * (double)usual);
        if (jump < 0) return;
        throw new InputException(
            $"{Place(jump + 1)}: the time stamp jumps by {Milliseconds(steps[jump])} ms, the usual step is {Milliseconds(usual)} ms; more than {LongestStep} steps are a gap");
    }

    private static string Milliseconds(long nanoseconds) => (nanoseconds / 1e6).ToString("0.###", CultureInfo.InvariantCulture);
}
