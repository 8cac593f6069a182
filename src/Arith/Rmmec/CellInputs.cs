using System.Numerics;

namespace XrNpe.Arith;

/// <summary>What a cell of the grid is given, after operand isolation: what its role does not use is 0.</summary>
/// <param name="Role">What it does.</param>
/// <param name="A">Digit of A's significand, 2 bits.</param>
/// <param name="B">Digit of B's significand.</param>
/// <param name="ExponentA">Digit of the first number to compare, 2 bits.</param>
/// <param name="ExponentB">Digit of the second.</param>
/// <param name="BorrowA">Borrow of A − B out of the next lower digit.</param>
/// <param name="BorrowB">Borrow of B − A out of the next lower digit.</param>
public readonly record struct CellInputs(
    CellRole Role, uint A = 0, uint B = 0, uint ExponentA = 0, uint ExponentB = 0, bool BorrowA = false, bool BorrowB = false)
{
    private const uint DigitMask = 3;

    /// <summary>The same with everything at 0 that the role does not use, and digits cut to 2 bits: the AND gates in front of a cell.</summary>
    public CellInputs Isolated() => Role switch
    {
        CellRole.Multiply => new CellInputs(Role, A & DigitMask, B & DigitMask),
        CellRole.Exponent => new CellInputs(Role, 0, 0, ExponentA & DigitMask, ExponentB & DigitMask, BorrowA, BorrowB),
        _ => default,
    };

    /// <summary>How many of the ten wires into the cell are different in <paramref name="other"/>.</summary>
    public int TogglesTo(in CellInputs other) => BitOperations.PopCount(Wires ^ other.Wires);

    private uint Wires => A | (B << 2) | (ExponentA << 4) | (ExponentB << 6) | (BorrowA ? 1u << 8 : 0) | (BorrowB ? 1u << 9 : 0);
}
