namespace XrNpe.Synth.Tests;

public sealed class ReaderTests
{
    private const string Stat = """

        47. Printing statistics.

        === top ===

           Number of wires:                  3
           Number of memory bits:           64
           Number of cells:                  5
             INVX1                           2
             $paramod\leaf\W=s32'00000000000000000000000000000100      2
             xrnpe_full_adder                1

        === $paramod\leaf\W=s32'00000000000000000000000000000100 ===

           Number of memory bits:            0
           Number of cells:                  4
             NAND2X1                         3
             inner                           1

        === inner ===

           Number of cells:                  1
             INVX1                           1

        === design hierarchy ===

           top                               1
             INVX1                         999
        """;

    private const string Report = """
        @@registers
        Startpoint: a_q[3]_reg (rising edge-triggered flip-flop clocked by c)
        Endpoint: sum_q[127]_reg (rising edge-triggered flip-flop clocked by c)
        Path Group: c
        Path Type: max

        Fanout    Slew    Delay     Time   Description
        -----------------------------------------------------------------------
                0.0000   0.0000   0.0000   clock c (rise edge)
                0.0000   0.0000   0.0000 ^ a_q[3]_reg/CLK (DFFPOSX1)
             2  0.1000   0.1600   0.1600 v a_q[3]_reg/Q (DFFPOSX1)
                0.1000   3.0000   3.1600 ^ sum_q[127]_reg/D (DFFPOSX1)
                                  3.1600   data arrival time

                                 -3.1600   data arrival time
        -----------------------------------------------------------------------
                                996.6500   slack (MET)

        @@any
        No paths found.
        """;

    [Fact]
    public void Statistics_are_read_module_by_module()
    {
        Dictionary<string, ModuleCounts> modules = CellCounts.Read(Stat);
        Assert.Equal(3, modules.Count);
        Assert.Equal(64, modules["top"].MemoryBits);
        Assert.Equal(new Dictionary<string, int> { ["INVX1"] = 4, ["NAND2X1"] = 6, ["xrnpe_full_adder"] = 1 }, CellCounts.Total(modules, "top"));
        Assert.Equal(2, CellCounts.Instances(modules, "top")["inner"]);
    }

    [Theory]
    [InlineData("xrnpe_pe", "xrnpe_pe")]
    [InlineData(@"$paramod\xrnpe_compress\WIDTH=s32'00000000000000000000000000011100", "xrnpe_compress")]
    [InlineData(@"$paramod$9e8ca9e849032878a4c25fd3d4880255d61ff627\xrnpe_regs", "xrnpe_regs")]
    public void Modules_with_parameters_have_the_name_of_their_source(string name, string source) => Assert.Equal(source, CellCounts.SourceName(name));

    [Fact]
    public void The_slowest_paths_are_read()
    {
        Timing timing = StaticTiming.Read(Report);
        Assert.Null(timing.Any);
        TimingPath path = timing.RegisterToRegister!;
        Assert.Equal((3.35, "a_q[3]_reg", "sum_q[127]_reg"), (path.Nanoseconds, path.From, path.To));
        Assert.Equal(3, path.Steps.Count);
        Assert.Same(path, timing.Critical);
    }

    [Fact]
    public void Toggles_are_counted_between_0_and_1_and_belong_to_the_innermost_scope()
    {
        const string Vcd = "$timescale 1ps $end\n$scope module tb $end\n$var wire 1 ! clk $end\n$var wire 4 \" bus [3:0] $end\n$scope module dut $end\n$var wire 4 \" a [3:0] $end\n"
            + "$upscope $end\n$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\nx!\nbx \"\n$end\n#1\n0!\nb101 \"\n#2\n1!\nb1010 \"\n#3\n0!\nb1x10 \"\n#4\nb0 \"\n";
        using var reader = new StringReader(Vcd);
        var counter = ToggleCounter.Read(reader);
        Assert.Equal(2, counter.Toggles["tb"]);
        Assert.Equal(4 + 0 + 2, counter.Toggles["tb/dut"]);
        Assert.Equal(4, counter.Bits["tb/dut"]);
    }

    [Fact]
    public void Instances_of_modules_are_found_and_cells_are_none()
    {
        const string Netlist = "module top(clk);\n  INVX1 _1_ (\n    .A(a)\n  );\n  leaf \\gen[0].u_leaf  (\n  );\nendmodule\nmodule leaf(a);\n  INVX1 u (\n  );\nendmodule\n";
        IReadOnlyList<NetlistInstance> instances = NetlistHierarchy.Of(Netlist, "top");
        Assert.Equal(["top", "leaf"], instances.Select(instance => instance.Module));
        Assert.Equal([@"\gen[0].u_leaf"], instances[1].Path);
    }

    [Fact]
    public void Places_of_a_document_are_filled_and_filled_again()
    {
        const string Document = "a\n<!-- begin one -->\nold\n<!-- end one -->\nb\n<!-- begin two --><!-- end two -->\n";
        Assert.Null(MarkedDocument.FirstMissing(Document, ["one", "two"]));
        Assert.Equal("three", MarkedDocument.FirstMissing(Document, ["one", "three"]));
        string filled = MarkedDocument.Fill(Document, new Dictionary<string, string> { ["one"] = "new\n", ["two"] = "| x |" });
        Assert.Equal("a\n<!-- begin one -->\nnew\n<!-- end one -->\nb\n<!-- begin two -->\n| x |\n<!-- end two -->\n", filled);
        Assert.Equal(filled, MarkedDocument.Fill(filled, new Dictionary<string, string> { ["one"] = "new", ["two"] = "| x |" }));
    }
}
