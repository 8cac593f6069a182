namespace XrNpe.Arith;

/// <summary>The plain path: <see cref="Quire128.AddProduct"/> over <see cref="Decode"/>, code by code, as the hardware does it.</summary>
internal readonly ref struct PlainDotProducts(NumberFormat format, int terms, ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b) : IDotProducts
{
    private readonly ReadOnlySpan<ushort> _a = a;
    private readonly ReadOnlySpan<ushort> _b = b;

    /// <inheritdoc/>
    public Quire128 Dot(int row, int column) =>
        MatrixMultiply.Dot(format, _a.Slice(row * terms, terms), _b.Slice(column * terms, terms));
}
