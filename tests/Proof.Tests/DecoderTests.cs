using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Verify;

namespace XrNpe.Proof.Tests;

/// <summary>The path from Verilog to a verdict, with every input tried instead of a prover.</summary>
public sealed class DecoderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xrnpe-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(NumberFormat.P8, false)]
    [InlineData(NumberFormat.P8, true)]
    [InlineData(NumberFormat.P16, false)]
    [InlineData(NumberFormat.P16, true)]
    public void The_decoder_is_the_table_and_its_broken_copy_is_not(NumberFormat format, bool isSabotaged)
    {
        Assert.SkipUnless(ExternalTool.IsInstalled("yosys"), "yosys is not installed: apt-get install yosys");
        Designs.Decoder(_folder, Presets.Tiny, FormatInfo.Of(format));
        Aiger graph = Netlist.Of(_folder, "decoder", isSabotaged ? [Designs.Sabotage] : []);

        Assert.Equal(20, graph.Inputs.Count);
        Assert.Equal(!isSabotaged, ExhaustiveSimulation.Holds(graph, graph.Outputs["bad[0]"], graph.Inputs, []));
    }
}
