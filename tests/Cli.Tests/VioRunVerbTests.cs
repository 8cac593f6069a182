using System.Text.Json;

namespace XrNpe.Cli.Tests;

/// <summary><c>vio run</c>, <c>sweep</c> and <c>assign</c> on a short synthetic ride.</summary>
public sealed class VioRunVerbTests : IDisposable
{
    private readonly Tool _tool = new();
    private readonly string[] _source;

    public VioRunVerbTests()
    {
        Tool.Run("vio", "world", "--frames", "5", "--seed", "4", "--out", _tool.PathOf("world"), "--sequence", "07").MustSucceed();
        Tool.Run("vio", "fit", "--rides", "1", "--frames", "8", "-o", _tool.PathOf("w.safetensors")).MustSucceed();
        _source = ["--network", "ulvio-s", "--weights", _tool.PathOf("w.safetensors"), "--data", _tool.PathOf("world"), "--sequence", "07", "--calibration", "2"];
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_run_gives_predictions_metrics_cost_and_layers()
    {
        string csv = _tool.PathOf("p8.csv");
        JsonElement json = Json("run", "--precision", "p8", "--backend", "golden", "--backend", "emulator", "-o", csv, "--json");
        Assert.Equal(["pair", "0", "1", "2", "3"], File.ReadAllLines(csv).Skip(1).Select(line => line.Split(',')[0]));
        Assert.Equal("ulvio-s", json.GetProperty("network").GetString());
        Assert.Equal(4, json.GetProperty("pairs").GetInt32());
        Assert.Equal(csv, json.GetProperty("predictions").GetString());
        JsonElement metrics = json.GetProperty("metrics");
        Assert.True(metrics.GetProperty("t_rmse").GetDouble() > 0 && metrics.GetProperty("r_rmse").GetDouble() > 0 && metrics.GetProperty("ate").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("t_rel").ValueKind);
        JsonElement[] layers = [.. json.GetProperty("layers").EnumerateArray()];
        Assert.Equal(13, layers.Length);
        Assert.Equal(json.GetProperty("cycles").GetInt64(), layers.Sum(layer => layer.GetProperty("cycles").GetInt64()));
        Assert.Equal(json.GetProperty("macs").GetInt64(), layers.Sum(layer => layer.GetProperty("macs").GetInt64()));
        Assert.Equal(13 * 4, json.GetProperty("jobs_compared").GetInt32());
        Assert.Contains(json.GetProperty("host").EnumerateArray(), step => step.GetProperty("name").GetString() == "visual_encoder.avgpool");
    }

    [Fact]
    public void The_float_reference_is_told_with_both_slopes_and_costs_nothing()
    {
        JsonElement json = Json("run", "--precision", "f32", "-o", _tool.PathOf("f32.csv"), "--json");
        double own = json.GetProperty("metrics").GetProperty("t_rmse").GetDouble(), hardware = json.GetProperty("metrics_hardware_slope").GetProperty("t_rmse").GetDouble();
        Assert.NotEqual(own, hardware);
        Assert.InRange(hardware / own, 0.9, 1.1);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("cycles").ValueKind);
    }

    [Fact]
    public void One_layer_is_compared_on_the_codes_that_it_gets()
    {
        JsonElement json = Json("run", "--precision", "fp4", "--layer", "visual_encoder.conv4", "--backend", "emulator", "--json");
        Assert.True(json.GetProperty("agree").GetBoolean());
        Assert.Equal(32, json.GetProperty("m").GetInt32());
        Assert.True(json.GetProperty("backends")[0].GetProperty("cycles").GetInt64() > 0);
    }

