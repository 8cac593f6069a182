namespace XrNpe.Arith;

/// <summary>How many of the grid's cells do what in one mode.</summary>
/// <param name="Multiplying">Cells that multiply significand digits.</param>
/// <param name="Exponent">Cells that compare exponent digits.</param>
/// <param name="Dark">Cells whose operands are held at zero.</param>
public readonly record struct Utilisation(int Multiplying, int Exponent, int Dark)
{
    /// <summary>All cells.</summary>
    public int Cells => Multiplying + Exponent + Dark;
}
