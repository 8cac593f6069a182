using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>ReLU, leaky or not: x for x ≥ 0, else slope · x.</summary>
/// <param name="Slope">0 for plain ReLU; 0.1 in UL-VIO.</param>
public sealed record Rectifier(double Slope) : Operator
{
    private const int LargestM = byte.MaxValue;
    private const int LargestS = 15;

    /// <inheritdoc/>
    public override string Description => Slope == 0 ? "ReLU" : string.Create(CultureInfo.InvariantCulture, $"LeakyReLU {Slope}");

    /// <summary>
    /// The nearest that the output units can do: slope m/2^s with m of 8 bits and the largest s, 205/2048 for 0.1. Null for a slope that they cannot
    /// do at all: below 0 or above 255.
    /// </summary>
    public Activation? Hardware
    {
        get
        {
            if (Slope == 0) return Activation.Relu;
            if (Slope is not (> 0 and <= LargestM)) return null;
            int shift = LargestS;
            while (Math.Round(Math.ScaleB(Slope, shift)) > LargestM) shift--;
            int m = (int)Math.Round(Math.ScaleB(Slope, shift));

            // The smallest s that says the same: 1/4 is 1/2^2, not 128/2^9.
            while (m != 0 && m % 2 == 0 && shift > 0) (m, shift) = (m / 2, shift - 1);
            return Activation.LeakyRelu((byte)m, (byte)shift);
        }
    }

    /// <summary>The same with the slope that the output units have.</summary>
    public Rectifier AsHardware() => Hardware is { Kind: ActivationKind.LeakyRelu } leaky ? new Rectifier(Math.ScaleB(leaky.SlopeM, -leaky.SlopeS)) : this;

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs) => Single(inputs);

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        return input with { Data = Array.ConvertAll(input.Data, x => x < 0 ? x * Slope : x) };
    }
}
