using XrNpe.Arith;

namespace XrNpe.Rtlgen;

/// <summary>One cycle of a MAC's inputs.</summary>
public readonly record struct MacVector
{
    /// <summary>The reset is active in this cycle.</summary>
    public bool Reset { get; init; }

    /// <summary>The words count; without it, everything down to <see cref="B"/> is anything.</summary>
    public bool Valid { get; init; }

    /// <summary>A dot product starts.</summary>
    public bool First { get; init; }

    /// <summary>A dot product ends.</summary>
    public bool Last { get; init; }

    /// <summary>Format of A and B.</summary>
    public NumberFormat Input { get; init; }

    /// <summary>Which lanes count, 4 bits a slice.</summary>
    public int LaneValid { get; init; }

    /// <summary>Words of A, slice 0 low.</summary>
    public ulong A { get; init; }

    /// <summary>Words of B, slice 0 low.</summary>
    public ulong B { get; init; }

    /// <summary>Format of the results in flight.</summary>
    public NumberFormat Output { get; init; }

    /// <summary>Power of two of the results in flight.</summary>
    public int Scale { get; init; }
}

/// <summary>One result, and beside it the result of a MAC that takes lane 0 alone and always.</summary>
/// <param name="Code">The code.</param>
/// <param name="NarToFp4">NaR met FP4.</param>
/// <param name="LaneCode">The code of lane 0 alone.</param>
/// <param name="LaneNarToFp4">NaR in lane 0 met FP4.</param>
public readonly record struct MacAnswer(uint Code, bool NarToFp4, uint LaneCode, bool LaneNarToFp4);
