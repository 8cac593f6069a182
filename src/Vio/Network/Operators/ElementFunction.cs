namespace XrNpe.Vio;

/// <summary>What <see cref="Elementwise"/> does to each element; A and B are its parameters.</summary>
public enum ElementFunction
{
    /// <summary>1 / (1 + exp(−x)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Not below A, then not above B.</summary>
    Clip,

    /// <summary>A · x + B, from 0 to 1.</summary>
    HardSigmoid,

    /// <summary>x · (x / 6 + 1/2), the factor from 0 to 1.</summary>
    HardSwish,

    /// <summary>A · (exp(x) − 1) below 0, else x.</summary>
    Elu,

    /// <summary>log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>exp(x).</summary>
    Exp,

    /// <summary>The natural logarithm.</summary>
    Log,

    /// <summary>The square root.</summary>
    Sqrt,

    /// <summary>Without its sign.</summary>
    Abs,

    /// <summary>−x.</summary>
    Negate,

    /// <summary>1 / x.</summary>
    Reciprocal,

    /// <summary>The error function.</summary>
    Erf,

    /// <summary>x to the power A.</summary>
    Power,
}
