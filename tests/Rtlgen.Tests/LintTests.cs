namespace XrNpe.Rtlgen.Tests;

/// <summary>The tools of Debian 12 take every unit of every configuration without a word.</summary>
public sealed class LintTests
{
    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void Verilator_has_no_warnings(string name, Unit unit)
    {
        using var tree = new GeneratedTree(TestConfigs.Get(name), unit);
        string top = Generator.Top(unit);
        Tool.RunSilently("verilator", tree.Folder, "--lint-only", "-Wall", "--top-module", top, "-F", top + ".f");
    }

    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void Icarus_compiles_it(string name, Unit unit)
    {
        using var tree = new GeneratedTree(TestConfigs.Get(name), unit);
        string top = Generator.Top(unit);
        Tool.RunSilently("iverilog", tree.Folder, "-g2005-sv", "-t", "null", "-s", top, "-c", top + ".f");
    }

    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void Yosys_finds_no_problem(string name, Unit unit)
    {
        using var tree = new GeneratedTree(TestConfigs.Get(name), unit);
        string script = $"read_verilog *.v; hierarchy -check -top {Generator.Top(unit)}; proc; check -assert";
        Tool.RunSilently("yosys", tree.Folder, "-q", "-p", script);
    }

    [Theory]
    [InlineData("xrnpe_decode")]
    [InlineData("xrnpe_pe")]
    [InlineData("xrnpe_output")]
    public void Modules_lint_on_their_own(string top)
    {
        using var tree = new GeneratedTree(TestConfigs.Get("default"), Unit.Mac);
        Tool.RunSilently("verilator", tree.Folder, ["--lint-only", "-Wall", "--top-module", top, "-F", "xrnpe_mac.f", "-Wno-MULTITOP"]);
    }

    [Theory]
    [InlineData("xrnpe_activate")]
    [InlineData("xrnpe_bias")]
    public void Modules_of_the_coprocessor_alone_need_no_others(string top)
    {
        using var tree = new GeneratedTree(TestConfigs.Get("default"), Unit.Coproc);
        Tool.RunSilently("verilator", tree.Folder, "--lint-only", "-Wall", top + ".v");
        Tool.RunSilently("iverilog", tree.Folder, "-g2005-sv", "-Wall", "-t", "null", "-s", top, top + ".v");
        Tool.RunSilently("yosys", tree.Folder, "-q", "-p", $"read_verilog {top}.v; hierarchy -check -top {top}; proc; check -assert");
    }
}
