using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>
/// <c>xrnpe_output</c>: every sum that one product can be, to every output format (p16's from level full on); the sums on both sides of every
/// boundary between output codes, and with one bit far below; random ones of all input formats in turn, some
/// with a sticky bit. Results must come exactly when the pipeline's shape says.
/// </summary>
internal sealed class OutputModuleCheck() : Check(3, "rtl-output", needsRtl: true)
{
    private const int Batch = 2000;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        Quire128[][] products = [.. FormatInfo.Inputs.Where(input => input.Bits <= 8).Select(Products)];
        (FormatInfo Output, Quire128[] Quires)[] boundaries = [.. FormatInfo.Inputs.Select(output => (output, Boundaries(output)))];
        foreach (CoprocConfig config in ModuleConfigs.Output(run.Level))
        {
            var module = new OutputModule(config);
            foreach (Quire128[] quires in products) Products(run, module, quires);
            if (run.Level != VerifyLevel.Quick && config.Pipeline == Presets.Tiny.Pipeline) Products16(run, module);
            foreach ((FormatInfo output, Quire128[] quires) in boundaries)
            {
                run.ForAll($"{module}: boundaries of {output}", 1, quires.Length, step => module.Wrong(output.Format, 0, quires, run.RandomOf(output.Name, step)));
            }

            foreach (FormatInfo output in FormatInfo.All)
            {
                string part = $"{module}: random to {output}";
                run.ForAll(part, run.Pick(40, 400), Batch, step =>
                {
                    Random random = run.RandomOf(part, step);
                    Quire128[] quires = [.. Enumerable.Range(0, Batch).Select(_ => RandomQuire.Next(random, FormatInfo.Inputs[random.Next(FormatInfo.Inputs.Count)].Format))];
                    return module.Wrong(output.Format, RandomScale(random), quires, random);
                });
            }
        }
    }

    private static int RandomScale(Random random) => random.Next(4) switch
    {
        0 => random.Next(3) switch { 0 => -271, 1 => 254, _ => 0 },
        1 => random.Next(-271, 255),
        _ => random.Next(-60, 40),
    };

    /// <summary>Every sum that one product of a small format can be, NaR included.</summary>
    private static Quire128[] Products(FormatInfo input)
    {
        int codes = 1 << input.Bits;
        var quires = new HashSet<Quire128>();
        for (int pair = 0; pair < codes * codes; pair++)
        {
            var quire = new Quire128(input.Format);
            quire.AddProduct((uint)(pair / codes), (uint)(pair % codes));
            quires.Add(quire);
        }

        return [.. quires.OrderBy(q => q.IsNaR).ThenBy(q => q.Sum)];
    }

    private static void Products(CheckRun run, OutputModule module, Quire128[] products)
    {
        int[] scales = [0, 3, -3];
        foreach (FormatInfo output in FormatInfo.All)
        {
            string part = $"{module}: {FormatInfo.Of(products[0].Format)} products to {output}";
            run.ForAll(part, scales.Length, products.Length, step => module.Wrong(output.Format, scales[step], products, run.RandomOf(part, step)));
        }
    }

    /// <summary>
    /// Every magnitude that one product of p16 can be, by exponent: all significand products that any two codes with this sum of exponents
    /// have. Half of them, at random, negative.
    /// </summary>
    private static void Products16(CheckRun run, OutputModule module)
    {
        ProductMagnitudes magnitudes = new();
        run.ForAll($"{module}: p16 products to every output", magnitudes.Exponents, 0, step =>
        {
            Random random = run.RandomOf("p16 products", step);
            foreach (Int128[] batch in magnitudes.Of((int)step).Chunk(1 << 16))
            {
                Quire128[] quires = [.. batch.Select(magnitude => new Quire128(NumberFormat.P16, random.Next(2) == 0 ? magnitude : -magnitude, isNaR: false))];
                foreach (FormatInfo output in FormatInfo.All)
                {
                    if (module.Wrong(output.Format, 0, quires, random) is { } wrong) return wrong;
                    run.Count(quires.Length);
                }
            }

            return null;
        });
    }

    /// <summary>
    /// For each two neighbouring codes: the last p16 sum that gives the lower and the first that gives the upper, their neighbours,
    /// the same with a single bit somewhere below, which has to reach the sticky bit, and all negatives.
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

            int top = below == 0 ? 0 : (int)UInt128.Log2((UInt128)below);
            for (int place = 0; place < top; place += 1 + (top / 8))
            {
                quires.Add(new Quire128(NumberFormat.P16, below | (Int128.One << place), isNaR: false));
                quires.Add(new Quire128(NumberFormat.P16, -(below | (Int128.One << place)), isNaR: false));
            }
        }

        return [.. quires];
    }
}
