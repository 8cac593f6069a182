using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>Activation, scale (a channel's included) and the one rounding of random quires, every input with every output format.</summary>
internal sealed class OutputStageCheck() : Check(1, "output-stage")
{
    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (FormatInfo input in FormatInfo.Inputs)
        {
            foreach (FormatInfo output in FormatInfo.All)
            {
                string part = $"{input} to {output}";
                run.ForAll(part, run.Pick(2000, 100_000), 1, step => Wrong(input.Format, output.Format, run.RandomOf(part, step)));
            }
        }
    }

    private static string? Wrong(NumberFormat input, NumberFormat output, Random random)
    {
        OutputSettings settings = OutputSettings.Random(random, input, output);
        if (random.Next(4) == 0) settings = settings with { Scale = settings.Scale + random.Next(sbyte.MinValue, sbyte.MaxValue + 1) };
        Quire128 quire = RandomQuire.Next(random, input);
        uint actual = OutputStage.Finish(quire, settings.Activation, settings.Scale, output, out bool narToFp4);
        Rational slope = settings.Activation.Kind switch
        {
            ActivationKind.None => new Rational(1),
            ActivationKind.Relu => default,
            _ => new Rational(settings.Activation.SlopeM) * Rational.PowerOfTwo(-settings.Activation.SlopeS),
        };
        uint expected = ReferenceArithmetic.Finish(ReferenceOf.Format(output), ReferenceOf.Value(quire), slope, settings.Scale);
        bool flagIsRight = narToFp4 == (quire.IsNaR && output == NumberFormat.Fp4);
        return actual == expected && flagIsRight
            ? null
            : $"{settings}, quire {QuireText.Of(quire)}: {Hex.Of(output, actual)}, should be {Hex.Of(output, expected)}";
    }
}
