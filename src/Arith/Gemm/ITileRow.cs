namespace XrNpe.Arith;

/// <summary>
/// One row of a register tile: the running sums of one row of A against the tile's columns of B. Kernels differ in nothing
/// else, so <see cref="Tile{TRow}"/> is written once.
/// </summary>
/// <typeparam name="TSelf">The row.</typeparam>
internal unsafe interface ITileRow<TSelf>
    where TSelf : struct, ITileRow<TSelf>
{
    /// <summary>True when this processor has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Rows of a tile: as many as the registers hold.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of a tile.</summary>
    static abstract int Columns { get; }

    /// <summary>Terms of K that one step consumes.</summary>
    static abstract int TermsPerStep { get; }

    /// <summary>Bytes of a step's terms of one row of A, or of one column of B.</summary>
    static abstract int StepBytes { get; }

    /// <summary>Bytes of a row of sums.</summary>
    static abstract int SumBytes { get; }

    /// <summary>Adds one step. <paramref name="b"/> holds the step's terms of all columns.</summary>
    static abstract TSelf MultiplyAdd(TSelf sums, byte* a, byte* b);

    /// <summary>Adds the sums to memory.</summary>
    static abstract void AddTo(TSelf sums, byte* target);
}
