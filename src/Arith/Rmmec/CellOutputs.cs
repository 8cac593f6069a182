namespace XrNpe.Arith;

/// <summary>What a cell of the grid gives. Outputs of a function that is not its role are 0.</summary>
/// <param name="Product">Product of the significand digits, 4 bits.</param>
/// <param name="AMinusB">Digit of A − B, 2 bits.</param>
/// <param name="BMinusA">Digit of B − A.</param>
/// <param name="BorrowA">Borrow of A − B into the next higher digit; out of the highest: A is less than B.</param>
/// <param name="BorrowB">Borrow of B − A into the next higher digit; out of the highest: B is less than A.</param>
public readonly record struct CellOutputs(uint Product = 0, uint AMinusB = 0, uint BMinusA = 0, bool BorrowA = false, bool BorrowB = false);
