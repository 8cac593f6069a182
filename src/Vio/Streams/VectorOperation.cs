namespace XrNpe.Vio;

/// <summary>What test vectors can be of: the operations of <see cref="EvalOperation"/>, in its order, and two more.</summary>
public enum VectorOperation
{
    /// <summary>a · b.</summary>
    Mul = EvalOperation.Mul,

    /// <summary>a + b.</summary>
    Add = EvalOperation.Add,

    /// <summary>a − b.</summary>
    Sub = EvalOperation.Sub,

    /// <summary>a · b + c with one rounding.</summary>
    Fma = EvalOperation.Fma,

    /// <summary>Σ aᵢ · bᵢ with one rounding.</summary>
    Dot = EvalOperation.Dot,

    /// <summary>a in another format.</summary>
    Convert,

    /// <summary>a taken apart: NaR, sign, exponent, significand.</summary>
    Decode,
}
