namespace XrNpe.Arith;

/// <summary>Kinds of activation; the values are the codes in the descriptor.</summary>
public enum ActivationKind
{
    /// <summary>Identity.</summary>
    None = 0,

    /// <summary>max(x, 0); of NaR: NaR.</summary>
    Relu = 1,

    /// <summary>x for x ≥ 0, else x · m / 2^s, exactly.</summary>
    LeakyRelu = 2,
}

/// <summary>An activation function, applied to the exact value before the one rounding.</summary>
/// <param name="Kind">Which function.</param>
/// <param name="SlopeM">Numerator m of the leaky slope, 8 bits; 0 unless leaky.</param>
/// <param name="SlopeS">Power of two s of the slope's denominator, 0…15; 0 unless leaky.</param>
public readonly record struct Activation(ActivationKind Kind, byte SlopeM = 0, byte SlopeS = 0)
{
    /// <summary>The identity.</summary>
    public static Activation None => default;

    /// <summary>ReLU.</summary>
    public static Activation Relu => new(ActivationKind.Relu);

    /// <summary>Leaky ReLU with slope m/2^s; UL-VIO's 0.1 is 205/2048, m = 205 and s = 11.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="s"/> is above 15.</exception>
    public static Activation LeakyRelu(byte m, byte s) =>
        s <= 15 ? new(ActivationKind.LeakyRelu, m, s) : throw new ArgumentOutOfRangeException(nameof(s), s, "the slope's shift is 0…15");
}