    [Fact]
    public void What_assign_writes_is_a_precision_that_sweep_takes()
    {
        string mixed = _tool.PathOf("mixed.json");
        JsonElement found = Json("assign", "--budget-cycles", "60%", "--points", "1", "-o", mixed, "--plot", _tool.PathOf("front.svg"), "--json");
        Assert.StartsWith("<", File.ReadAllText(_tool.PathOf("front.svg")), StringComparison.Ordinal);
        JsonElement swept = Json("sweep", "--precision", "p16", "--precision", mixed, "--out", _tool.PathOf("out"), "--json");
        JsonElement[] results = [.. swept.GetProperty("results").EnumerateArray()];
        Assert.Equal(["p16", "mixed"], results.Select(result => result.GetProperty("precision").GetString()));
        Assert.Equal(found.GetProperty("chosen").GetProperty("cycles").GetInt64(), results[1].GetProperty("cycles").GetInt64());
        Assert.True(results[1].GetProperty("cycles").GetInt64() < 0.62 * results[0].GetProperty("cycles").GetInt64());
        Assert.Equal(["constant motion", "no motion"], swept.GetProperty("baselines").EnumerateArray().Select(baseline => baseline.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(["mixed.csv", "p16.csv"], Directory.GetFiles(_tool.PathOf("out")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_name_every_layer_and_what_the_host_does()
    {
        string text = Tool.Run(["vio", "run", .. _source, "--precision", "p16", "--frames", "1-2", "-o", _tool.PathOf("p16.csv")]).MustSucceed().Out;
        Assert.Contains("inertial_encoder.encoder_conv.0", text, StringComparison.Ordinal);
        Assert.Contains("on the host: visual_encoder.avgpool", text, StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(_tool.PathOf("p16.csv")).Skip(2));
    }

    [Theory]
    [InlineData("frames 0-9 of sequence 07: it has frames 0-4", "--frames", "0-9")]
    [InlineData("is not A-B", "--frames", "seven")]
    [InlineData("neither a format", "--precision", "p12")]
    [InlineData("backend", "--backend", "silver")]
    [InlineData("no layer \"conv4\"", "--layer", "conv4")]
    [InlineData("there is no folder", "-o", "/nonexistent/x.csv")]
    public void Bad_input_is_named(string message, params string[] arguments)
    {
        string[] output = arguments[0] == "-o" ? [] : ["-o", _tool.PathOf("x.csv")];
        Tool.Run(["vio", "run", .. _source, .. output, .. arguments]).MustFail(2, message);
        Assert.False(File.Exists(_tool.PathOf("x.csv")));
    }

    [Fact]
    public void Networks_weights_and_data_that_are_not_there_are_named()
    {
        string world = _tool.PathOf("world"), weights = _tool.PathOf("w.safetensors");
        Tool.Run("vio", "run", "--network", "vgg", "--data", world, "--sequence", "07").MustFail(2, "network \"vgg\" is unknown: ulvio, ulvio-s");
        Tool.Run("vio", "run", "--network", "ulvio-s", "--data", world, "--sequence", "07").MustFail(2, "ulvio-s needs --weights");
        Tool.Run("vio", "run", "--network", "ulvio", "--weights", weights, "--data", world, "--sequence", "07").MustFail(2, "visual_encoder.conv1.conv.weight is (8, 2, 5, 5), the network wants (8, 6, 5, 5)");
        Tool.Run("vio", "run", "--network", "ulvio-s", "--weights", weights, "--data", _tool.PathOf("nowhere"), "--sequence", "07").MustFail(2, "no such folder");
        Tool.Run("vio", "run", "--network", "ulvio-s", "--weights", weights, "--data", world).MustFail(2, "--sequence 06");
        Tool.Run("vio", "assign", "--network", "ulvio-s", "--weights", weights, "--data", world, "--sequence", "07", "--budget-cycles", "10").MustFail(2, "no assignment fits the budget");
    }

    private JsonElement Json(string verb, params string[] arguments)
    {
        using JsonDocument document = JsonDocument.Parse(Tool.Run(["vio", verb, .. _source, .. arguments]).MustSucceed().Out);
        return document.RootElement.Clone();
    }
}
