namespace XrNpe.Arith;

/// <summary>
/// The exponent function of the cells: three of them, from the lowest digit up, compare two numbers of 6 bits.
/// <para>
/// The RMMEC needs one comparison a lane: of −ea with eb, both offset by <see cref="Offset"/>. The two distances to the larger are the
/// lane's left and right shift about 2^0, max(0, ea + eb) and max(0, −(ea + eb)).
/// </para>
/// <para>
/// The published use is another one: floating-point products are aligned to their common maximum exponent before they are added.
/// <see cref="Align"/> does that with nothing but the same comparisons. They are chained twice: the first pass takes max(m, e) of the maximum so far
/// and the next exponent, the second compares every exponent with the maximum, and the distance max − e is the right shift of that
/// product. The maximum then is the exponent of the sum. A tree of comparisons in place of the chain gives the same in fewer steps.
/// </para>
/// </summary>
public static class ExponentCells
{
    /// <summary>Cells that compare one pair, one for each 2-bit digit.</summary>
    public const int Digits = 3;

    /// <summary>Bits of the numbers that are compared.</summary>
    public const int Bits = 2 * Digits;

    /// <summary>What is added to −ea and to eb, which are −8…8, to compare them as numbers without sign.</summary>
    public const int Offset = 8;

    private const uint Mask = (1 << Bits) - 1;

    /// <summary>Compares two numbers of <see cref="Bits"/> bits.</summary>
    public static ExponentComparison Compare(uint a, uint b)
    {
        RequireNumber(a, nameof(a));
        RequireNumber(b, nameof(b));
        Span<CellOutputs> cells = stackalloc CellOutputs[Digits];
        bool borrowA = false;
        bool borrowB = false;
        for (int digit = 0; digit < Digits; digit++)
        {
            CellOutputs cell = RmmecCell.Evaluate(InputsOf(a, b, digit, borrowA, borrowB));
            (cells[digit], borrowA, borrowB) = (cell, cell.BorrowA, cell.BorrowB);
        }

        return Resolve(a, b, cells);
    }

    /// <summary>The distances of all exponents to the largest, by comparisons alone.</summary>
    /// <param name="exponents">At least one number of <see cref="Bits"/> bits.</param>
    /// <param name="distances">Becomes max − exponent, of the same length.</param>
    /// <returns>The largest exponent.</returns>
    /// <exception cref="ArgumentException">There is no exponent, or the lengths differ.</exception>
    public static uint Align(ReadOnlySpan<uint> exponents, Span<uint> distances)
    {
        if (exponents.IsEmpty) throw new ArgumentException("no exponents: there is no largest one", nameof(exponents));
        if (distances.Length != exponents.Length)
        {
            throw new ArgumentException($"{distances.Length} distances for {exponents.Length} exponents: there must be as many", nameof(distances));
        }

        uint max = exponents[0];
        foreach (uint exponent in exponents[1..]) max = Compare(max, exponent).Max;
        for (int i = 0; i < exponents.Length; i++) distances[i] = Compare(max, exponents[i]).MaxMinusB;
        return max;
    }

    /// <summary>What the cell of a digit is given.</summary>
    internal static CellInputs InputsOf(uint a, uint b, int digit, bool borrowA, bool borrowB) =>
        new CellInputs(CellRole.Exponent, 0, 0, a >> (2 * digit), b >> (2 * digit), borrowA, borrowB).Isolated();

    /// <summary>The selection behind the cells, digit by digit, by the borrows of the highest one.</summary>
    internal static ExponentComparison Resolve(uint a, uint b, ReadOnlySpan<CellOutputs> cells)
    {
        bool less = cells[^1].BorrowA;
        bool greater = cells[^1].BorrowB;
        uint max = 0;
        uint maxMinusA = 0;
        uint maxMinusB = 0;
        for (int digit = 0; digit < cells.Length; digit++)
        {
            int low = 2 * digit;
            max |= ((less ? b : a) >> low & 3) << low;
            maxMinusA |= (less ? cells[digit].BMinusA : 0) << low;
            maxMinusB |= (greater ? cells[digit].AMinusB : 0) << low;
        }

        return new ExponentComparison(max, maxMinusA, maxMinusB);
    }

    private static void RequireNumber(uint value, string name) => ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Mask, name);
}
