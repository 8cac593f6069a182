using System.Text.Json;
using XrNpe.Synth;

namespace XrNpe.Cli.Tests;

public sealed class SynthVerbTests
{
    private static readonly string[] Small = ["synth", "--unit", "rmmec", "--set", "formats=fp4", "--mode", "area"];

    [Fact]
    public void A_multiplier_is_reported_as_json_with_plot_and_netlist()
    {
        Require();
        using var tool = new Tool();
        string text = Tool.Run([.. Small, "--json", "--plot", tool.PathOf("area.svg"), "--netlist", tool.PathOf("rmmec.v")]).MustSucceed().Out;
        using var json = JsonDocument.Parse(text);
        JsonElement root = json.RootElement, result = Assert.Single(root.GetProperty("results").EnumerateArray());
        Assert.Equal("xrnpe_rmmec", root.GetProperty("top").GetString());
        Assert.Equal("area", result.GetProperty("mode").GetString());
        Assert.Equal(result.GetProperty("area_um2").GetDouble() / 24, result.GetProperty("ge").GetDouble(), 1);
        Assert.InRange(result.GetProperty("ge").GetDouble(), 10, 500);
        Assert.Equal(0, result.GetProperty("ff").GetInt32());
        Assert.True(root.GetProperty("fpga").GetProperty("lut").GetInt32() > 0);
        Assert.Contains(root.GetProperty("modules").EnumerateArray(), module => module.GetProperty("module").GetString() == "xrnpe_rmmec_cell" && module.GetProperty("instances").GetInt32() > 1);
        Assert.StartsWith("<svg", File.ReadAllText(tool.PathOf("area.svg"))[..200].TrimStart('\uFEFF').Split('\n').First(line => line.StartsWith("<svg", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("module xrnpe_rmmec(", File.ReadAllText(tool.PathOf("rmmec.v")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_names_library_modules_and_paths()
    {
        Require();
        string text = Tool.Run(Small).MustSucceed().Out;
        Assert.StartsWith("xrnpe_rmmec in osu018_stdcells, no wires; 1 GE = NAND2X1 = 24 µm²; full adders: FAX1\n", text, StringComparison.Ordinal);
        Assert.Contains("\nxrnpe_rmmec_cell ", text, StringComparison.Ordinal);
        Assert.Contains(SynthesisTool.Sta.IsInstalled ? "area, any path: " : "not measured: sta is not installed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_Liberty_file_is_one_line_and_2()
    {
        if (!SynthesisTool.Yosys.IsInstalled) Assert.Skip("yosys is not installed");
        using var tool = new Tool();
        Tool.Run([.. Small, "--liberty", tool.Write("bad.lib", "library (x) {\n  cell")]).MustFail(2, "bad.lib, line 2", "Liberty");
    }

    private static void Require()
    {
        if (!SynthesisTool.Yosys.IsInstalled || !File.Exists(SynthesisOptions.DefaultLiberty)) Assert.Skip("yosys or qflow-tech-osu018 is not installed");
    }
}
