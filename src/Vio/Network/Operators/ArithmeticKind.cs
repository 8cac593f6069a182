namespace XrNpe.Vio;

/// <summary>What <see cref="Arithmetic"/> does with two elements.</summary>
public enum ArithmeticKind
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The first minus the second.</summary>
    Subtract,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The first over the second.</summary>
    Divide,
}
