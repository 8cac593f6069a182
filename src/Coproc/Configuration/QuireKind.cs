namespace XrNpe.Coproc;

/// <summary>How the quire keeps its carries. The sum is the same; area and clock differ.</summary>
public enum QuireKind
{
    /// <summary>One adder of 128 bits.</summary>
    Binary,

    /// <summary>Segments, each with an adder of its own; the carry between two waits a cycle in a register.</summary>
    CarrySave,
}
