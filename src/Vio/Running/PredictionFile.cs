using System.Globalization;

namespace XrNpe.Vio;

/// <summary>
/// Predictions on disk, a line a frame pair: <c>pair,rx,ry,rz,tx,ty,tz</c> in radians and metres. While a run goes on they stand in a file of their own
/// beside it, from which an interrupted run goes on; it takes its name when the last is in.
/// </summary>
public sealed class PredictionFile : IDisposable
{
    private const string Heading = "pair,rx,ry,rz,tx,ty,tz";
    private const string PartialEnding = ".partial";

    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly SortedDictionary<int, RelativePose> _done;
    private readonly Lock _keep = new();

    private PredictionFile(string path, StreamWriter writer, SortedDictionary<int, RelativePose> done)
    {
        _path = path;
        _writer = writer;
        _done = done;
        Done = new Dictionary<int, RelativePose>(done);
    }

    /// <summary>Predictions that stood in the file when it was opened, by pair.</summary>
    public IReadOnlyDictionary<int, RelativePose> Done { get; }

    /// <summary>Starts a file, or goes on with one that a run of the same key left behind.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">What the predictions depend on, in one line; a run with another key starts anew.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static PredictionFile Open(string path, string key)
    {
        OutputFile.Check(path);
        string partial = path + PartialEnding;
        try
        {
            SortedDictionary<int, RelativePose> done = File.Exists(partial) ? Read(File.ReadAllText(partial), key) : [];
            var writer = new StreamWriter(partial, append: false);
            WriteTo(writer, key, done);
            writer.Flush();
            return new PredictionFile(path, writer, done);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{partial} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Adds a prediction; from any thread.</summary>
    public void Add(int pair, RelativePose pose)
    {
        lock (_keep)
        {
            _done[pair] = pose;
            _writer.WriteLine(Line(pair, pose));
            _writer.Flush();
        }
    }

    /// <summary>All are in: the file takes its name, its lines in order.</summary>
    public void Complete(string key)
    {
        OutputFile.Write(_path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            WriteTo(writer, key, _done);
        });
        _writer.Dispose();
        File.Delete(_path + PartialEnding);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static SortedDictionary<int, RelativePose> Read(string text, string key)
    {
        var done = new SortedDictionary<int, RelativePose>();
        string[] lines = text.Split('\n');
        if (lines.Length < 3 || lines[0] != "# " + key) return done;

        // What stands behind the last line end may be cut short, and is predicted again.
        foreach (string line in lines[2..^1])
        {
            string[] fields = line.Split(',');
            double[] numbers = [.. fields.Skip(1).Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out double x) ? x : double.NaN)];
            if (numbers.Length != RelativePose.Numbers || numbers.Any(double.IsNaN)) continue;
            if (int.TryParse(fields[0], CultureInfo.InvariantCulture, out int pair)) done[pair] = RelativePose.FromNumbers(numbers);
        }

        return done;
    }

    private static void WriteTo(TextWriter writer, string key, SortedDictionary<int, RelativePose> done)
    {
        writer.WriteLine("# " + key);
        writer.WriteLine(Heading);
        foreach ((int pair, RelativePose pose) in done) writer.WriteLine(Line(pair, pose));
    }

    private static string Line(int pair, RelativePose pose) =>
        string.Join(',', pose.ToNumbers().Select(x => x.ToString("R", CultureInfo.InvariantCulture)).Prepend(pair.ToString(CultureInfo.InvariantCulture)));
}
