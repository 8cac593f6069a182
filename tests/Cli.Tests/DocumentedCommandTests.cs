using System.Globalization;
using System.Text;

namespace XrNpe.Cli.Tests;

/// <summary>Not beside other tests: the current folder, which these change, belongs to the whole process.</summary>
[CollectionDefinition(nameof(CurrentFolder), DisableParallelization = true)]
public class CurrentFolder;

/// <summary>What the documentation shows of the tool is run, and must print what is shown.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class DocumentedCommandTests : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly Tool _tool = new();

    public static TheoryData<string> Documents => ["README.md", "docs/numbers.md", "docs/cli.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Commands_print_what_is_shown(string document)
    {
        PrepareFolder();
        foreach (Shown shown in Commands(File.ReadAllText(Path.Combine(Tool.Repository, document))))
        {
            string? printed = Shell.Run(shown.Command);
            if (printed is null) continue;
            if (shown.Output.Length > 0) Assert.Equal($"$ {shown.Command}\n{shown.Output}", $"$ {shown.Command}\n{printed}");
        }
    }

    [Fact]
    public void Tables_of_codes_hold_the_values_of_the_codes()
    {
        int cells = 0;
        foreach (string table in File.ReadAllText(Path.Combine(Tool.Repository, "docs", "numbers.md")).Split("\n\n").Where(part => part.StartsWith("| code |", StringComparison.Ordinal)))
        {
            string[][] rows = [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
            for (int column = 1; column < rows[0].Length; column++)
            {
                string format = rows[0][column].Trim('`');
                if (format is not ("fp4" or "p4" or "p8" or "p16")) continue;
                foreach (string[] row in rows[2..])
                {
                    string value = Tool.RunWith(row[0].Trim('`'), "convert", "--from", format + ":bits", "--to", format).MustSucceed().Out.TrimEnd();
                    Assert.Equal($"{format} {row[0]} is {value}", $"{format} {row[0]} is {Decimal(row[column])}");
                    cells++;
                }
            }
        }

        Assert.True(cells >= 60, $"only {cells} codes in tables");
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _tool.Dispose();
    }

    /// <summary>2^-28 as a decimal; the rest as it is.</summary>
    private static string Decimal(string cell)
    {
        string text = cell.Replace('−', '-');
        if (text.Split("2^") is not [var sign, var exponent]) return text;
        string pattern = BitConverter.DoubleToUInt64Bits(Math.ScaleB(1, int.Parse(exponent, CultureInfo.InvariantCulture))).ToString("x16", CultureInfo.InvariantCulture);
        return sign + Tool.RunWith(pattern, "convert", "--from", "f64:bits", "--to", "f64").MustSucceed().Out.TrimEnd();
    }

    /// <summary>What the documents' commands read: the demonstration's matrices, and small ones of a user's own.</summary>
    private void PrepareFolder()
    {
        Directory.CreateSymbolicLink(_tool.PathOf("data"), Path.Combine(Tool.Repository, "data"));
        Directory.CreateDirectory(_tool.PathOf("my_hdl"));
        float[] values = [.. Enumerable.Range(0, 6).Select(i => (i - 2) / 4f)];
        _tool.WriteFloats("A.npy", "(2, 3)", values);
        _tool.WriteFloats("weights.npy", "(2, 3)", values);
        byte[] header = Encoding.ASCII.GetBytes("""{"fc.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}""");
        File.WriteAllBytes(_tool.PathOf("net.safetensors"), [.. BitConverter.GetBytes((long)header.Length), .. header, .. values.SelectMany(BitConverter.GetBytes)]);
        Environment.CurrentDirectory = _tool.Folder;
    }

    /// <summary>The commands in a document's console blocks, each with the lines that follow it.</summary>
    private static IEnumerable<Shown> Commands(string text)
    {
        foreach (string block in text.Split("```console\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]))
        {
            foreach (string part in ("\n" + block).Split("\n$ ").Skip(1))
            {
                string[] lines = part.TrimEnd('\n').Split('\n');
                yield return new Shown(lines[0], string.Concat(lines.Skip(1).Select(line => line + "\n")));
            }
        }
    }

    private sealed record Shown(string Command, string Output);

    /// <summary>As much of a shell as the documents use: quotes, comments, pipes; echo, printf, head, and the tool in this process.</summary>
    private static class Shell
    {
        /// <summary>Runs a command line.</summary>
        /// <returns>What it prints; null when it is none of the tool's, one of minutes, or one that wants data of others.</returns>
        public static string? Run(string line)
        {
            List<string>[] stages = [.. Parse(line)];
            if (!stages.Any(IsTool) || stages.Any(stage => IsTool(stage) && (stage[1] is "verify" or "vio"))) return null;

            // The RTL takes a build by Verilator, and has tests of its own.
            foreach (List<string> stage in stages) RemoveRtl(stage);
            string text = "";
            foreach (List<string> stage in stages) text = Stage(stage, text);
            return text;
        }

        private static string Stage(List<string> words, string input) => words[0] switch
        {
            "echo" => string.Join(' ', words.Skip(1)) + "\n",
            "printf" => words[1].Replace("\\n", "\n", StringComparison.Ordinal),
            "head" => string.Concat(input.Split('\n').Take(int.Parse(words[1].TrimStart('-'), CultureInfo.InvariantCulture)).Select(row => row + "\n")),
            _ when IsTool(words) => Tool.RunWith(input, [.. words.Skip(1)]).MustSucceed().Out,
            _ => throw new InvalidOperationException($"{words[0]} is no command that the documents may use"),
        };

        private static bool IsTool(List<string> words) => words is ["xrnpe" or "artifacts/xrnpe", ..];

        private static void RemoveRtl(List<string> words)
        {
            for (int i = words.Count - 2; i >= 0; i--)
            {
                if (words[i] == "--backend" && words[i + 1] == "rtl") words.RemoveRange(i, 2);
            }
        }

        private static IEnumerable<List<string>> Parse(string line)
        {
            var words = new List<string>();
            var word = new StringBuilder();
            bool quoted = false, any = false;
            foreach (char c in line + " ")
            {
                if (c == '\'')
                {
                    quoted = !quoted;
                    any = true;
                }
                else if (quoted || (c is not (' ' or '|' or '#')) || (c == '#' && any))
                {
                    word.Append(c);
                    any = true;
                }
                else
                {
                    if (any) words.Add(word.ToString());
                    word.Clear();
                    any = false;
                    if (c == '#') break;
                    if (c != '|') continue;
                    yield return words;
                    words = [];
                }
            }

            yield return words;
        }
    }
}
