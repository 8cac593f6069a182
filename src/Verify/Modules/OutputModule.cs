using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>A Verilated <c>xrnpe_output</c>, and what is wrong with what it gives.</summary>
internal sealed unsafe class OutputModule
{
    /// <summary>A bit below the lowest is set only where a sum was cut, and then its magnitude is at least 2 to this power.</summary>
    public const int LeastSticky = 119;

    private const int IdleOdds = 8;
    private const int StickyOdds = 4;

    private readonly CoprocConfig _config;
    private readonly delegate* unmanaged[Cdecl]<SweepSettings*, SweepQuire*, SweepResult*, long, long> _sweep;

    /// <summary>Builds it.</summary>
    public OutputModule(CoprocConfig config)
    {
        _config = config;
        _sweep = (delegate* unmanaged[Cdecl]<SweepSettings*, SweepQuire*, SweepResult*, long, long>)ModuleLibrary.Function("output", config, "sweep");
    }

    private int Latency => new PipelineShape(_config.Pipeline).OutputLatency;

    /// <summary>Feeds quires, and idle cycles between them.</summary>
    /// <param name="output">Output format.</param>
    /// <param name="scale">Power of two.</param>
    /// <param name="quires">Each with its input format.</param>
    /// <param name="random">Of idle cycles, and of sticky bits where there can be any.</param>
    /// <returns>The wrong one with the least magnitude; null when all are right.</returns>
    public string? Wrong(NumberFormat output, int scale, Quire128[] quires, Random random)
    {
        var inputs = new SweepQuire[quires.Length];
        bool[] sticky = new bool[quires.Length];
        long[] cycles = new long[quires.Length];
        long cycle = Latency;
        for (int i = 0; i < quires.Length; i++)
        {
            sticky[i] = Int128.Abs(quires[i].Sum) >> LeastSticky != 0 && random.Next(StickyOdds) == 0;
            int idle = random.Next(IdleOdds) == 0 ? random.Next(1, 4) : 0;
            inputs[i] = new SweepQuire
            {
                Low = (ulong)quires[i].Sum,
                High = (ulong)(quires[i].Sum >> 64),
                Sticky = sticky[i] ? 1u : 0,
                IsNaR = quires[i].IsNaR ? 1u : 0,
                Format = (uint)quires[i].Format,
                IdleCyclesBefore = (uint)idle,
            };
            cycle += idle;
            cycles[i] = cycle++;
        }

        var results = new SweepResult[quires.Length];
        SweepSettings settings = SweepSettings.From(output, scale);
        long count;
        fixed (SweepQuire* i = inputs)
        fixed (SweepResult* r = results)
        {
            count = _sweep(&settings, i, r, inputs.Length);
        }

        string to = $"to {FormatInfo.Of(output)}, scale {scale}";
        if (count != quires.Length) return $"{to}: {count} results of {quires.Length} quires";
        (Int128 Size, string Message)? least = null;
        for (int i = 0; i < quires.Length; i++)
        {
            uint code = Expected(quires[i], sticky[i], output, scale, out bool narToFp4);
            if (results[i].Code == code && (results[i].NarToFp4 != 0) == narToFp4 && results[i].Cycle == cycles[i]) continue;
            Int128 size = Int128.Abs(quires[i].Sum);
            if (least is { } found && found.Size <= size) continue;
            var expected = new SweepResult { Code = code, NarToFp4 = narToFp4 ? 1u : 0, Cycle = cycles[i] };
            least = (size, $"{FormatInfo.Of(quires[i].Format)} {to}, quire {QuireText.Of(quires[i])}{(sticky[i] ? " and something below" : "")}: {results[i]}, should be {expected}");
        }

        return least?.Message;
    }

    private static uint Expected(in Quire128 quire, bool sticky, NumberFormat output, int scale, out bool narToFp4)
    {
        uint code = OutputStage.Finish(quire, Activation.None, scale, output, out narToFp4);
        if (!sticky || quire.IsNaR) return code;

        // What is below makes the sum larger, so the magnitude of a negative one smaller.
        bool sign = Int128.IsNegative(quire.Sum);
        UInt128 magnitude = sign ? (UInt128)(-quire.Sum) - 1 : (UInt128)quire.Sum;
        return RoundPack.Round(output, sign, magnitude, FormatInfo.Of(quire.Format).ProductLsbExponent + scale, sticky: true);
    }

    /// <inheritdoc/>
    public override string ToString() => ModuleConfigs.Name(_config);
}
