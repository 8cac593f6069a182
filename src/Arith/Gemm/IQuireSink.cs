namespace XrNpe.Arith;

/// <summary>Takes sums of any width, those of p16 too.</summary>
internal interface IQuireSink : ISumSink
{
    /// <summary>Takes one sum.</summary>
    void Store(int row, int column, Int128 sum);
}
