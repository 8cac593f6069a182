using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>Configurations that between them take every branch of the templates.</summary>
internal static class TestConfigs
{
    private static readonly CoprocConfig[] Configs =
    [
        .. Presets.All,
        Presets.Tiny with { Name = "slices_2", Slices = 2 },
        Presets.Tiny with { Name = "slices_4", Slices = 4, DataWidth = 128, BufferDepth = 128 },
        Only("fp4_only", NumberFormat.Fp4),
        Only("p4_only", NumberFormat.P4),
        Only("p8_only", NumberFormat.P8),
        Only("p16_only", NumberFormat.P16),
        Only("fp4_p4", NumberFormat.Fp4, NumberFormat.P4) with { Slices = 2 },
        Only("p4_p8", NumberFormat.P8, NumberFormat.P4),
        Only("p8_p16", NumberFormat.P8, NumberFormat.P16) with { Slices = 4, Rows = 4 },
        Only("fp4_p16", NumberFormat.Fp4, NumberFormat.P16) with { MaxBurst = 1, OutstandingReads = 2, OutUnits = 2 },
        Only("fp4_p4_p8", NumberFormat.Fp4, NumberFormat.P4, NumberFormat.P8) with { MaxBurst = 256, BufferDepth = 16_384 },
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. Configs.Select(c => c.Name)];

    /// <summary>Every unit of every configuration.</summary>
    public static TheoryData<string, Unit> NamesAndUnits
    {
        get
        {
            var data = new TheoryData<string, Unit>();
            foreach (CoprocConfig config in Configs)
            {
                foreach (Unit unit in Enum.GetValues<Unit>()) data.Add(config.Name, unit);
            }

            return data;
        }
    }

    /// <summary>The configuration with this name.</summary>
    public static CoprocConfig Get(string name) => Configs.Single(c => c.Name == name);

    private static CoprocConfig Only(string name, params NumberFormat[] formats) => Presets.Tiny with { Name = name, Formats = formats };
}
