namespace XrNpe.Arith;

/// <summary>
/// The golden RMMEC (reconfigurable mantissa multiplication): a 7×7 grid of 2-bit × 2-bit cells that multiplies the
/// significands of all lanes of a SIMD word, cell by cell as module <c>xrnpe_rmmec</c> does. Section 4 of the design.
/// </summary>
public static class Rmmec
{
    /// <summary>Rows and columns of the grid: 2-bit digits in the widest significand, p16's 13 bits.</summary>
    public const int Digits = 7;

    /// <summary>Bits of the product word.</summary>
    public const int ProductBits = 4 * Digits;

    /// <summary>What the cell at a row (digit of A) and column (digit of B) does in the mode of a format.</summary>
    public static CellRole RoleOf(NumberFormat format, int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Digits);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Digits);
        FormatInfo info = FormatInfo.RequireInput(format);

        // A cell multiplies where its row's digit and its column's digit belong to the same lane.
        int lane = row / DigitsPerLane(info);
        return lane == column / DigitsPerLane(info) && lane < info.Lanes ? CellRole.Multiply : CellRole.Dark;
    }

    /// <summary>Multiplies the significands of all lanes.</summary>
    /// <param name="format">The mode.</param>
    /// <param name="significandsA">14 bits, laid out as on the operand bus; see <see cref="OperandBus.Significands"/>.</param>
    /// <param name="significandsB">The same of B.</param>
    /// <returns>28 bits: p16's product in [25:0], p8 lane j's in [12j+11:12j], fp4 or p4 lane i's in [4i+3:4i].</returns>
    public static uint Multiply(NumberFormat format, uint significandsA, uint significandsB)
    {
        uint product = 0;
        for (int row = 0; row < Digits; row++)
        {
            for (int column = 0; column < Digits; column++)
            {
                if (RoleOf(format, row, column) != CellRole.Multiply) continue;
                product += Cell(significandsA >> (2 * row), significandsB >> (2 * column)) << (2 * (row + column));
            }
        }

        return product;
    }

    /// <summary>Counts the cells of a mode by role.</summary>
    public static Utilisation UtilisationOf(NumberFormat format)
    {
        int multiplying = 0;
        for (int cell = 0; cell < Digits * Digits; cell++)
        {
            if (RoleOf(format, cell / Digits, cell % Digits) == CellRole.Multiply) multiplying++;
        }

        return new Utilisation(multiplying, (Digits * Digits) - multiplying);
    }

    /// <summary>2-bit digits in one lane's significand.</summary>
    internal static int DigitsPerLane(FormatInfo info) => (info.SignificandBits + 1) / 2;

    /// <summary>One cell: the product of the low two bits of each operand, by partial products; module <c>xrnpe_rmmec_cell</c>.</summary>
    private static uint Cell(uint a, uint b)
    {
        b &= 3;
        return ((a & 1) != 0 ? b : 0) + ((a & 2) != 0 ? b << 1 : 0);
    }
}
