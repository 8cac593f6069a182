namespace XrNpe.Arith;

/// <summary>
/// What a row of cells in the exponent role makes of two numbers A and B. The borrow out of the highest cell says which is the larger; each
/// cell then contributes its digit of the larger one and of the one difference that is not negative.
/// </summary>
/// <param name="Max">max(A, B).</param>
/// <param name="MaxMinusA">max(A, B) − A, which is max(0, B − A).</param>
/// <param name="MaxMinusB">max(A, B) − B, which is max(0, A − B).</param>
public readonly record struct ExponentComparison(uint Max, uint MaxMinusA, uint MaxMinusB);
