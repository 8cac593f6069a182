using System.Diagnostics;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>The generated test bench of the MAC, in the simulator that it is written for.</summary>
public sealed class BenchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Theory]
    [MemberData(nameof(TestConfigs.Names), MemberType = typeof(TestConfigs))]
    public void It_passes(string name)
    {
        using var tree = new GeneratedTree(TestConfigs.Get(name), Unit.Mac);
        Compile(tree, TestConfigs.Get(name));
        Assert.StartsWith("PASS: ", Run(tree, 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, QuireKind.Binary, ExponentUnit.Adders)]
    [InlineData(1, QuireKind.CarrySave, ExponentUnit.Cells)]
    [InlineData(2, QuireKind.Binary, ExponentUnit.Cells)]
    [InlineData(3, QuireKind.CarrySave, ExponentUnit.Adders)]
    [InlineData(4, QuireKind.Binary, ExponentUnit.Adders)]
    public void It_passes_at_every_depth(int pipeline, QuireKind quire, ExponentUnit exponents)
    {
        CoprocConfig config = Presets.Tiny with { Pipeline = pipeline, Quire = quire, Exponents = exponents };
        using var tree = new GeneratedTree(config, Unit.Mac);
        Compile(tree, config);
        Assert.StartsWith("PASS: ", Run(tree, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void It_passes_with_x_wherever_nothing_counts_and_writes_a_waveform()
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Mac);
        Compile(tree, Presets.Default);
        Assert.Contains("PASS: ", Run(tree, 0, "+x", "+vcd=wave.vcd"), StringComparison.Ordinal);

        // Every signal that the save file shows is in the waveform.
        string wave = File.ReadAllText(Path.Combine(tree.Folder, "wave.vcd"));
        foreach (string line in File.ReadLines(Path.Combine(tree.Folder, MacBench.Top + ".gtkw")).Where(l => l.StartsWith(MacBench.Top, StringComparison.Ordinal)))
        {
            string signal = line[(line.LastIndexOf('.') + 1)..].Split('[')[0];
            Assert.Contains($" {signal} ", wave, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_fails_on_a_wrong_result()
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Mac);
        Compile(tree, Presets.Default);
        string path = Path.Combine(tree.Folder, "xrnpe_mac_tb_results.hex");
        string[] lines = File.ReadAllLines(path);
        lines[^1] = lines[^1][..^1] + (lines[^1][^1] == '0' ? '1' : '0');
        File.WriteAllLines(path, lines);

        string said = Run(tree, 1);
        Assert.Contains("should be", said, StringComparison.Ordinal);
        Assert.Contains("FAIL: 1 mismatches", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("valid_i & last_i", "valid_i & last_i & ~lane_valid_i[0]", "result_on_time")]
    [InlineData("(first_i)", "(1'b1)", null)]
    public void It_fails_on_a_wrong_mac(string right, string wrong, string? assertion)
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Mac);
        Compile(tree, Presets.Default);
        string path = Path.Combine(tree.Folder, assertion is null ? "xrnpe_mac_checked.v" : "xrnpe_mac.v");
        string text = File.ReadAllText(path);
        int at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} has no {right}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length)));
        Tool.RunSilently("iverilog", tree.Folder, Arguments);

        string said = Run(tree, 1);
        Assert.Contains("FAIL: ", said, StringComparison.Ordinal);
        if (assertion is not null) Assert.Contains(assertion, said, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_where_to_run_it_when_there_are_no_vectors()
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Mac);
        Compile(tree, Presets.Default);
        Assert.Contains("FAIL: no vectors in elsewhere: run in their folder or add +dir=FOLDER", Run(tree, 1, "+dir=elsewhere"), StringComparison.Ordinal);
    }

    [Fact]
    public void Checker_and_wrapper_lint_in_verilator_and_yosys()
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Mac);
        Compile(tree, Presets.Default);
        string[] files = ["-F", "xrnpe_mac.f", "xrnpe_mac_checker.v", "xrnpe_mac_checked.v"];
        Tool.RunSilently("verilator", tree.Folder, ["--lint-only", "-Wall", "--assert", "--top-module", "xrnpe_mac_checked", .. files]);
        Tool.RunSilently("verilator", tree.Folder, ["--lint-only", "-Wall", "--top-module", "xrnpe_mac_lane", "-F", "xrnpe_mac.f"]);
        File.Delete(Path.Combine(tree.Folder, MacBench.Top + ".v"));
        Tool.RunSilently("yosys", tree.Folder, "-q", "-p", "read_verilog -formal *.v; hierarchy -check -top xrnpe_mac_checked; proc; check -assert");
    }

    [Theory]
    [MemberData(nameof(TestConfigs.Names), MemberType = typeof(TestConfigs))]
    public void Its_files_are_deterministic_clean_and_listed(string name)
    {
        CoprocConfig config = TestConfigs.Get(name);
        IReadOnlyList<GeneratedFile> files = MacBench.Generate(config, Unit.Mac);
        Assert.Equal(files, MacBench.Generate(config with { }, Unit.Mac));
        Assert.Empty(MacBench.Generate(config, Unit.Coproc));
        foreach (string line in files.Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal)).SelectMany(f => f.Text.Split('\n')))
        {
            Assert.False(line.EndsWith(' ') || line.Length > 110, line);
        }

        IEnumerable<string> verilog = files.Concat(Generator.Generate(config, Unit.Mac)).Select(f => f.Path).Where(p => p.EndsWith(".v", StringComparison.Ordinal));
        string list = files.Single(f => f.Path == MacBench.Top + ".f").Text;
        Assert.Equal(verilog.Order(StringComparer.Ordinal), list.Split('\n').Where(l => l.EndsWith(".v", StringComparison.Ordinal)));
        Assert.DoesNotContain(Generator.Generate(config, Unit.Mac).Select(f => f.Path), files.Select(f => f.Path).Contains);
    }

    [Fact]
    public void The_example_has_every_format_gap_mask_and_nar()
    {
        MacSequence sequence = MacSequence.Create(Presets.Default, 1, 1200);
        Assert.Equal(4, sequence.Vectors.Where(v => v.Valid).Select(v => v.Input).Distinct().Count());
        Assert.Equal(5, sequence.Vectors.Where(v => v is { Valid: true, Last: true }).Select(v => v.Output).Distinct().Count());
        Assert.Contains(sequence.Vectors.Index(), v => v.Index > 0 && v.Item.Valid && sequence.Vectors[v.Index - 1] is { Valid: true } before && before.Input != v.Item.Input);
        Assert.Contains(sequence.Vectors, v => v is { Valid: true, LaneValid: not 0xf });
        Assert.Contains(sequence.Vectors, v => v.Reset);
        Assert.Contains(sequence.Answers, a => a.NarToFp4);
        Assert.Equal(sequence.Answers.Count, sequence.Vectors.Count(v => v is { Valid: true, Last: true }));
    }

    private static string[] Arguments => ["-g2005-sv", "-s", MacBench.Top, "-o", "tb", "-c", MacBench.Top + ".f"];

    private static void Compile(GeneratedTree tree, CoprocConfig config)
    {
        foreach (GeneratedFile file in MacBench.Generate(config, Unit.Mac)) File.WriteAllText(Path.Combine(tree.Folder, file.Path), file.Text);
        Tool.RunSilently("iverilog", tree.Folder, Arguments);
    }

    private static string Run(GeneratedTree tree, int exitCode, params string[] plus)
    {
        var start = new ProcessStartInfo("vvp", ["-n", "tb", .. plus]) { WorkingDirectory = tree.Folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Limit), "vvp does not end");
        Assert.True(process.ExitCode == exitCode, $"vvp exits with {process.ExitCode} and says:\n{said}");
        return said;
    }
}
