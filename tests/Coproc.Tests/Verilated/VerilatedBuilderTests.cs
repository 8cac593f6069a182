using System.Runtime.InteropServices;

namespace XrNpe.Coproc.Tests;

/// <summary>Build, cache and load, on a design of one adder.</summary>
public sealed unsafe class VerilatedBuilderTests : IDisposable
{
    private const string Shim = """
        #include "Vmodel.h"
        extern "C" __attribute__((visibility("default"))) uint32_t add(uint32_t a, uint32_t b) {
          Vmodel model;
          model.a_i = a;
          model.b_i = b;
          model.eval();
          return model.sum_o;
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xrnpe-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Builds_loads_and_finds_it_again()
    {
        SkipWithoutTools();
        string path = Build("a_i + b_i");
        var add = (delegate* unmanaged[Cdecl]<uint, uint, uint>)NativeLibrary.GetExport(NativeLibrary.Load(path), "add");
        Assert.Equal(42u, add(40, 2));

        DateTime built = File.GetLastWriteTimeUtc(path);
        Assert.Equal(path, Build("a_i + b_i"));
        Assert.Equal(built, File.GetLastWriteTimeUtc(path));

        // Two libraries with the same names inside keep apart.
        string other = Build("a_i - b_i");
        Assert.NotEqual(path, other);
        var subtract = (delegate* unmanaged[Cdecl]<uint, uint, uint>)NativeLibrary.GetExport(NativeLibrary.Load(other), "add");
        Assert.Equal(38u, subtract(40, 2));
        Assert.Equal(42u, add(40, 2));
    }

    [Fact]
    public void Any_warning_is_an_error_that_shows_what_verilator_said()
    {
        SkipWithoutTools();
        VerilatedBuildException error = Assert.Throws<VerilatedBuildException>(() => Build("a_i + b_i[7:0]"));
        Assert.Equal("verilator", error.Command);
        Assert.Contains("WIDTH", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_Verilog_is_refused()
    {
        SkipWithoutTools();
        var design = new VerilatedDesign { Folder = _folder.FullName, Top = "adder", Shim = Shim, Directives = "" };
        Assert.Throws<FileNotFoundException>(() => VerilatedBuilder.Build(design));
    }

    [Fact]
    public void A_missing_tool_says_how_to_install_it() =>
        Assert.Equal(
            "verilator is not installed, and simulating the RTL needs it: apt-get install verilator g++ make",
            new ToolMissingException("verilator").Message);

    private static void SkipWithoutTools()
    {
        if (VerilatedBuilder.MissingTool is { } tool) Assert.Skip(new ToolMissingException(tool).Message);
    }

    private string Build(string expression)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "adder.v"), $"""
            module adder (input wire [31:0] a_i, input wire [31:0] b_i, output wire [31:0] sum_o);
              assign sum_o = {expression};
            endmodule

            """);
        return VerilatedBuilder.Build(new VerilatedDesign { Folder = _folder.FullName, Top = "adder", Shim = Shim, Directives = "" });
    }
}
