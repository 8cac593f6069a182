namespace XrNpe.Arith;

/// <summary>
/// The golden RMMEC (reconfigurable mantissa multiplication and exponent processing circuitry): a 7×7 grid of cells that multiplies the
/// significands of all lanes of a SIMD word, cell by cell as module <c>xrnpe_rmmec</c> does. Cells that a mode does not multiply
/// with turn the lanes' exponents into shift distances: see <see cref="ExponentCells"/>.
/// </summary>
public static class Rmmec
{
    /// <summary>Rows and columns of the grid: 2-bit digits in the widest significand, p16's 13 bits.</summary>
    public const int Digits = 7;

    /// <summary>Bits of the product word.</summary>
    public const int ProductBits = 4 * Digits;

    /// <summary>
    /// Row and column of the cell with the lowest exponent digit, for each slot of the operand bus; the higher digits follow in the
    /// same row. They lie off the diagonal and outside p8's two 3×3 groups.
    /// </summary>
    private static readonly (int Row, int Column)[] ExponentPlaces = [(0, 3), (1, 3), (3, 0), (4, 0)];

    /// <summary>What the cell at a row (digit of A) and column (digit of B) does in the mode of a format.</summary>
    public static CellRole RoleOf(NumberFormat format, int row, int column)
    {
        CellIndex(row, column);
        FormatInfo info = FormatInfo.RequireInput(format);

        // A cell multiplies where its row's digit and its column's digit belong to the same lane.
        int lane = row / DigitsPerLane(info);
        if (lane == column / DigitsPerLane(info) && lane < info.Lanes) return CellRole.Multiply;
        for (lane = 0; lane < ComparingLanes(info); lane++)
        {
            (int ownRow, int first) = ExponentPlace(info, lane);
            if (row == ownRow && column >= first && column < first + ExponentCells.Digits) return CellRole.Exponent;
        }

        return CellRole.Dark;
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
                product += RmmecCell.Multiply(significandsA >> (2 * row), significandsB >> (2 * column)) << (2 * (row + column));
            }
        }

        return product;
    }

    /// <summary>Multiplies all lanes and turns their exponents into shift distances, and keeps what every cell did.</summary>
    /// <param name="format">The mode.</param>
    /// <param name="busA">Operand A as <see cref="OperandBus.Decode"/> gives it, exponents as <see cref="ExponentCoding.Offset"/>.</param>
    /// <param name="busB">Operand B.</param>
    public static RmmecResult Evaluate(NumberFormat format, ulong busA, ulong busB)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        var inputs = new CellInputs[Digits * Digits];
        var outputs = new CellOutputs[Digits * Digits];
        uint product = 0;
        for (int row = 0; row < Digits; row++)
        {
            for (int column = 0; column < Digits; column++)
            {
                if (RoleOf(format, row, column) != CellRole.Multiply) continue;
                var cell = new CellInputs(CellRole.Multiply, OperandBus.Significands(busA) >> (2 * row), OperandBus.Significands(busB) >> (2 * column));
                int index = CellIndex(row, column);
                inputs[index] = cell.Isolated();
                outputs[index] = RmmecCell.Evaluate(cell);
                product += outputs[index].Product << (2 * (row + column));
            }
        }

        int[] exponents = new int[info.Lanes];
        int[] left = new int[info.Lanes];
        int[] right = new int[info.Lanes];
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            int a = OperandBus.Exponent(info, busA, lane);
            int b = OperandBus.Exponent(info, busB, lane);
            if (ComparingLanes(info) == 0)
            {
                // No cell is free: a dedicated adder, and shift distances by its sign.
                exponents[lane] = a + b;
                (left[lane], right[lane]) = (Math.Max(0, a + b), Math.Max(0, -(a + b)));
                continue;
            }

            ExponentComparison distances = Compare(info, lane, (uint)(ExponentCells.Offset - a), (uint)(ExponentCells.Offset + b), inputs, outputs);
            (left[lane], right[lane]) = ((int)distances.MaxMinusA, (int)distances.MaxMinusB);
            exponents[lane] = left[lane] - right[lane];
        }

        return new RmmecResult(format, product, exponents, left, right, inputs, outputs);
    }

    /// <summary>Counts the cells of a mode by role, in hardware with all formats and with exponent cells.</summary>
    public static Utilisation UtilisationOf(NumberFormat format) => UtilisationOf(format, [.. FormatInfo.Inputs.Select(info => info.Format)], exponentCells: true);

    /// <summary>Counts the cells of a mode by role, among the cells that hardware has.</summary>
    /// <param name="format">The mode.</param>
    /// <param name="built">The formats that are built in: a cell that none of them uses does not exist, and is not dark.</param>
    /// <param name="exponentCells">False when exponents have adders of their own, so that cells only multiply.</param>
    public static Utilisation UtilisationOf(NumberFormat format, IReadOnlyCollection<NumberFormat> built, bool exponentCells)
    {
        ArgumentNullException.ThrowIfNull(built);
        int multiplying = 0;
        int exponent = 0;
        int cells = 0;
        for (int cell = 0; cell < Digits * Digits; cell++)
        {
            (int row, int column) = (cell / Digits, cell % Digits);
            bool Works(CellRole role) => role == CellRole.Multiply || (role == CellRole.Exponent && exponentCells);
            CellRole here = RoleOf(format, row, column);
            if (built.Any(other => Works(RoleOf(other, row, column)))) cells++;
            if (here == CellRole.Multiply) multiplying++;
            if (here == CellRole.Exponent && exponentCells) exponent++;
        }

        return new Utilisation(multiplying, exponent, cells - multiplying - exponent);
    }

    /// <summary>2-bit digits in one lane's significand.</summary>
    internal static int DigitsPerLane(FormatInfo info) => (info.SignificandBits + 1) / 2;

    /// <summary>Number of a cell, row by row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    internal static int CellIndex(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Digits);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Digits);
        return (row * Digits) + column;
    }

    /// <summary>Lanes whose exponents go through cells: all, but p16 leaves no cell free.</summary>
    private static int ComparingLanes(FormatInfo info) => info.Lanes == 1 ? 0 : info.Lanes;

    private static (int Row, int Column) ExponentPlace(FormatInfo info, int lane) => ExponentPlaces[OperandBus.Slot(info, lane)];

    private static ExponentComparison Compare(FormatInfo info, int lane, uint a, uint b, CellInputs[] inputs, CellOutputs[] outputs)
    {
        (int row, int column) = ExponentPlace(info, lane);
        int lowest = CellIndex(row, column);
        bool borrowA = false;
        bool borrowB = false;
        for (int digit = 0; digit < ExponentCells.Digits; digit++)
        {
            CellInputs cell = ExponentCells.InputsOf(a, b, digit, borrowA, borrowB);
            inputs[lowest + digit] = cell;
            CellOutputs output = RmmecCell.Evaluate(cell);
            (outputs[lowest + digit], borrowA, borrowB) = (output, output.BorrowA, output.BorrowB);
        }

        return ExponentCells.Resolve(a, b, outputs.AsSpan(lowest, ExponentCells.Digits));
    }
}
