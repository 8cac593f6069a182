namespace XrNpe.Arith;

/// <summary>
/// The fast path: every code looked up once as a fixed-point integer, then integer dot products. The same bits as
/// <see cref="PlainDotProducts"/>, because integer sums are exact in any order.
/// </summary>
internal readonly struct FixedDotProducts<TKernel, T> : IDotProducts
    where TKernel : struct, IFixedKernel<T>
{
    private readonly NumberFormat _format;
    private readonly int _terms;
    private readonly T[] _a;
    private readonly T[] _b;
    private readonly bool[] _aHasNaR;
    private readonly bool[] _bHasNaR;

    public FixedDotProducts(NumberFormat format, int terms, ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        _format = format;
        _terms = terms;
        (_a, _aHasNaR) = Convert(format, terms, a);
        (_b, _bHasNaR) = Convert(format, terms, b);
    }

    /// <inheritdoc/>
    public Quire128 Dot(int row, int column)
    {
        // NaR poisons a whole row of A and a whole column of B.
        if (_aHasNaR[row] || _bHasNaR[column]) return new Quire128(_format, Int128.Zero, isNaR: true);
        Int128 sum = TKernel.Dot(_a.AsSpan(row * _terms, _terms), _b.AsSpan(column * _terms, _terms));
        return new Quire128(_format, sum, isNaR: false);
    }

    private static (T[] Values, bool[] RowHasNaR) Convert(NumberFormat format, int terms, ReadOnlySpan<ushort> codes)
    {
        FormatInfo info = FormatInfo.Of(format);
        ReadOnlySpan<long> table = FixedPoint.Table(format);
        var values = new T[codes.Length];
        var rowHasNaR = new bool[codes.Length / terms];
        for (int i = 0; i < values.Length; i++)
        {
            uint code = codes[i] & info.Mask;
            values[i] = TKernel.Narrow(table[(int)code]);
            if (code == info.NaRCode && info.HasNaR) rowHasNaR[i / terms] = true;
        }

        return (values, rowHasNaR);
    }
}
