using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public sealed class PrecisionAssignmentTests : IDisposable
{
    private static readonly LoweredNetwork Network = LoweredNetwork.Of(UlVioSmall.Create(new NoParameters()));
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_is_written_reads_back()
    {
        PrecisionAssignment written = PrecisionAssignment.Of("x", Network.Layers.Select((layer, i) => (layer.Name, PrecisionSearch.Formats[i % 4])).ToDictionary());
        string path = Write(written.ToJson(Network.Network.Name));
        PrecisionAssignment read = PrecisionAssignment.Parse(path, Network);
        Assert.All(Network.Layers, layer => Assert.Equal(written[layer.Name], read[layer.Name]));
        Assert.Equal(written.ToJson("n"), read.ToJson("n"));
        Assert.Equal("mixed", read.Name);
    }

    [Fact]
    public void A_default_stands_for_layers_that_are_not_named()
    {
        PrecisionAssignment read = PrecisionAssignment.Parse(Write("""{"default": "p8", "layers": {"pose_net.regressor.2": "p16"}}"""), Network);
        Assert.Equal(NumberFormat.P16, read["pose_net.regressor.2"]);
        Assert.Equal(NumberFormat.P8, read["visual_encoder.conv1"]);
        Assert.Equal(NumberFormat.Fp4, PrecisionAssignment.Parse("fp4", Network)["visual_encoder.conv1"]);
    }

    [Theory]
    [InlineData("""{"layers": {"conv1": "p8"}}""", "no layer \"conv1\"")]
    [InlineData("""{"layers": {"visual_encoder.conv1": "p8"}}""", "gives no format for visual_encoder.conv2")]
    [InlineData("""{"default": "p9"}""", "default is \"p9\": one of")]
    [InlineData("""{"default": "f32"}""", "default is \"f32\": one of")]
    [InlineData("""{"default": "p8", "network": "other"}""", "is for the network \"other\"")]
    [InlineData("""{"default": "p8", "layers": {"visual_encoder.conv1": null}}""", "layers.visual_encoder.conv1 is \"null\"")]
    [InlineData("""[1]""", "is not a JSON object")]
    [InlineData("""{"default": """, "is not JSON")]
    public void What_is_wrong_is_named(string json, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => PrecisionAssignment.Parse(Write(json), Network)).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_words_are_refused() =>
        Assert.Contains("neither a format", Assert.Throws<InputException>(() => PrecisionAssignment.Parse("p32", Network)).Message, StringComparison.Ordinal);

    private string Write(string json)
    {
        string path = _scratch.PathOf("mixed.json");
        File.WriteAllText(path, json);
        return path;
    }
}
