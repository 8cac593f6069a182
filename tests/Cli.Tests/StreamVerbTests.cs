namespace XrNpe.Cli.Tests;

public class StreamVerbTests
{
    [Fact]
    public void Convert_reads_lines_and_writes_lines()
    {
        Assert.Equal("4000\n5922\n", Tool.RunWith("1\n3.14159\n", "convert", "--from", "f64", "--to", "p16:bits").MustSucceed().Out);
        Assert.Equal("3.125\n", Tool.RunWith("40490fdb", "convert", "--from", "f32:bits", "--to", "p8").MustSucceed().Out);
    }

    [Fact]
    public void Results_before_a_bad_line_stand()
    {
        ToolResult result = Tool.RunWith("1\nx\n", "convert", "--from", "f64", "--to", "p8:bits");
        result.MustFail(2, "line 2: \"x\"");
        Assert.Equal("40\n", result.Out);
    }

    [Fact]
    public void Eval_reads_cases_and_writes_results()
    {
        Assert.Equal("41\n80\n", Tool.RunWith("40,41\n80,0\n", "eval", "mul", "--format", "p8").MustSucceed().Out);
        Assert.Equal("40600000\n", Tool.RunWith("40 40 40 20,40 40 40 40\n", "eval", "dot", "--format", "p8", "--out-format", "f32").MustSucceed().Out);
        Tool.RunWith("40,41\n40\n", "eval", "mul", "--format", "p8").MustFail(2, "line 2");
    }

    [Fact]
    public void Convert_to_a_file_that_fails_leaves_none()
    {
        using var tool = new Tool();
        Tool.RunWith("1\nnan\n", "convert", "--from", "f64", "--to", "fp4:bits", "-o", tool.PathOf("out.txt")).MustFail(2, "line 2 is NaN");
        Assert.Empty(tool.Names);
        Tool.RunWith("1\n2\n", "convert", "--from", "f64", "--to", "fp4:bits", "-o", tool.PathOf("out.npy")).MustSucceed();
        Assert.Equal(["out.npy"], tool.Names);
    }

    [Fact]
    public void Vectors_go_to_standard_output_or_to_a_file_whose_name_says_how()
    {
        using var tool = new Tool();
        string[] request = ["vectors", "add", "--format", "p4", "--all"];
        string text = Tool.Run(request).MustSucceed().Out;
        Assert.Equal(256, text.Count(c => c == '\n'));
        Assert.StartsWith("0,0,0\n0,1,1\n", text, StringComparison.Ordinal);
        Tool.Run([.. request, "-o", tool.PathOf("v.csv")]).MustSucceed();
        Assert.Equal(text, File.ReadAllText(tool.PathOf("v.csv")));
        Tool.Run([.. request, "-o", tool.PathOf("v.npy")]).MustSucceed();
        Assert.Equal(128 + (256 * 3), new FileInfo(tool.PathOf("v.npy")).Length);
        Tool.Run([.. request, "--as", "readmemh", "-o", tool.PathOf("v.mem")]).MustSucceed();
        Assert.Equal("// add p4: 256 words of 12 bits", File.ReadLines(tool.PathOf("v.mem")).First());
        Assert.Equal(["v.csv", "v.mem", "v.npy"], tool.Names);
    }

    [Fact]
    public void A_reader_that_goes_away_ends_the_tool_quietly()
    {
        using var input = new MemoryStream();
        using var output = new GoneAfter(1 << 20);
        using var error = new StringWriter();
        string[] endless = ["vectors", "mul", "--format", "p16", "--all"];
        Assert.Equal(1, XrnpeTool.Run(endless, new ToolConsole(input, output, error, ShowsProgress: false)));
        Assert.Equal("", error.ToString());
    }

    /// <summary>A pipe whose reader goes away.</summary>
    private sealed class GoneAfter(int count) : MemoryStream
    {
        private const int BrokenPipe = 32;

        public override void Write(byte[] buffer, int offset, int length)
        {
            if (Length > count) throw new IOException("Broken pipe", BrokenPipe);
            base.Write(buffer, offset, length);
        }
    }
}
