namespace XrNpe.Verify;

/// <summary>How much a run of the ladder checks.</summary>
public enum VerifyLevel
{
    /// <summary>All rungs, below two minutes on two cores.</summary>
    Quick,

    /// <summary>Everything that can be exhausted in minutes, and more random cases.</summary>
    Full,

    /// <summary>Full, and all 2^32 operand pairs of p16, in software, in the multiplier and in the MAC; can be interrupted and resumed.</summary>
    Exhaustive,
}
