namespace XrNpe.Arith;

/// <summary>Which rows of A and columns of B hold NaR: every element of C in such a row or column is NaR.</summary>
/// <param name="Rows">Per row of A.</param>
/// <param name="Columns">Per column of B.</param>
internal readonly record struct NaRVectors(bool[] Rows, bool[] Columns)
{
    /// <summary>True when there is none at all.</summary>
    public bool IsEmpty => !Rows.AsSpan().Contains(true) && !Columns.AsSpan().Contains(true);

    /// <summary>True for an element of C that is NaR.</summary>
    public bool this[int row, int column] => Rows[row] || Columns[column];
}
