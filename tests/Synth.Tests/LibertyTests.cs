namespace XrNpe.Synth.Tests;

public sealed class LibertyTests
{
    [Theory]
    [InlineData("A B", 0b1000)]
    [InlineData("(A*B)'", 0b0111)]
    [InlineData("!A & B", 0b0100)]
    [InlineData("A ^ B + A B", 0b1110)]
    [InlineData("A + B A'", 0b1110)]
    [InlineData("!(A ^ B)", 0b1001)]
    [InlineData("A | 1", 0b1111)]
    [InlineData("A B'' 0", 0b0000)]
    public void Functions_are_read_with_Libertys_precedence(string text, int table) => Assert.Equal((ulong)table, PinFunction.Table(text, ["A", "B"]));

    [Theory]
    [InlineData("IQ")]
    [InlineData("A +")]
    [InlineData("(A B")]
    [InlineData("A B)")]
    [InlineData("A % B")]
    [InlineData("")]
    public void What_is_no_function_of_the_inputs_has_no_table(string text) => Assert.Null(PinFunction.Table(text, ["A", "B"]));

    [Fact]
    public void Cells_are_found_by_what_they_do()
    {
        using var file = new TinyLibrary();
        var library = CellLibrary.Load(file.Path);
        Assert.Equal("tiny", library.Name);
        Assert.Equal(("ND2", 2.0), (library.Gate.Name, library.Gate.Area));
        Assert.Equal("IV", library.Driver!.Name);
        FullAdderCell adder = library.FullAdder!;
        Assert.Equal(("ADD3", "s", false, "cn", true), (adder.Cell.Name, adder.Sum, adder.SumInverted, adder.Carry, adder.CarryInverted));
        Assert.Equal(["x", "y", "z"], adder.Cell.Inputs);
    }

    [Fact]
    public void A_library_may_lack_a_full_adder()
    {
        using var file = new TinyLibrary(cells: "");
        Assert.Null(CellLibrary.Load(file.Path).FullAdder);
    }

    [Fact]
    public void The_default_library_is_known()
    {
        if (!File.Exists(SynthesisOptions.DefaultLiberty)) Assert.Skip("qflow-tech-osu018 is not installed");
        var library = CellLibrary.Load(SynthesisOptions.DefaultLiberty);
        Assert.Equal(("NAND2X1", 24.0), (library.Gate.Name, library.Gate.Area));
        Assert.Equal("BUFX2", library.Driver!.Name);
        Assert.Equal(("FAX1", "YS", false, "YC", false), (library.FullAdder!.Cell.Name, library.FullAdder.Sum, library.FullAdder.SumInverted, library.FullAdder.Carry, library.FullAdder.CarryInverted));
        Assert.Equal(["DFFNEGX1", "DFFPOSX1", "DFFSR"], library.Cells.Values.Where(cell => cell.IsFlipFlop).Select(cell => cell.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "line 1: the Liberty file ends")]
    [InlineData("module x; endmodule", "starts with \"module\" and not with library (NAME) {")]
    [InlineData("library (x) {\n  cell (a) {\n", "line 3: the Liberty file ends within a group")]
    [InlineData("library (x) {\n  cell (a) { area : 1; }\n  area\n}", "line 4: the Liberty file has \"area\" without : or ( after it")]
    [InlineData("library (x) {\n /* no end", "line 2: the Liberty file ends within a comment")]
    [InlineData("library (x) {\n cell (a) { area : many; }\n}", "line 2: the area of cell a is \"many\" and not a number")]
    [InlineData("library (x) { }", "has no cells")]
    [InlineData("library (x) { cell (INV) { area : 1; pin (A) { direction : input; } pin (Y) { direction : output; function : \"!A\"; } } }", "has no NAND of two inputs")]
    [InlineData("library (x) { cell (N) { area : 1; pin (A) { direction : input; } pin (B) { direction : input; } pin (Y) { direction : output; function : \"!(A B)\"; } } }", "has no flip-flop")]
    public void A_bad_file_is_named_with_its_line_and_what_is_wrong(string text, string part)
    {
        using var file = new TinyLibrary(text: text);
        var exception = Assert.Throws<LibertyException>(() => CellLibrary.Load(file.Path));
        Assert.StartsWith(file.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("/none.lib: the Liberty file cannot be read", Assert.Throws<LibertyException>(() => CellLibrary.Load("/none.lib")).Message, StringComparison.Ordinal);
}
