using System.Globalization;
using System.Xml.Linq;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio.Tests;

public sealed class RooflineTests
{
    private static readonly LayerShape[] Layers = [new("row", new MatmulShape(1, 40, 200), HasChannels: true), new("square", new MatmulShape(32, 32, 256)), new("cube", new MatmulShape(64, 64, 512))];

    [Fact]
    public void Measured_points_lie_on_or_under_their_bounds_and_every_layer_has_its_marks()
    {
        IReadOnlyList<LayerProfile> profiles = Profiler.Run(Presets.Default, Layers, NumberFormat.P16, Profiler.DefaultMemory);
        XElement[] marks = [.. XDocument.Parse(Roofline.Svg(Presets.Default, profiles)).Root!.Elements()];

        // Two circles and two dashes explain; the rest belong to layers, in their order.
        XElement[] measured = [.. marks.Where(mark => mark.Name.LocalName == "circle")];
        Assert.Equal(Layers.Length + 2, measured.Length);
        double[] dashes = [.. Paths(marks, "h14").Take(Layers.Length).Select(path => Number(path.Split(' ')[1].Split('h')[0]))];
        for (int i = 0; i < Layers.Length; i++) Assert.InRange(Number(measured[i].Attribute("cy")!.Value), dashes[i], double.MaxValue);
        foreach (LayerShape layer in Layers) Assert.Contains(marks, mark => mark.Value == layer.Name);
    }

    [Fact]
    public void A_square_product_is_bound_by_the_array_and_a_single_row_by_the_bus()
    {
        IReadOnlyList<LayerProfile> profiles = Profiler.Run(Presets.Default, Layers, NumberFormat.P16, Profiler.DefaultMemory);
        XElement[] names = [.. XDocument.Parse(Roofline.Svg(Presets.Default, profiles)).Root!.Elements().Where(e => Layers.Any(layer => layer.Name == e.Value))];
        Assert.Equal(Layers.Length, names.Length);
        Assert.NotEqual(names[0].Attribute("fill")!.Value, names[2].Attribute("fill")!.Value);
        Assert.Equal(names[1].Attribute("fill")!.Value, names[2].Attribute("fill")!.Value);
    }

    private static IEnumerable<string> Paths(IEnumerable<XElement> marks, string end) =>
        marks.Where(mark => mark.Name.LocalName == "path").Select(mark => mark.Attribute("d")!.Value).Where(d => d.EndsWith(end, StringComparison.Ordinal));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
