using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>A Verilated <c>xrnpe_mac</c>, and what is wrong with what it gives.</summary>
internal sealed unsafe class MacModule
{
    /// <summary>Codes of p16, and products in a row.</summary>
    public const int Codes16 = 1 << 16;

    /// <summary>Name of the module without prefix.</summary>
    public const string Name = "mac";

    private readonly CoprocConfig _config;
    private readonly delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, SweepResult*, long, long> _sweep;
    private readonly delegate* unmanaged[Cdecl]<SweepSettings*, uint, ulong, uint*, long, long, long> _row;

    /// <summary>Builds it.</summary>
    public MacModule(CoprocConfig config)
    {
        _config = config;
        _sweep = (delegate* unmanaged[Cdecl]<SweepSettings*, MacCycle*, long, SweepResult*, long, long>)ModuleLibrary.Function(Name, config, "sweep");
        _row = (delegate* unmanaged[Cdecl]<SweepSettings*, uint, ulong, uint*, long, long, long>)ModuleLibrary.Function(Name, config, "row");
    }

    private static readonly double[] Values = [.. Enumerable.Range(0, Codes16).Select(code => FormatConvert.ToDouble(NumberFormat.P16, (uint)code))];

    /// <summary>
    /// One p16 code times every other, compared in the shim: rounded to p16 with the product of <see cref="Posit16"/>, which rung 2 judges; as float32,
    /// which shows where products beyond p16's range come to stand, with the product in float64, which is exact.
    /// </summary>
    public string? WrongRow(uint a, NumberFormat output)
    {
        uint[] expected = new uint[Codes16];
        for (int b = 0; b < expected.Length; b++) expected[b] = output == NumberFormat.P16 ? Rounded(a, (uint)b) : Single(a, b);
        SweepSettings settings = SweepSettings.From(output, 0);
        long wrong;
        fixed (uint* e = expected)
        {
            wrong = _row(&settings, (uint)NumberFormat.P16, a, e, expected.Length, new PipelineShape(_config.Pipeline).MacLatency);
        }

        if (wrong < 0) return null;
        return Smallest(MacStimulus.Products(new Random(1), _config, NumberFormat.P16, lane: 0, a, [(uint)wrong]) with { Output = output })
            ?? $"{ModuleConfigs.Name(_config)}: {Hex.Of(NumberFormat.P16, a)} * {Hex.Of(NumberFormat.P16, (uint)wrong)}: wrong in a row of products, right by itself";
    }

    /// <summary>
    /// What is wrong with a stimulus, after leaving out cycles as long as something stays wrong: halves, then quarters, down to
    /// single cycles; null when nothing is wrong.
    /// </summary>
    public string? Smallest(MacStimulus stimulus)
    {
        if (Wrong(stimulus) is not { } message) return null;
        for (int length = stimulus.Cycles.Count / 2; length > 0; length /= 2)
        {
            for (int start = 0; start < stimulus.Cycles.Count;)
            {
                MacStimulus shorter = stimulus.Without(start, length);
                string? wrong = shorter.Cycles.Count > 0 ? Wrong(shorter) : null;
                if (wrong is null) start += length;
                else (stimulus, message) = (shorter, wrong);
            }
        }

        return message;
    }

    private static uint Rounded(uint a, uint b) => (Posit16.FromBits((ushort)a) * Posit16.FromBits((ushort)b)).ToBits();

    private static uint Single(uint a, int b)
    {
        double product = Values[a] * Values[b];
        if (double.IsNaN(product)) return FormatInfo.Of(NumberFormat.F32).NaRCode;
        return product == 0 ? 0 : BitConverter.SingleToUInt32Bits((float)product);
    }

    private string? Wrong(MacStimulus stimulus)
    {
        MacCycle[] cycles = [.. stimulus.Cycles];
        var results = new SweepResult[cycles.Length];
        SweepSettings settings = SweepSettings.From(stimulus.Output, stimulus.Scale);
        long count;
        fixed (MacCycle* c = cycles)
        fixed (SweepResult* r = results)
        {
            count = _sweep(&settings, c, cycles.Length, r, results.Length);
        }

        List<SweepResult> expected = stimulus.Expected();
        for (int i = 0; i < Math.Min(count, expected.Count); i++)
        {
            if (!results[i].Equals(expected[i])) return $"{stimulus}: result {i} is {results[i]}, should be {expected[i]}";
        }

        return count == expected.Count ? null : $"{stimulus}: {count} results, should be {expected.Count}";
    }
}
