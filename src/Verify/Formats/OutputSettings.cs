using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>What the output stage is told.</summary>
/// <param name="Input">Format of the quire.</param>
/// <param name="Output">Format of the result.</param>
/// <param name="Activation">Activation.</param>
/// <param name="Scale">Power of two.</param>
internal sealed record OutputSettings(NumberFormat Input, NumberFormat Output, Activation Activation, int Scale)
{
    /// <summary>Random activation and scale; near 0 mostly, over the whole range at times.</summary>
    public static OutputSettings Random(Random random, NumberFormat input, NumberFormat output)
    {
        Activation activation = random.Next(3) switch
        {
            0 => Activation.None,
            1 => Activation.Relu,
            _ => Activation.LeakyRelu((byte)random.Next(256), (byte)random.Next(16)),
        };
        int scale = random.Next(4) switch
        {
            0 => 0,
            1 => random.Next(-128, 128),
            _ => random.Next(-60, 40),
        };
        return new OutputSettings(input, output, activation, scale);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string activation = Activation.Kind switch
        {
            ActivationKind.None => "no activation",
            ActivationKind.Relu => "ReLU",
            _ => $"leaky ReLU {Activation.SlopeM}/2^{Activation.SlopeS}",
        };
        return $"{FormatInfo.Of(Input)} to {FormatInfo.Of(Output)}, {activation}, scale {Scale}";
    }
}
