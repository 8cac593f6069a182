namespace XrNpe.Cli.Tests;

public class UsageTests
{
    public static TheoryData<string> Verbs => ["generate", "explain", "convert", "eval", "vectors", "matmul", "verify", "vio", "synth", "profile", "bench"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_help_with_examples(string verb)
    {
        string help = Tool.Run(verb, "--help").MustSucceed().Out;
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  ", help, StringComparison.Ordinal);
        Assert.Contains($"xrnpe {verb}", help, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_has_help_and_a_version()
    {
        string help = Tool.Run("--help").MustSucceed().Out;
        foreach (string verb in Verbs.Select(row => row.Data)) Assert.Contains(verb, help, StringComparison.Ordinal);
        Assert.NotEmpty(Tool.Run("--version").MustSucceed().Out);
    }

    [Theory]
    [InlineData("Required command", new string[0])]
    [InlineData("'frobnicate'", new[] { "frobnicate" })]
    [InlineData("--format", new[] { "eval", "mul" })]
    [InlineData("\"pow\" is unknown: mul, add, sub, fma, dot", new[] { "eval", "pow", "--format", "p8" })]
    [InlineData("\"1\" is unknown: mul", new[] { "eval", "1", "--format", "p8" })]
    [InlineData("\"p9\" is not a format of operands: fp4, p4, p8, p16", new[] { "eval", "mul", "--format", "p9" })]
    [InlineData("\"f32\" is not a format of operands", new[] { "eval", "mul", "--format", "f32" })]
    [InlineData("only dot rounds", new[] { "eval", "mul", "--format", "p8", "--out-format", "f32" })]
    [InlineData("\"f16\" is unknown: fp4, p4, p8, p16, f32 or f64", new[] { "convert", "--from", "f16", "--to", "p8" })]
    [InlineData("--nonsense", new[] { "convert", "--from", "f32", "--to", "p8", "--nonsense" })]
    [InlineData("\"npu\" is unknown: coproc, mac, rmmec", new[] { "generate", "--unit", "npu" })]
    [InlineData("\"huge\" is unknown: tiny, default", new[] { "explain", "--preset", "huge" })]
    [InlineData("--preset and --config are both given", new[] { "explain", "--preset", "tiny", "--config", "x.json" })]
    [InlineData("none.json", new[] { "explain", "--config", "none.json" })]
    [InlineData("no such file", new[] { "convert", "--from", "f32", "--to", "p8", "none.txt" })]
    [InlineData("\"some\" is unknown: quick, full, exhaustive", new[] { "verify", "--level", "some" })]
    [InlineData("--only \"x\" is unknown", new[] { "verify", "--only", "x" })]
    [InlineData("--all, or --count N", new[] { "vectors", "mul", "--format", "p8" })]
    [InlineData("--all, or --count N", new[] { "vectors", "mul", "--format", "p8", "--all", "--count", "3" })]
    [InlineData("--seed with --all", new[] { "vectors", "mul", "--format", "p8", "--all", "--seed", "3" })]
    [InlineData("--terms with mul", new[] { "vectors", "mul", "--format", "p8", "--all", "--terms", "3" })]
    [InlineData("2^48 cases", new[] { "vectors", "fma", "--format", "p16", "--all" })]
    [InlineData("\"div\" is unknown: mul, add, sub, fma, dot, convert, decode", new[] { "vectors", "div", "--format", "p8", "--all" })]
    [InlineData("\"hex\" is unknown: csv, readmemh, npy", new[] { "vectors", "mul", "--format", "p8", "--all", "--as", "hex" })]
    [InlineData("\"speed\" is unknown: area, delay, both", new[] { "synth", "--mode", "speed" })]
    [InlineData("a name that ends in .svg or .png", new[] { "synth", "--plot", "x.gif" })]
    [InlineData("none.lib: the Liberty file cannot be read", new[] { "synth", "--liberty", "none.lib" })]
    [InlineData("--timeout is a number of seconds", new[] { "synth", "--timeout", "0" })]
    [InlineData("has no place for the table rmmec", new[] { "synth", "--study", "--out", "none.md" })]
    [InlineData("\"huge\" is unknown: tiny, default, large", new[] { "bench", "--simulation", "--preset", "huge" })]
    [InlineData("no folder", new[] { "vio", "demo-data", "--out", "/nonexistent/folder" })]
    public void Wrong_usage_is_one_line_and_2(string part, string[] arguments) => Tool.Run(arguments).MustFail(2, part);
}
