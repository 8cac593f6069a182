namespace XrNpe.Arith;

/// <summary>
/// Switching activity of the grid in one mode: fed operand words one after the other, it counts how often an input wire of a cell changes.
/// A figure to compare modes and data with, not a power estimate: wires inside cells and behind them are not counted.
/// </summary>
public sealed class RmmecActivity
{
    private const int AllLanes = 0xf;

    private readonly long[] _toggles = new long[Rmmec.Digits * Rmmec.Digits];
    private RmmecResult? _last;

    /// <summary>Nothing counted yet.</summary>
    /// <param name="format">The mode.</param>
    public RmmecActivity(NumberFormat format) => Format = FormatInfo.RequireInput(format).Format;

    /// <summary>The mode.</summary>
    public NumberFormat Format { get; }

    /// <summary>Operand pairs that were fed.</summary>
    public long Steps { get; private set; }

    /// <summary>The next pair of words. The first one counts nothing: there is nothing before it.</summary>
    /// <param name="a">A SIMD word of A, lane 0 in the low bits.</param>
    /// <param name="b">A SIMD word of B.</param>
    public void Step(ushort a, ushort b)
    {
        RmmecResult next = Rmmec.Evaluate(Format, OperandBus.Decode(Format, a, AllLanes), OperandBus.Decode(Format, b, AllLanes));
        if (_last is { } last)
        {
            for (int cell = 0; cell < _toggles.Length; cell++)
            {
                (int row, int column) = (cell / Rmmec.Digits, cell % Rmmec.Digits);
                _toggles[cell] += last.Inputs(row, column).TogglesTo(next.Inputs(row, column));
            }
        }

        _last = next;
        Steps++;
    }

    /// <summary>Changes at the inputs of one cell.</summary>
    public long Toggles(int row, int column) => _toggles[Rmmec.CellIndex(row, column)];

    /// <summary>Changes at the inputs of all cells in one role; of dark ones there are none.</summary>
    public long Toggles(CellRole role)
    {
        long sum = 0;
        for (int cell = 0; cell < _toggles.Length; cell++)
        {
            if (Rmmec.RoleOf(Format, cell / Rmmec.Digits, cell % Rmmec.Digits) == role) sum += _toggles[cell];
        }

        return sum;
    }
}
