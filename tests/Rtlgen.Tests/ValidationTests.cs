using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

public sealed class ValidationTests
{
    [Fact]
    public void Every_problem_is_named_with_its_value_and_what_would_be_right()
    {
        CoprocConfig config = Presets.Tiny with
        {
            Name = "2nd",
            Rows = 3,
            Cols = 32,
            Slices = 8,
            DataWidth = 32,
            BufferDepth = 8,
            MaxBurst = 0,
            Formats = [NumberFormat.F32, NumberFormat.F32],
        };

        var exception = Assert.Throws<ConfigException>(() => Generator.Generate(config));

        string[] beginnings =
        [
            "name is \"2nd\"", "rows is 3: a power of two from 2 to 16", "cols is 32", "slices is 8", "data_width is 32",
            "buffer_depth is 8", "max_burst is 0", "formats holds f32", "formats holds f32", "formats names one format twice",
        ];
        Assert.Equal(beginnings.Length, exception.Problems.Count);
        Assert.All(exception.Problems.Zip(beginnings), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void No_format_at_all_is_a_problem()
    {
        var exception = Assert.Throws<ConfigException>(() => Generator.Generate(Presets.Tiny with { Formats = [] }));
        Assert.Equal("formats is empty: at least one of fp4, p4, p8, p16", exception.Message);
    }
}
