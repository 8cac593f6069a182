namespace XrNpe.Arith;

/// <summary>The exact dot products of a matrix multiply, however they are come by.</summary>
internal interface IDotProducts
{
    /// <summary>Row of A times column of B.</summary>
    Quire128 Dot(int row, int column);
}
