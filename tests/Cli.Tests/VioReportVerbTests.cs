using XrNpe.Vio;

namespace XrNpe.Cli.Tests;

public sealed class VioReportVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public void A_page_and_predictions_are_written()
    {
        string[] source = Source();
        Tool.Run([.. source, "--precision", "f32", "--precision", "p8", "--no-search", "--note", "Not trained.", "--out", _tool.PathOf("out"), "-o", _tool.PathOf("a.html")])
            .MustSucceed();
        Assert.Equal(["f32.csv", "p8.csv"], Directory.GetFiles(_tool.PathOf("out")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        string page = File.ReadAllText(_tool.PathOf("a.html"));
        Assert.Contains(
            "xrnpe vio report --network ulvio-s --weights w.safetensors --data world --sequence 00 --calibration 1 --precision f32 --precision p8 --out out --no-search --note &#39;Not trained.&#39; --output a.html",
            page,
            StringComparison.Ordinal);
        Assert.Contains(">Not trained.<", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_tool.Folder, page, StringComparison.Ordinal);

        // The same again, from predictions that are there already.
        File.Move(_tool.PathOf("a.html"), _tool.PathOf("b.html"));
        Tool.Run([.. source, "--precision", "f32", "--precision", "p8", "--no-search", "--note", "Not trained.", "--out", _tool.PathOf("out"), "-o", _tool.PathOf("a.html")])
            .MustSucceed();
        Assert.Equal(page, File.ReadAllText(_tool.PathOf("a.html")));
    }

    [Fact]
    public void What_makes_no_sense_is_said_before_any_work()
    {
        string[] source = [.. Source(), "--out", _tool.PathOf("out")];
        Tool.Run(source).MustFail(2, "--output");
        Tool.Run([.. source, "-o", _tool.PathOf("nowhere/a.html")]).MustFail(2, "there is no folder");
        Tool.Run([.. source, "-o", _tool.PathOf("a.html"), "--budget-cycles", "half"]).MustFail(2, "--budget-cycles", "half");
        Tool.Run([.. source, "-o", _tool.PathOf("a.html"), "--precision", "p8", "--precision", "p8"]).MustFail(2, "two precisions are called p8");
        Assert.False(File.Exists(_tool.PathOf("a.html")));
    }

    public void Dispose() => _tool.Dispose();

    private string[] Source()
    {
        KittiWriter.Write(new SyntheticSequence(TrackKind.Race, 4, 5), _tool.PathOf("world"), "00", 128, 64, 1);
        Tool.Run("vio", "fit", "--rides", "1", "--frames", "6", "-o", _tool.PathOf("w.safetensors")).MustSucceed();
        return ["vio", "report", "--network", "ulvio-s", "--weights", _tool.PathOf("w.safetensors"), "--data", _tool.PathOf("world"), "--sequence", "00", "--calibration", "1"];
    }
}
