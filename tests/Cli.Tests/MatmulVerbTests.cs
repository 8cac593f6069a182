using System.Text.Json;

namespace XrNpe.Cli.Tests;

public class MatmulVerbTests
{
    private static string Demo(string name) => Path.Combine(Tool.Repository, "data", "demo", name);

    [Fact]
    public void A_result_is_written_and_reported()
    {
        using var tool = new Tool();
        string a = tool.WriteFloats("a.npy", "(1, 2)", 1, 2), b = tool.WriteFloats("b.npy", "(2, 1)", 3, 0.5f), c = tool.PathOf("c.npy");
        ToolResult result = Tool.Run("matmul", a, b, "-o", c, "--format", "p8", "--scale", "0,0").MustSucceed();
        Assert.Contains("C[1×1] = A[1×2] · B[2×1], 2 MACs", result.Out, StringComparison.Ordinal);
        Assert.Equal(0x70, File.ReadAllBytes(c)[^1]); // 4
        Assert.Equal(["a.npy", "b.npy", "c.npy"], tool.Names);

        Tool.Run("matmul", a, b, "-o", c, "--format", "p8", "--out-format", "f32").MustSucceed();
        Assert.Equal(4f, BitConverter.ToSingle(File.ReadAllBytes(c).AsSpan()[^4..]));
    }

    [Fact]
    public void Json_is_one_object_with_the_documented_fields()
    {
        ToolResult result = Tool.Run(
            "matmul", Demo("activations.npy"), Demo("weights.npy"), "--format", "fp4", "--format", "p16", "--backend", "golden", "--backend", "emulator", "--preset", "tiny", "--json").MustSucceed();
        using JsonDocument json = JsonDocument.Parse(result.Out);
        Assert.Equal(["a", "b", "m", "n", "k", "macs", "agree", "results"], Names(json.RootElement));
        Assert.Equal(169 * 49 * 24, json.RootElement.GetProperty("macs").GetInt64());
        Assert.True(json.RootElement.GetProperty("agree").GetBoolean());

        JsonElement[] results = [.. json.RootElement.GetProperty("results").EnumerateArray()];
        Assert.Equal(["fp4", "p16"], results.Select(r => r.GetProperty("format").GetString()));
        foreach (JsonElement r in results)
        {
            Assert.Equal(
                ["format", "out_format", "activation", "scale_a", "scale_b", "scale_c", "job_scale", "sqnr_db", "macs", "agree", "backends"], Names(r));
            JsonElement[] backends = [.. r.GetProperty("backends").EnumerateArray()];
            Assert.Equal(["golden", "emulator"], backends.Select(b => b.GetProperty("backend").GetString()));
            Assert.Equal(
                ["backend", "difference", "cycles", "macs_per_cycle", "busy_cycles", "read_stall_cycles", "write_stall_cycles", "bytes_read", "bytes_written"],
                Names(backends[0]));
            Assert.Equal(JsonValueKind.Null, backends[0].GetProperty("cycles").ValueKind);
            Assert.Equal(JsonValueKind.Null, backends[0].GetProperty("difference").ValueKind);
        }

        Assert.InRange(results[0].GetProperty("sqnr_db").GetDouble(), 5, 20);
        Assert.InRange(results[1].GetProperty("sqnr_db").GetDouble(), 60, 100);
    }

