using System.Diagnostics;
using System.Text.Json;
using XrNpe.Coproc;

namespace XrNpe.Cli.Tests;

public class RtlBackendTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("f32")]
    public void All_backends_give_the_same_bytes_and_the_RTL_counts(string? outFormat)
    {
        if (VerilatedBuilder.MissingTool is { } missing) Assert.Skip($"{missing} is not installed");
        using var tool = new Tool();
        var random = new Random(11);
        string a = tool.WriteFloats("a.npy", "(5, 9)", [.. Enumerable.Range(0, 45).Select(_ => random.NextSingle() - 0.5f)]);
        string b = tool.WriteFloats("b.npy", "(9, 7)", [.. Enumerable.Range(0, 63).Select(_ => random.NextSingle() - 0.5f)]);
        string[] arguments =
        [
            "matmul", a, b, "--preset", "tiny", "--activation", "leaky:205/11", "--format", "fp4", "--format", "p4", "--format", "p8", "--format", "p16",
            "--backend", "golden", "--backend", "emulator", "--backend", "rtl", "--json", .. outFormat is null ? (string[])[] : ["--out-format", outFormat],
        ];
        using JsonDocument json = JsonDocument.Parse(Tool.Run(arguments).MustSucceed().Out);
        Assert.True(json.RootElement.GetProperty("agree").GetBoolean());
        Assert.All(json.RootElement.GetProperty("results").EnumerateArray(), result => Assert.True(result.GetProperty("backends")[2].GetProperty("cycles").GetInt64() > 0));
    }

    [Fact]
    public async Task Without_Verilator_the_message_says_what_to_install()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using var tool = new Tool();
        string one = tool.WriteFloats("one.npy", "(1, 1)", 1);
        var start = new ProcessStartInfo(OnPath("dotnet"), [typeof(XrnpeTool).Assembly.Location, "matmul", one, one, "--format", "p8", "--backend", "rtl", "-o", tool.PathOf("c.npy")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = tool.Folder;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
        string error = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        new ToolResult(process.ExitCode, await output, error).MustFail(2, "verilator is not installed", "apt-get install");
        Assert.Equal("", await output);
        Assert.Equal(["one.npy"], tool.Names);
    }

    private static string OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
