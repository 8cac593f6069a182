namespace XrNpe.Arith;

/// <summary>What the RMMEC makes of one SIMD word of each operand, and how: every cell's inputs and outputs.</summary>
public sealed class RmmecResult
{
    private readonly int[] _exponents;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly CellInputs[] _inputs;
    private readonly CellOutputs[] _outputs;

    internal RmmecResult(NumberFormat format, uint product, int[] exponents, int[] left, int[] right, CellInputs[] inputs, CellOutputs[] outputs)
    {
        (Format, Product) = (format, product);
        (_exponents, _left, _right, _inputs, _outputs) = (exponents, left, right, inputs, outputs);
    }

    /// <summary>The mode.</summary>
    public NumberFormat Format { get; }

    /// <summary>28 bits with the products of all lanes, as <see cref="Rmmec.Multiply"/> gives them.</summary>
    public uint Product { get; }

    /// <summary>The exponent sum ea + eb of a lane: the difference of its distances, and for p16 the sum out of its own adder.</summary>
    public int Exponent(int lane) => _exponents[lane];

    /// <summary>How far the lane's product is shifted left about 2^0: max(0, ea + eb).</summary>
    public int Left(int lane) => _left[lane];

    /// <summary>How far the lane's product is shifted right about 2^0: max(0, −(ea + eb)).</summary>
    public int Right(int lane) => _right[lane];

    /// <summary>What the cell at a row (digit of A) and column (digit of B) was given.</summary>
    public CellInputs Inputs(int row, int column) => _inputs[Rmmec.CellIndex(row, column)];

    /// <summary>What it gave.</summary>
    public CellOutputs Outputs(int row, int column) => _outputs[Rmmec.CellIndex(row, column)];
}