    [Fact]
    public void Bad_input_is_one_line_and_leaves_no_file()
    {
        using var tool = new Tool();
        string a = tool.WriteFloats("a.npy", "(1, 2)", 1, float.NaN), b = tool.WriteFloats("b.npy", "(2, 1)", 3, 1);
        string row = tool.WriteFloats("row.npy", "(2,)", 3, 1), half = tool.WriteNpy("half.npy", "<f2", "(1, 1)", [0, 0]);
        string codes = tool.WriteNpy("codes.npy", "|u1", "(2, 1)", [1, 16]), empty = tool.WriteFloats("empty.npy", "(0, 2)");
        string cut = tool.WriteNpy("cut.npy", "<f4", "(2, 2)", [1, 2, 3]);
        string text = tool.Write("text.npy", "1 2 3"), c = tool.PathOf("c.npy");
        string[] before = tool.Names;

        Matmul(a, b, "--format", "fp4").MustFail(2, "A[0, 1] is NaN", "use p4, p8 or p16");
        Matmul(a, b, "--format", "p8", "--out-format", "fp4").MustFail(2, "C[0, 0] is NaR", "choose a posit or f32 output");
        Matmul(a, a, "--format", "p8").MustFail(2, "A is 1×2 and B is 1×2", "rows of B (1)");
        Matmul(row, b, "--format", "p8").MustFail(2, "A (", "1 dimension, shape (2,)", "reshape");
        Matmul(half, b, "--format", "p8").MustFail(2, "dtype \"<f2\"");
        Matmul(b, codes, "--format", "fp4").MustFail(2, "A is 2×1 and B is 2×1");
        Matmul(a, codes, "--format", "p4").MustFail(2, "B[1, 0] is 16", "0 to 15");
        Matmul(a, codes, "--format", "p8", "--scale", "0,3").MustFail(2, "B (", "holds codes, whose scale is 0, but 3");
        Matmul(empty, b, "--format", "p8").MustFail(2, "is 0×2", "at least 1");
        Matmul(cut, b, "--format", "p8").MustFail(2, "cut.npy", "needs 16 bytes", "3 follow");
        Matmul(text, b, "--format", "p8").MustFail(2, "not a .npy file");
        Matmul(tool.PathOf("none.npy"), b, "--format", "p8").MustFail(2, "none.npy", "no such file");
        Matmul(b + ".safetensors:x", b, "--format", "p8").MustFail(2, "no such file");
        Matmul(b, a, "--format", "p8", "--scale", "100,100").MustFail(2, "sA + sB − sC = 100 + 100 − 0 = 200");
        Matmul(b, a, "--format", "p8", "--scale", "x").MustFail(2, "--scale \"x\"");
        Matmul(b, a, "--format", "p8", "--scale", "1,2,3").MustFail(2, "--scale \"1,2,3\"");
        Matmul(b, a, "--format", "p8", "--out-scale", "1.5").MustFail(2, "--out-scale \"1.5\"");
        Matmul(b, a, "--format", "p8", "--out-format", "f32", "--out-scale", "1").MustFail(2, "true units");
        Matmul(b, a, "--format", "p8", "--activation", "leaky:1/16").MustFail(2, "--activation \"leaky:1/16\"", "leaky:205/11");
        Matmul(b, a, "--format", "p8", "--backend", "gpu").MustFail(2, "--backend \"gpu\"", "golden, emulator or rtl");
        Matmul(b, a, "--format", "p8", "--format", "p16").MustFail(2, "-o with several --format");
        Matmul(b, a, "--format", "f32").MustFail(2, "\"f32\" is not a format of operands");
        Tool.Run("matmul", b, a, "--format", "p8", "-o", tool.PathOf("no/c.npy")).MustFail(2, "there is no folder");
        Tool.Run("matmul", b, a, "--format", "p8", "-o", tool.Folder).MustFail(2, "is a folder");
        Tool.Run("matmul", b, "--format", "p8").MustFail(2, "'matmul'");
        Assert.Equal(before, tool.Names);

        ToolResult Matmul(string left, string right, params string[] options) => Tool.Run(["matmul", left, right, "-o", c, .. options]);
    }

    [Fact]
    public void Negative_scales_and_activations_are_read()
    {
        using var tool = new Tool();
        string a = tool.WriteFloats("a.npy", "(1, 1)", -1), b = tool.WriteFloats("b.npy", "(1, 1)", 1), c = tool.PathOf("c.npy");
        string[] common = ["matmul", a, b, "-o", c, "--format", "p8"];
        string table = Tool.Run([.. common, "--scale", "-3,-2", "--out-scale", "-1"]).MustSucceed().Out;
        Assert.Contains("-3  -2  -1", table, StringComparison.Ordinal);
        Tool.Run([.. common, "--activation", "relu"]).MustSucceed();
        Assert.Equal(0, File.ReadAllBytes(c)[^1]);
        Tool.Run([.. common, "--out-format", "f32", "--activation", "leaky:205/11"]).MustSucceed();
        Assert.Equal(-205f / 2048, BitConverter.ToSingle(File.ReadAllBytes(c).AsSpan()[^4..]));
    }

    [Fact]
    public void A_layer_of_UL_VIO_is_multiplied()
    {
        string path = Path.GetFullPath(Path.Combine(Tool.Repository, "..", "shared", "data", "ulvio", "ulvio_v1.safetensors"));
        if (!File.Exists(path)) Assert.Skip($"{path} is not there: UL-VIO's weights are not part of this repository");

        // The head applied to the last convolution's weights: 378×378 by 378×576.
        ToolResult result = Tool.Run(
            "matmul", path + ":visual_encoder.visual_head.weight", path + ":visual_encoder.conv6.conv.weight", "--format", "p16", "--out-format", "f32", "--json").MustSucceed();
        using JsonDocument json = JsonDocument.Parse(result.Out);
        Assert.Equal(576, json.RootElement.GetProperty("n").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("results")[0].GetProperty("sqnr_db").GetDouble(), 50, 120);
        Tool.Run("matmul", path + ":pose_net.regressor.2.weight", path + ":pose_net.regressor.0.weight.T", "--format", "p8").MustSucceed();
        Tool.Run("matmul", path + ":pose_net.regressor.2.weights", path + ":pose_net.regressor.0.weight", "--format", "p8").MustFail(2, "no tensor");
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
