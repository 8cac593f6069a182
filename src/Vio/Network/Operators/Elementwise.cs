using System.Globalization;
using MathNet.Numerics;

namespace XrNpe.Vio;

/// <summary>A function of each element by itself.</summary>
/// <param name="Function">The function.</param>
/// <param name="A">Its first parameter, where it has one: the smallest value of a clip, a slope, an exponent.</param>
/// <param name="B">Its second: the largest value of a clip, a shift.</param>
public sealed record Elementwise(ElementFunction Function, double A = 0, double B = 0) : Operator
{
    /// <inheritdoc/>
    public override string Description => Function switch
    {
        ElementFunction.Sigmoid => "sigmoid",
        ElementFunction.Tanh => "tanh",
        ElementFunction.Clip => Text($"clip to [{A}, {B}]"),
        ElementFunction.HardSigmoid => Text($"hard sigmoid of {A} · x + {B}"),
        ElementFunction.HardSwish => "hard swish",
        ElementFunction.Elu => Text($"ELU {A}"),
        ElementFunction.Softplus => "softplus",
        ElementFunction.Exp => "exp",
        ElementFunction.Log => "log",
        ElementFunction.Sqrt => "square root",
        ElementFunction.Abs => "absolute value",
        ElementFunction.Negate => "negative",
        ElementFunction.Reciprocal => "reciprocal",
        ElementFunction.Erf => "error function",
        ElementFunction.Power => Text($"power {A}"),
        _ => throw new InvalidOperationException($"no function {Function}"),
    };

    /// <summary>The function of one number.</summary>
    public double Of(double x) => Function switch
    {
        ElementFunction.Sigmoid => 1 / (1 + Math.Exp(-x)),
        ElementFunction.Tanh => Math.Tanh(x),
        ElementFunction.Clip => Math.Min(Math.Max(x, A), B),
        ElementFunction.HardSigmoid => Unit((A * x) + B),
        ElementFunction.HardSwish => x * Unit((x / 6) + 0.5),
        ElementFunction.Elu => x < 0 ? A * (Math.Exp(x) - 1) : x,

        // exp of what is not above 0 cannot overflow.
        ElementFunction.Softplus => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))),
        ElementFunction.Exp => Math.Exp(x),
        ElementFunction.Log => Math.Log(x),
        ElementFunction.Sqrt => Math.Sqrt(x),
        ElementFunction.Abs => Math.Abs(x),
        ElementFunction.Negate => -x,
        ElementFunction.Reciprocal => 1 / x,
        ElementFunction.Erf => SpecialFunctions.Erf(x),
        ElementFunction.Power => Math.Pow(x, A),
        _ => throw new InvalidOperationException($"no function {Function}"),
    };

    /// <inheritdoc/>
    public override int[] OutputShape(IReadOnlyList<int[]> inputs) => Single(inputs);

    /// <inheritdoc/>
    public override RealTensor Evaluate(IReadOnlyList<RealTensor> inputs)
    {
        RealTensor input = Single(inputs);
        return input with { Data = Array.ConvertAll(input.Data, Of) };
    }

    private static double Unit(double x) => Math.Clamp(x, 0, 1);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
