namespace XrNpe.Arith.Tests;

public class RmmecCellTests
{
    /// <summary>All ten input wires in every combination.</summary>
    private const int AllInputs = 1 << 10;

    [Fact]
    public void A_multiplying_cell_multiplies_and_ignores_exponents_on_all_inputs()
    {
        for (uint wires = 0; wires < AllInputs; wires++)
        {
            CellInputs cell = Inputs(CellRole.Multiply, wires);
            Assert.Equal(new CellOutputs(cell.A * cell.B), RmmecCell.Evaluate(cell));
        }
    }

    [Fact]
    public void An_exponent_cell_subtracts_both_ways_on_all_inputs()
    {
        for (uint wires = 0; wires < AllInputs; wires++)
        {
            CellInputs cell = Inputs(CellRole.Exponent, wires);
            int forth = (int)cell.ExponentA - (int)cell.ExponentB - (cell.BorrowA ? 1 : 0);
            int back = (int)cell.ExponentB - (int)cell.ExponentA - (cell.BorrowB ? 1 : 0);
            var expected = new CellOutputs(0, (uint)(forth + 4) % 4, (uint)(back + 4) % 4, forth < 0, back < 0);
            Assert.Equal(expected, RmmecCell.Evaluate(cell));
        }
    }

    [Fact]
    public void A_dark_cell_gives_zeros_on_all_inputs()
    {
        for (uint wires = 0; wires < AllInputs; wires++) Assert.Equal(default, RmmecCell.Evaluate(Inputs(CellRole.Dark, wires)));
    }

    [Theory]
    [InlineData(CellRole.Dark, 0)]
    [InlineData(CellRole.Multiply, 4)]
    [InlineData(CellRole.Exponent, 6)]
    public void Operand_isolation_lets_through_what_the_role_uses(CellRole role, int wires)
    {
        CellInputs before = Inputs(role, 0).Isolated();
        CellInputs after = Inputs(role, AllInputs - 1).Isolated();
        Assert.Equal(wires, before.TogglesTo(after));
        Assert.Equal(wires, after.TogglesTo(before));
        Assert.Equal(role, after.Role);
    }

    [Fact]
    public void Digits_are_cut_to_two_bits()
    {
        var cell = new CellInputs(CellRole.Multiply, 0xfffffffd, 0x7);
        Assert.Equal(3u, RmmecCell.Evaluate(cell).Product);
        Assert.Equal(new CellInputs(CellRole.Multiply, 1, 3), cell.Isolated());
    }

    private static CellInputs Inputs(CellRole role, uint wires) => new(
        role, wires & 3, wires >> 2 & 3, wires >> 4 & 3, wires >> 6 & 3, (wires >> 8 & 1) != 0, (wires >> 9 & 1) != 0);
}
