namespace XrNpe.Vio;

/// <summary>Operations that <see cref="Evaluator"/> knows.</summary>
public enum EvalOperation
{
    /// <summary>a · b.</summary>
    Mul,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a − b.</summary>
    Sub,

    /// <summary>a · b + c with one rounding.</summary>
    Fma,

    /// <summary>Σ aᵢ · bᵢ with one rounding.</summary>
    Dot,
}
