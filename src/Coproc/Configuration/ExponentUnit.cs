namespace XrNpe.Coproc;

/// <summary>What turns the exponents of the p8, p4 and fp4 lanes into shifts. p16 always has an adder of its own.</summary>
public enum ExponentUnit
{
    /// <summary>Small dedicated adders.</summary>
    Adders,

    /// <summary>RMMEC cells that the mode does not multiply with: they compare −ea with eb and give both distances to the larger.</summary>
    Cells,
}
