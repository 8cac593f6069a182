using System.Text.RegularExpressions;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

public sealed partial class GenerationTests
{
    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void Generation_is_deterministic_and_sorted(string name, Unit unit)
    {
        IReadOnlyList<GeneratedFile> first = Generator.Generate(TestConfigs.Get(name), unit);
        IReadOnlyList<GeneratedFile> second = Generator.Generate(TestConfigs.Get(name) with { }, unit);

        Assert.Equal(first, second);
        Assert.Equal(first.Select(f => f.Path).Order(StringComparer.Ordinal), first.Select(f => f.Path));
        Assert.Equal(first.Count, first.Select(f => f.Path).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void Text_is_clean(string name, Unit unit)
    {
        foreach (GeneratedFile file in Generator.Generate(TestConfigs.Get(name), unit))
        {
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\t", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", BraceFree(file), StringComparison.Ordinal);
            Assert.DoesNotMatch(Date(), file.Text);
            Assert.DoesNotContain(Environment.CurrentDirectory, file.Text, StringComparison.Ordinal);
            foreach (string line in file.Text.Split('\n'))
            {
                Assert.False(line.EndsWith(' '), $"{file.Path}: trailing blank in \"{line}\"");
                bool fits = line.Length <= 100 || !file.Path.EndsWith(".v", StringComparison.Ordinal);
                Assert.True(fits, $"{file.Path}: {line.Length} columns: {line}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void Every_module_has_its_file_and_its_guards(string name, Unit unit)
    {
        IReadOnlyList<GeneratedFile> files = Generator.Generate(TestConfigs.Get(name), unit);
        Assert.Contains(files, f => f.Path == Generator.Top(unit) + ".v");
        foreach (GeneratedFile file in files.Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal)))
        {
            Assert.StartsWith("// Copyright", file.Text, StringComparison.Ordinal);
            Assert.Contains("`default_nettype none", file.Text, StringComparison.Ordinal);
            Assert.EndsWith("`default_nettype wire\n", file.Text, StringComparison.Ordinal);
            string module = Assert.Single(Module().Matches(file.Text).Select(m => m.Groups[1].Value));
            Assert.Equal(Path.GetFileNameWithoutExtension(file.Path), module);
        }
    }

    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void A_format_that_is_off_leaves_no_logic_behind(string name, Unit unit)
    {
        CoprocConfig config = TestConfigs.Get(name);
        foreach (FormatInfo off in FormatInfo.Inputs.Where(f => !config.HasInput(f.Format)))
        {
            foreach (GeneratedFile file in Generator.Generate(config, unit).Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal)))
            {
                Assert.DoesNotContain("_" + off.Name, file.Path, StringComparison.Ordinal);

                // The one name that stays is a port of the contract: NaR to FP4, then constant.
                string code = Comment().Replace(file.Text, "").Replace("nar_to_fp4", "", StringComparison.Ordinal);
                Assert.DoesNotMatch($@"(?<![a-zA-Z0-9]){off.Name}(?![a-zA-Z0-9])", code);
            }
        }
    }

    [Fact]
    public void A_multiplier_without_p16_has_fewer_digits()
    {
        string text = File("p4_p8", Unit.Rmmec, "xrnpe_rmmec_grid.v");
        Assert.Contains("row < 6", text, StringComparison.Ordinal);
        Assert.Contains("row < 4", File("fp4_only", Unit.Rmmec, "xrnpe_rmmec_grid.v"), StringComparison.Ordinal);
        Assert.DoesNotContain("distance_wide", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rmmec_unit_is_the_multiplier_alone()
    {
        IEnumerable<string> paths = Generator.Generate(Presets.Default, Unit.Rmmec).Select(f => f.Path);
        string[] expected = ["xrnpe_compress.v", "xrnpe_rmmec.v", "xrnpe_rmmec_cell.v", "xrnpe_rmmec_grid.v"];
        Assert.Equal(expected, paths.Where(p => p.EndsWith(".v", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_header_names_the_command_that_made_the_file()
    {
        Assert.Contains("xrnpe generate --unit mac --preset default --out DIR", File("default", Unit.Mac, "xrnpe_mac.v"), StringComparison.Ordinal);
        Assert.Contains("xrnpe generate --unit mac --config FILE --out DIR", File("p8_only", Unit.Mac, "xrnpe_mac.v"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_committed_hardware_is_what_the_default_configuration_generates()
    {
        string folder = Path.Combine(Repository.Root, "hdl");
        GeneratedFile[] files = [.. UnitFolder.Files(Presets.Default, Unit.Coproc)];
        IEnumerable<string> verilog = new[] { "", "tb" }
            .SelectMany(place => Directory.GetFiles(Path.Combine(folder, place), "*.v"))
            .Select(path => Path.GetRelativePath(folder, path));
        Assert.Empty(verilog.Except(files.Select(file => file.Path)));
        foreach (GeneratedFile file in files)
        {
            string path = Path.Combine(folder, file.Path);
            Assert.True(System.IO.File.Exists(path), $"hdl/{file.Path} is missing: xrnpe generate --preset default --out hdl");
            Assert.True(file.Text == System.IO.File.ReadAllText(path), $"hdl/{file.Path} is stale: xrnpe generate --preset default --out hdl");
        }
    }

    private static string File(string config, Unit unit, string path) =>
        Generator.Generate(TestConfigs.Get(config), unit).Single(f => f.Path == path).Text;

    /// <summary>Verilog replications and concatenations may begin with two braces; nothing else may.</summary>
    private static string BraceFree(GeneratedFile file) =>
        file.Path.EndsWith(".v", StringComparison.Ordinal) ? Replication().Replace(file.Text, "") : file.Text;

    [GeneratedRegex(@"20\d\d-\d\d-\d\d")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?m)^module (\w+)")]
    private static partial Regex Module();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{(\d+|\w+)\{|\{\{\w+\[")]
    private static partial Regex Replication();
}
