using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify.Tests;

public sealed class ModuleConfigsTests
{
    private const int Depths = PipelineShape.Deepest + 1;

    private static readonly Func<CoprocConfig, object>[] Fields =
        [config => config.Pipeline, config => config.Slices, config => config.Quire, config => config.Exponents];

    [Fact]
    public void Every_two_values_of_two_fields_meet()
    {
        for (int first = 0; first < Fields.Length; first++)
        {
            for (int second = 0; second < first; second++)
            {
                var values = ModuleConfigs.Pairwise.Select(config => (First: Fields[first](config), Second: Fields[second](config))).ToArray();
                int pairs = values.Select(v => v.First).Distinct().Count() * values.Select(v => v.Second).Distinct().Count();
                Assert.Equal(pairs, values.Distinct().Count());
            }
        }
    }

    [Fact]
    public void Every_subset_of_the_formats_and_clock_gates_occur()
    {
        Assert.Equal(15, ModuleConfigs.Pairwise.Select(config => string.Join(' ', config.Formats)).Distinct().Count());
        Assert.Contains(ModuleConfigs.Pairwise, config => config.ClockGate);
    }

    [Fact]
    public void Level_full_has_everything_once_and_level_quick_little()
    {
        IReadOnlyList<CoprocConfig> full = ModuleConfigs.Mac(VerifyLevel.Full);
        Assert.Equal(full.Count, full.Select(ModuleConfigs.Name).Distinct().Count());
        Assert.Equal(12 * Depths, full.Count(config => config.Formats.Count == 4 && !config.ClockGate));
        Assert.All(ModuleConfigs.Mac(VerifyLevel.Quick), config => Assert.Contains(ModuleConfigs.Name(config), full.Select(ModuleConfigs.Name)));
        Assert.Equal(2, ModuleConfigs.Mac(VerifyLevel.Quick).Count);
        Assert.Equal(Depths, ModuleConfigs.Output(VerifyLevel.Full).Count);
        Assert.Single(ModuleConfigs.Output(VerifyLevel.Quick));
        Assert.All(full, config => ConfigValidator.Validate(config));
    }

    [Fact]
    public void A_name_says_everything() => Assert.Equal(
        "depth 5, 1 slices, carry-save quire, exponent adders, fp4+p8, clock gates",
        ModuleConfigs.Name(Presets.Tiny with { Pipeline = 5, ClockGate = true, Formats = [NumberFormat.Fp4, NumberFormat.P8] }));
}
