using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary><c>xrnpe_rmmec_cell</c> and <c>xrnpe_rmmec_cell_exponent</c>: every input in every role.</summary>
internal sealed unsafe class CellModuleCheck() : Check(3, "rtl-cell", needsRtl: true)
{
    private const int Inputs = 1 << 10;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        var cells = (delegate* unmanaged[Cdecl]<uint*, uint*, long, void>)ModuleLibrary.SmallUnit("cells");
        foreach (CellRole role in Enum.GetValues<CellRole>()) run.ForAll(role.ToString().ToLowerInvariant(), 1, Inputs, _ => Wrong(cells, role));
    }

    private static string? Wrong(delegate* unmanaged[Cdecl]<uint*, uint*, long, void> cells, CellRole role)
    {
        uint[] inputs = new uint[Inputs];
        uint[] outputs = new uint[Inputs];
        uint enables = role switch { CellRole.Multiply => 1u << 10, CellRole.Exponent => 1u << 11, _ => 0 };
        for (uint wires = 0; wires < Inputs; wires++) inputs[wires] = wires | enables;
        fixed (uint* i = inputs, o = outputs)
        {
            cells(i, o, Inputs);
        }

        for (uint wires = 0; wires < Inputs; wires++)
        {
            var given = new CellInputs(
                role, wires & 3, wires >> 2 & 3, wires >> 4 & 3, wires >> 6 & 3, (wires >> 8 & 1) != 0, (wires >> 9 & 1) != 0);
            CellOutputs expected = RmmecCell.Evaluate(given);
            uint word = expected.Product | (expected.AMinusB << 4) | (expected.BMinusA << 6)
                | (expected.BorrowA ? 1u << 8 : 0) | (expected.BorrowB ? 1u << 9 : 0) | (expected.Product << 10);
            if (outputs[wires] != word) return $"{given}: outputs {outputs[wires]:x4}, should be {word:x4}, {expected}";
        }

        return null;
    }
}
