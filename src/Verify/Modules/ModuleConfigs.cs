using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>Which configurations the modules are checked in: few at level quick, because each costs a build, every one at level full.</summary>
internal static class ModuleConfigs
{
    private static readonly int[] SliceCounts = [1, 2, 4];

    /// <summary>
    /// A row for every depth with every number of slices, in which quires, exponent units and subsets of the formats take turns: every two
    /// values of two fields meet in some row.
    /// </summary>
    public static IReadOnlyList<CoprocConfig> Pairwise { get; } =
    [
        .. from depth in Enumerable.Range(0, PipelineShape.Deepest + 1)
           from s in Enumerable.Range(0, SliceCounts.Length)
           let row = (depth * SliceCounts.Length) + s
           select Config(depth, SliceCounts[s], (QuireKind)((depth + s) % 2), (ExponentUnit)((depth / 2 + s) % 2)) with
           {
               Formats = Subset(1 + (row % Subsets)),
               ClockGate = row % 4 == 1,
           },
    ];

    /// <summary>What <c>xrnpe_mac</c> is checked in.</summary>
    /// <param name="level">At quick the default and the shallowest; at full all depths, slices, quires and exponent units, and all subsets of the formats.</param>
    public static IReadOnlyList<CoprocConfig> Mac(VerifyLevel level)
    {
        CoprocConfig[] quick = [Presets.Tiny, Config(0, 4, QuireKind.Binary, ExponentUnit.Cells)];
        if (level == VerifyLevel.Quick) return quick;
        return
        [
            // Pairs of values first: what is wrong shows early.
            .. quick.Concat(Pairwise).Concat(
                from depth in Enumerable.Range(0, PipelineShape.Deepest + 1)
                from slices in SliceCounts
                from quire in Enum.GetValues<QuireKind>()
                from exponents in Enum.GetValues<ExponentUnit>()
                select Config(depth, slices, quire, exponents)).DistinctBy(Name),
        ];
    }

    /// <summary>What <c>xrnpe_output</c> is checked in: at quick the default depth, which is the deepest, at full all.</summary>
    public static IReadOnlyList<CoprocConfig> Output(VerifyLevel level) => level == VerifyLevel.Quick
        ? [Presets.Tiny]
        : [.. Enumerable.Range(0, PipelineShape.Deepest + 1).Reverse().Select(depth => Presets.Tiny with { Pipeline = depth })];

    /// <summary>
    /// What <c>xrnpe_descriptor</c> is checked in: both bus widths, all formats and few, and at full the smallest and the largest buffers.
    /// </summary>
    public static IReadOnlyList<CoprocConfig> Descriptor(VerifyLevel level)
    {
        CoprocConfig[] quick = [Presets.Tiny with { Formats = [NumberFormat.Fp4, NumberFormat.P8, NumberFormat.P16] }, Presets.Default];
        if (level == VerifyLevel.Quick) return quick;
        return
        [
            .. quick,
            Presets.Tiny with { DataWidth = 128, BufferDepth = 16, Formats = [NumberFormat.P16] },
            Presets.Tiny with { DataWidth = 64, BufferDepth = 16_384, Formats = [NumberFormat.P4, NumberFormat.P8] },
        ];
    }

    /// <summary>A configuration as messages write it.</summary>
    public static string Name(CoprocConfig config)
    {
        string quire = ConfigFile.QuireNames.First(name => name.Value == config.Quire).Key;
        string exponents = ConfigFile.ExponentNames.First(name => name.Value == config.Exponents).Key;
        string formats = string.Join('+', config.Formats.Select(format => FormatInfo.Of(format).Name));
        string gate = config.ClockGate ? ", clock gates" : "";
        return $"depth {config.Pipeline}, {config.Slices} slices, {quire} quire, exponent {exponents}, {formats}{gate}";
    }

    private const int Subsets = 15;

    private static CoprocConfig Config(int depth, int slices, QuireKind quire, ExponentUnit exponents) =>
        Presets.Tiny with { Pipeline = depth, Slices = slices, Quire = quire, Exponents = exponents };

    private static NumberFormat[] Subset(int bits) => [.. FormatInfo.Inputs.Select(info => info.Format).Where(format => (bits >> (int)format & 1) != 0)];
}
