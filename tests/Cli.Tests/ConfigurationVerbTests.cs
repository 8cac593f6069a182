using System.Text.Json;

namespace XrNpe.Cli.Tests;

public class ConfigurationVerbTests
{
    [Fact]
    public void Explain_says_what_a_configuration_is()
    {
        string text = Tool.Run("explain").MustSucceed().Out;
        Assert.Contains("default: 8×8 processing elements", text, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(Tool.Run("explain", "--preset", "tiny", "--json").MustSucceed().Out);
        Assert.Equal([16, 16, 8, 4], json.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("macs_per_cycle").GetInt32()));
    }

    [Fact]
    public void Explain_counts_the_cells_that_each_format_uses()
    {
        Assert.Equal(["4/12/33", "4/12/33", "18/6/25", "49/0/0"], Cells("exponents=cells"));
        Assert.Equal(["4/0/45", "4/0/45", "18/0/31", "49/0/0"], Cells("exponents=adders"));
        string text = Tool.Run("explain", "--set", "exponents=cells").MustSucceed().Out;
        Assert.Contains("RMMEC: 49 cells of 2×2 bits in a slice; exponents go through cells that do not multiply", text, StringComparison.Ordinal);

        static IEnumerable<string> Cells(string set)
        {
            using JsonDocument json = JsonDocument.Parse(Tool.Run("explain", "--set", set, "--json").MustSucceed().Out);
            return [.. json.RootElement.GetProperty("results").EnumerateArray().Select(r =>
                $"{r.GetProperty("cells_multiply")}/{r.GetProperty("cells_exponent")}/{r.GetProperty("cells_dark")}")];
        }
    }

    [Fact]
    public void A_configuration_is_read_from_JSON()
    {
        using var tool = new Tool();
        string path = tool.Write("mine.json", """{"name": "mine", "rows": 4, "cols": 2, "slices": 2, "data_width": 64, "buffer_depth": 64, "max_burst": 8, "formats": ["p8"]}""");
        Assert.Contains("mine: 4×2", Tool.Run("explain", "--config", path).MustSucceed().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name": "x", "rows": 4}""", "cols is missing")]
    [InlineData("""{"name": "x", "rows": 4, "cols": 2, "colour": 3}""", "there is no field colour", "buffer_depth")]
    [InlineData("""{"name": "x", "rows": "4", "cols": 2}""", "rows is \"4\"", "a whole number")]
    [InlineData("""{"name": "x", "rows": 4.5, "cols": 2}""", "rows is 4.5")]
    [InlineData("""{"name": 7, "rows": 4, "cols": 2}""", "name is 7", "in quotes")]
    [InlineData("""{"name": "x", "rows": 4, "rows": 4, "cols": 2}""", "rows is given twice")]
    [InlineData("""{"name": "x", "rows": 3, "cols": 2}""", "rows is 3", "a power of two from 2 to 16")]
    [InlineData("""{"name": "x", "rows": 4, "cols": 2, "formats": ["p8", "p9"]}""", "formats holds \"p9\"", "fp4, p4, p8 or p16")]
    [InlineData("""{"name": "x", "rows": 4, "cols": 2, "formats": "p8"}""", "formats is \"p8\"", "a list")]
    [InlineData("""{"name": "x", "rows": 4, "cols": 2,}""", "is not JSON", "line 1")]
    [InlineData("""{"name": "\ud800", "rows": 4, "cols": 2}""", "not Unicode")]
    [InlineData("[]", "a JSON object")]
    [InlineData("", "is not JSON")]
    public void A_wrong_configuration_is_named_with_field_and_file(string text, params string[] parts)
    {
        using var tool = new Tool();
        Tool.Run("explain", "--config", tool.Write("mine.json", text)).MustFail(2, ["mine.json", .. parts]);
    }

    [Theory]
    [InlineData("coproc")]
    [InlineData("mac")]
    [InlineData("rmmec")]
    public void What_was_just_generated_is_up_to_date(string unit)
    {
        using var tool = new Tool();
        string[] generate = ["generate", "--unit", unit, "--preset", "tiny", "--out", tool.PathOf("hdl")];
        Tool.Run(generate).MustSucceed();
        Tool.Run([.. generate, "--check"]).MustSucceed();
    }

    [Fact]
    public void Generated_files_are_checked()
    {
        using var tool = new Tool();
        string folder = tool.PathOf("hdl");
        string[] check = ["generate", "--unit", "rmmec", "--preset", "tiny", "--out", folder, "--check"];
        Assert.Equal(3, Tool.Run(check).ExitCode);
        Assert.False(Directory.Exists(folder));

        Tool.Run("generate", "--unit", "rmmec", "--preset", "tiny", "--out", folder).MustSucceed();
        Tool.Run(check).MustSucceed();

        string module = Path.Combine(folder, "xrnpe_rmmec.v");
        string text = File.ReadAllText(module);
        File.WriteAllText(module, text.Replace("endmodule", "// by hand\nendmodule", StringComparison.Ordinal));
        ToolResult stale = Tool.Run(check);
        stale.MustFail(3, "is stale");
        Assert.Contains("-// by hand", stale.Out, StringComparison.Ordinal);

        Tool.Run("generate", "--unit", "rmmec", "--preset", "tiny", "--out", folder).MustSucceed();
        File.WriteAllText(Path.Combine(folder, "xrnpe_gone.v"), "");
        ToolResult leftover = Tool.Run(check);
        leftover.MustFail(3);
        Assert.Contains("not generated any more", leftover.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Leftovers_are_found_beside_the_test_bench_and_where_it_no_longer_belongs()
    {
        using var tool = new Tool();
        string folder = tool.PathOf("hdl");
        Tool.Run("generate", "--unit", "mac", "--preset", "tiny", "--out", folder).MustSucceed();
        string[] check = ["generate", "--unit", "mac", "--preset", "tiny", "--out", folder, "--check"];
        Tool.Run(check).MustSucceed();

        string bench = Path.Combine(folder, "tb", "xrnpe_mac_tb.v");
        foreach (string leftover in new[] { Path.Combine(folder, "tb", "xrnpe_gone.v"), Path.Combine(folder, "xrnpe_mac_tb.v") })
        {
            File.Copy(bench, leftover);
            ToolResult found = Tool.Run(check);
            found.MustFail(3);
            Assert.Contains($"not generated any more, delete it: {leftover}", found.Out, StringComparison.Ordinal);
            File.Delete(leftover);
        }

        Tool.Run(check).MustSucceed();
    }

    [Fact]
    public void Generating_twice_gives_the_same_bytes()
    {
        using var tool = new Tool();
        foreach (string folder in new[] { "one", "two" }) Tool.Run("generate", "--out", tool.PathOf(folder)).MustSucceed();
        string[] names = [.. Directory.GetFiles(tool.PathOf("one")).Select(path => Path.GetFileName(path)!)];
        Assert.NotEmpty(names);
        foreach (string name in names) Assert.Equal(File.ReadAllBytes(Path.Combine(tool.PathOf("one"), name)), File.ReadAllBytes(Path.Combine(tool.PathOf("two"), name)));
    }
}
