using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary><c>xrnpe_rmmec_cell</c> and <c>xrnpe_rmmec_cell_exponent</c>: every input in every role.</summary>
internal sealed unsafe class CellModuleCheck() : Check(3, "rtl-cell", needsRtl: true)
{
    private const int Inputs = 1 << 10;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var cells = (delegate* unmanaged[Cdecl]<uint*, uint*, long, void>)ModuleLibrary.Function(ModuleLibrary.Units, ModuleLibrary.UnitsOf(ExponentUnit.Cells), "cells");
        foreach (CellRole role in Enum.GetValues<CellRole>()) run.ForAll(role.ToString().ToLowerInvariant(), 1, Inputs, _ => Wrong(cells, role));
    }

    private static string? Wrong(delegate* unmanaged[Cdecl]<uint*, uint*, long, void> cells, CellRole role)
    {
        uint[] inputs = new uint[Inputs];
        uint[] outputs = new uint[Inputs];
        for (uint wires = 0; wires < Inputs; wires++) inputs[wires] = Wires(Given(role, wires));
        fixed (uint* i = inputs, o = outputs)
        {
            cells(i, o, Inputs);
        }

        for (uint wires = 0; wires < Inputs; wires++)
        {
            CellInputs given = Given(role, wires);
            CellOutputs expected = RmmecCell.Evaluate(given);
            CellOutputs actual = new(
                Product(outputs[wires]), outputs[wires] >> 4 & 3, outputs[wires] >> 6 & 3, (outputs[wires] >> 8 & 1) != 0, (outputs[wires] >> 9 & 1) != 0);
            uint plain = Product(outputs[wires] >> 10);
            if (actual != expected || plain != expected.Product) return $"{given}: {actual}, and {plain} out of the plain cell, should be {expected}";
        }

        return null;
    }

    private static CellInputs Given(CellRole role, uint wires) =>
        new(role, wires & 3, wires >> 2 & 3, wires >> 4 & 3, wires >> 6 & 3, (wires >> 8 & 1) != 0, (wires >> 9 & 1) != 0);

    /// <summary>
    /// The cell's own enable holds its exponent digits. Significand digits come isolated by the grid, a row or a column at a time, and a chain of
    /// borrows starts with none.
    /// </summary>
    private static uint Wires(in CellInputs given)
    {
        CellInputs isolated = given.Isolated();
        return isolated.A | (isolated.B << 2) | (given.ExponentA << 4) | (given.ExponentB << 6)
            | (isolated.BorrowA ? 1u << 8 : 0) | (isolated.BorrowB ? 1u << 9 : 0) | (given.Role == CellRole.Exponent ? 1u << 10 : 0);
    }

    /// <summary>Partial products of weight 1, 2, 2 and 4.</summary>
    private static uint Product(uint partial) => (partial & 1) + (2 * ((partial >> 1 & 1) + (partial >> 2 & 1))) + (4 * (partial >> 3 & 1));
}
