using XrNpe.Arith;

namespace XrNpe.Vio.Tests;

public sealed class ParetoSearchTests
{
    private static readonly NumberFormat[] Formats = [NumberFormat.P16, NumberFormat.P8, NumberFormat.Fp4];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_front_is_what_trying_everything_finds(int seed)
    {
        var random = new Random(seed);
        LayerChoice[][] layers = [.. Enumerable.Range(0, 5).Select(_ => Formats.Select(format => new LayerChoice(format, random.Next(20), random.Next(1, 30), random.Next(1, 30))).ToArray())];
        (double Error, long Cycles, long Bytes)[] all = [.. All(layers)];
        (double, long, long)[] unbeaten = [.. all.Where(point => !all.Any(other => other != point && other.Error <= point.Error && other.Cycles <= point.Cycles && other.Bytes <= point.Bytes)).Distinct().Order()];
        IReadOnlyList<AssignmentPoint> front = ParetoSearch.Front(layers);
        Assert.Equal(unbeaten, front.Select(point => (point.Error, point.Cycles, point.Bytes)).Distinct().Order());
        Assert.All(front, point => Assert.Equal(point.Error, layers.Zip(point.Formats, (choices, format) => choices.Single(choice => choice.Format == format).Error).Sum()));

        long cycles = random.Next(40, 120), bytes = random.Next(40, 120);
        double? best = all.Where(point => point.Cycles <= cycles && point.Bytes <= bytes).Select(point => (double?)point.Error).Min();
        Assert.Equal(best, ParetoSearch.Best(front, cycles, bytes)?.Error);
    }

    [Fact]
    public void Many_layers_stay_searchable_and_keep_the_fastest_and_the_best()
    {
        var random = new Random(1);
        LayerChoice[][] layers = [.. Enumerable.Range(0, 40).Select(_ => Formats.Select((format, i) =>
            new LayerChoice(format, i == 0 ? 0 : Math.Pow(10, -random.Next(1, 6)) * i, random.Next(1000, 100000) / (1 << i), random.Next(1000, 100000) / (1 << i))).ToArray())];
        IReadOnlyList<AssignmentPoint> front = ParetoSearch.Front(layers);
        Assert.Equal(layers.Sum(choices => choices.Min(choice => choice.Error)), front.Min(point => point.Error), 1e-12);
        Assert.Equal(layers.Sum(choices => choices.Min(choice => choice.Cycles)), front.Min(point => point.Cycles));
        IReadOnlyList<AssignmentPoint> byCycles = ParetoSearch.ByCycles(front);
        Assert.True(byCycles.Count > 10);
        Assert.All(byCycles.Zip(byCycles.Skip(1)), pair => Assert.True(pair.First.Cycles < pair.Second.Cycles && pair.First.Error > pair.Second.Error));
    }

    private static IEnumerable<(double Error, long Cycles, long Bytes)> All(IReadOnlyList<LayerChoice[]> layers)
    {
        IEnumerable<(double Error, long Cycles, long Bytes)> all = [(0, 0, 0)];
        foreach (LayerChoice[] choices in layers) all = all.SelectMany(point => choices.Select(choice => (point.Error + choice.Error, point.Cycles + choice.Cycles, point.Bytes + choice.Bytes)));
        return all;
    }
}
