namespace XrNpe.Arith;

/// <summary>
/// One cell of the grid in both of its roles: module <c>xrnpe_rmmec_cell_exponent</c>; in the multiply role alone, <c>xrnpe_rmmec_cell</c>.
/// </summary>
public static class RmmecCell
{
    private const int DigitBits = 2;
    private const uint DigitMask = (1 << DigitBits) - 1;

    /// <summary>What the cell gives for what it is given; operand isolation is part of it.</summary>
    public static CellOutputs Evaluate(in CellInputs inputs)
    {
        CellInputs cell = inputs.Isolated();
        return cell.Role switch
        {
            CellRole.Multiply => new CellOutputs(Multiply(cell.A, cell.B)),
            CellRole.Exponent => Compare(cell),
            _ => default,
        };
    }

    /// <summary>The product of two digits, by partial products.</summary>
    internal static uint Multiply(uint a, uint b)
    {
        b &= DigitMask;
        return ((a & 1) != 0 ? b : 0) + ((a & 2) != 0 ? b << 1 : 0);
    }

    private static CellOutputs Compare(in CellInputs cell)
    {
        (uint aMinusB, bool borrowA) = Subtract(cell.ExponentA, cell.ExponentB, cell.BorrowA);
        (uint bMinusA, bool borrowB) = Subtract(cell.ExponentB, cell.ExponentA, cell.BorrowB);
        return new CellOutputs(0, aMinusB, bMinusA, borrowA, borrowB);
    }

    /// <summary>A digit of a difference, and the borrow from the next higher one.</summary>
    private static (uint Digit, bool Borrow) Subtract(uint from, uint what, bool borrow)
    {
        uint difference = from - what - (borrow ? 1u : 0);
        return (difference & DigitMask, difference >> DigitBits != 0);
    }
}
