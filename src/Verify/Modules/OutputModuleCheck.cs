using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_output</c>: every sum that one product of a small format can be, to every output format; the sums on both sides of every
/// boundary between output codes; random ones with every activation and scale.
/// </summary>
internal sealed unsafe class OutputModuleCheck() : Check(3, "rtl-output", needsRtl: true)
{
    private const int Batch = 2000;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var sweep = (delegate* unmanaged[Cdecl]<SweepSettings*, SweepQuire*, SweepResult*, long, long>)ModuleLibrary.Sweep("output", Presets.Tiny);
        foreach (FormatInfo input in FormatInfo.Inputs.Where(f => f.Bits <= 8))
        {
            Quire128[] products = Products(input.Format);
            foreach (FormatInfo output in FormatInfo.All)
            {
                int[] scales = [0, 3, -3];
                run.ForAll($"{input} products to {output}", scales.Length, products.Length, step =>
                    Wrong(sweep, new OutputSettings(input.Format, output.Format, Activation.None, scales[step]), products, idle: null));
            }
        }

        foreach (FormatInfo output in FormatInfo.Inputs)
        {
            Quire128[] boundaries = Boundaries(output);
            run.ForAll($"boundaries of {output}", 1, boundaries.Length, _ =>
                Wrong(sweep, new OutputSettings(NumberFormat.P16, output.Format, Activation.None, 0), boundaries, idle: null));
        }

        foreach (FormatInfo input in FormatInfo.Inputs)
        {
            foreach (FormatInfo output in FormatInfo.All)
            {
                string part = $"{input} to {output}, random";
                run.ForAll(part, run.Pick(20, 1000), Batch, step =>
                {
                    Random random = run.RandomOf(part, step);
                    Quire128[] quires = [.. Enumerable.Range(0, Batch).Select(_ => RandomQuire.Next(random, input.Format))];
                    return Wrong(sweep, OutputSettings.Random(random, input.Format, output.Format), quires, random);
                });
            }
        }
    }

    /// <summary>Every sum that one product can be, NaR included.</summary>
    private static Quire128[] Products(NumberFormat format)
    {
        int codes = 1 << FormatInfo.Of(format).Bits;
        var quires = new HashSet<Quire128>();
        for (int pair = 0; pair < codes * codes; pair++)
        {
            var quire = new Quire128(format);
            quire.AddProduct((uint)(pair / codes), (uint)(pair % codes));
            quires.Add(quire);
        }

        return [.. quires.OrderBy(q => q.IsNaR).ThenBy(q => q.Sum)];
    }

    /// <summary>
    /// For each two neighbouring codes: the last p16 sum that gives the lower and the first that gives the upper, their
    /// neighbours, and all negatives.
    /// </summary>
    private static Quire128[] Boundaries(FormatInfo output)
    {
        var quires = new List<Quire128>();
        uint Code(Int128 sum) => OutputStage.Finish(new Quire128(NumberFormat.P16, sum, isNaR: false), Activation.None, 0, output.Format, out _);
        for (uint code = 0; code < output.NaRCode - 1; code++)
        {
            (Int128 below, Int128 above) = (0, Int128.One << 100);
            while (above - below > 1)
            {
                Int128 middle = below + ((above - below) / 2);
                if (Code(middle) <= code) below = middle;
                else above = middle;
            }

            for (int offset = -1; offset <= 2; offset++)
            {
                quires.Add(new Quire128(NumberFormat.P16, below + offset, isNaR: false));
                quires.Add(new Quire128(NumberFormat.P16, -(below + offset), isNaR: false));
            }
        }

        return [.. quires];
    }

    private static string? Wrong(
        delegate* unmanaged[Cdecl]<SweepSettings*, SweepQuire*, SweepResult*, long, long> sweep,
        OutputSettings settings,
        Quire128[] quires,
        Random? idle)
    {
        var inputs = new SweepQuire[quires.Length];
        for (int i = 0; i < quires.Length; i++)
        {
            inputs[i] = new SweepQuire
            {
                Low = (ulong)quires[i].Sum,
                High = (ulong)(quires[i].Sum >> 64),
                IsNaR = quires[i].IsNaR ? 1u : 0,
                IdleCyclesBefore = idle is not null && idle.Next(8) == 0 ? (uint)idle.Next(1, 4) : 0,
            };
        }

        var results = new SweepResult[quires.Length];
        SweepSettings pins = SweepSettings.From(settings);
        long count;
        fixed (SweepQuire* i = inputs)
        fixed (SweepResult* r = results)
        {
            count = sweep(&pins, i, r, inputs.Length);
        }

        if (count != quires.Length) return $"{settings}: {count} results of {quires.Length} quires";
        var wrong = new List<(Int128 Size, string Message)>();
        for (int i = 0; i < quires.Length; i++)
        {
            uint expected = OutputStage.Finish(quires[i], settings.Activation, settings.Scale, settings.Output, out bool narToFp4);
            if (results[i].Code == expected && (results[i].NarToFp4 != 0) == narToFp4) continue;
            string flag = narToFp4 == (results[i].NarToFp4 != 0) ? "" : $", nar_to_fp4 {results[i].NarToFp4}";
            string actual = Hex.Of(settings.Output, results[i].Code) + flag;
            string message = $"{settings}, quire {QuireText.Of(quires[i])}: {actual}, should be {Hex.Of(settings.Output, expected)}";
            wrong.Add((Int128.Abs(quires[i].Sum), message));
        }

        return wrong.Count == 0 ? null : wrong.MinBy(w => w.Size).Message;
    }
}
