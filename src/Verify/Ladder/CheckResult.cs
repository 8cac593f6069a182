namespace XrNpe.Verify;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>Every case was right.</summary>
    Passed,

    /// <summary>A case was wrong.</summary>
    Failed,

    /// <summary>It could not run: a program is missing.</summary>
    NotRun,
}

/// <summary>One line of the ladder's table.</summary>
/// <param name="Rung">The rung, from 1.</param>
/// <param name="Check">Name of the check, as <see cref="LadderOptions.Only"/> takes it.</param>
/// <param name="Cases">Cases that were looked at.</param>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Empty when passed; else the smallest failing case and how to reproduce it, or what is missing.</param>
public sealed record CheckResult(int Rung, string Check, long Cases, double Seconds, CheckOutcome Outcome, string Message);
