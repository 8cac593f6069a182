using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>What integrators take: ports, Vivado's script, the smoke test.</summary>
public sealed class PackagingTests
{
    [Theory]
    [MemberData(nameof(TestConfigs.Names), MemberType = typeof(TestConfigs))]
    public void Ports_are_those_of_the_module(string name)
    {
        CoprocConfig config = TestConfigs.Get(name);
        string verilog = Text(config, "xrnpe_coproc.v");
        IReadOnlyList<TopPort> ports = TopPorts.Of(config);
        string header = verilog[verilog.IndexOf("\nmodule ", StringComparison.Ordinal)..verilog.IndexOf("\n);", StringComparison.Ordinal)];
        Assert.Equal(header.Split('\n').Count(line => line.StartsWith("  input ", StringComparison.Ordinal) || line.StartsWith("  output ", StringComparison.Ordinal)), ports.Count);
        Assert.Equal(config.DataWidth, ports.Single(p => p.Name == "m_axi_rdata_i").Width);
        Assert.Equal(["clk_i", "rst_ni", "irq_o"], ports.Where(p => p.Bus is null).Select(p => p.Name));
        Assert.Equal("AWVALID", ports.Single(p => p.Name == "s_axil_awvalid_i").AxiName);
        Assert.All(ports, port => Assert.NotEmpty(port.Comment));
    }

    [Fact]
    public void Package_script_maps_every_port_and_reads_every_file()
    {
        IReadOnlyList<GeneratedFile> files = Generator.Generate(Presets.Default);
        string script = Text(Presets.Default, "xrnpe_package.tcl");
        foreach (TopPort port in TopPorts.Of(Presets.Default).Where(p => p.Bus is not null)) Assert.Contains($"  {port.AxiName,-8} {port.Name}\n", script, StringComparison.Ordinal);
        foreach (string path in files.Select(f => f.Path).Where(p => p.EndsWith(".v", StringComparison.Ordinal))) Assert.Contains($"  {path} \\\n", script, StringComparison.Ordinal);
        Assert.Contains("irq_o", script, StringComparison.Ordinal);
        Assert.Equal(script.Count(c => c == '{'), script.Count(c => c == '}'));
    }

    /// <summary>Vivado is not here; Tcl is, and every command that it does not know says what it was asked.</summary>
    [Fact]
    public void Package_script_is_tcl()
    {
        using var tree = new GeneratedTree(Presets.Tiny, Unit.Coproc);
        File.WriteAllText(
            Path.Combine(tree.Folder, "run.tcl"),
            """
            proc unknown {args} { puts [join $args " "]; return [lindex $args end] }
            namespace eval ipx { proc check_integrity {core} { return 1 }; proc get_bus_interfaces {args} { return {} } }
            set argv {ip}
            set argc 1
            source xrnpe_package.tcl

            """);
        string said = Tool.Run("tclsh", tree.Folder, "run.tcl");
        foreach (TopPort port in TopPorts.Of(Presets.Tiny)) Assert.Contains($"set_property physical_name {port.Name} ", said, StringComparison.Ordinal);
        Assert.Equal(TopPorts.Buses.Count, said.Split("set_property bus_type_vlnv xilinx.com:interface:aximm:1.0 ").Length - 1);
        Assert.Contains("packaged in ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Unit.Coproc, "tb/xrnpe_coproc_tb.v")]
    [InlineData(Unit.Mac, "tb/xrnpe_mac_tb.v")]
    public void Core_simulates_the_bench_that_is_there(Unit unit, string bench)
    {
        string core = Generator.Generate(Presets.Tiny, unit).Single(f => f.Path.EndsWith(".core", StringComparison.Ordinal)).Text;
        Assert.Contains(bench, core, StringComparison.Ordinal);
        Assert.Contains("\n  sim:\n", core, StringComparison.Ordinal);
        foreach (string path in UnitFolder.Benches(Presets.Tiny, unit).Select(f => f.Path)
            .Where(p => p.EndsWith(".v", StringComparison.Ordinal) || p.EndsWith(".hex", StringComparison.Ordinal)))
        {
            Assert.Contains(path, core, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Smoke_test_passes_in_icarus()
    {
        using var tree = new GeneratedTree(Presets.Tiny, Unit.Coproc);
        Assert.SkipUnless(Text(Presets.Tiny, "xrnpe_coproc.v").Contains(".fill_add_i", StringComparison.Ordinal), "the counters FILL and DRAIN are not wired");
        Tool.RunSilently("iverilog", tree.Folder, "-g2005-sv", "-s", CoprocBench.Top, "-o", "tb.vvp", "-c", "xrnpe_coproc.f", "tb/xrnpe_coproc_tb.v");
        Assert.Equal("PASS", Tool.Run("vvp", tree.Folder, "tb.vvp").Trim());
    }

    private static string Text(CoprocConfig config, string path) => Generator.Generate(config).Single(f => f.Path == path).Text;
}
