namespace XrNpe.Arith.Tests;

public class RmmecActivityTests
{
    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Dark_cells_never_toggle_and_the_others_add_up(NumberFormat format)
    {
        var random = new Random(1);
        var activity = new RmmecActivity(format);
        for (int i = 0; i < 500; i++) activity.Step((ushort)random.Next(1 << 16), (ushort)random.Next(1 << 16));

        Assert.Equal(500, activity.Steps);
        Assert.Equal(format, activity.Format);
        Assert.Equal(0, activity.Toggles(CellRole.Dark));
        Assert.True(activity.Toggles(CellRole.Multiply) > 0);
        Assert.Equal(format != NumberFormat.P16, activity.Toggles(CellRole.Exponent) > 0);

        var cells = from row in Enumerable.Range(0, 7) from column in Enumerable.Range(0, 7) select (row, column);
        Assert.Equal(
            activity.Toggles(CellRole.Multiply) + activity.Toggles(CellRole.Exponent),
            cells.Sum(cell => activity.Toggles(cell.row, cell.column)));
    }

    [Fact]
    public void Toggles_are_counted_wire_by_wire()
    {
        var activity = new RmmecActivity(NumberFormat.Fp4);
        activity.Step(0x0002, 0x0002); // lane 0: 1 · 1, significands 2 and 2, A = B = 8
        Assert.Equal(0, activity.Toggles(CellRole.Multiply));
        activity.Step(0x0003, 0x0002); // 1.5 · 1, significand 3
        Assert.Equal(1, activity.Toggles(CellRole.Multiply));
        Assert.Equal(1, activity.Toggles(0, 0));
        Assert.Equal(0, activity.Toggles(CellRole.Exponent));
        activity.Step(0x0005, 0x0002); // 3 · 1: significand 3 again, and A = 7: all of its low four bits change, and borrows of A − B begin
        Assert.Equal(1, activity.Toggles(CellRole.Multiply));
        Assert.Equal(2, activity.Toggles(0, 3));
        Assert.Equal(2 + 1, activity.Toggles(0, 4));
        Assert.Equal(1, activity.Toggles(0, 5));
    }

    [Fact]
    public void Equal_words_toggle_nothing()
    {
        var activity = new RmmecActivity(NumberFormat.P8);
        for (int i = 0; i < 3; i++) activity.Step(0x1234, 0x5678);
        Assert.Equal(0, activity.Toggles(CellRole.Multiply) + activity.Toggles(CellRole.Exponent));
    }
}
