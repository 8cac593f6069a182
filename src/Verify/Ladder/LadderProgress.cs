namespace XrNpe.Verify;

/// <summary>Where a run stands.</summary>
/// <param name="Rung">The rung, from 1.</param>
/// <param name="Check">Name of the check.</param>
/// <param name="Part">What of it is running.</param>
/// <param name="Done">Steps of this part done.</param>
/// <param name="Total">Steps of this part.</param>
public readonly record struct LadderProgress(int Rung, string Check, string Part, long Done, long Total);
