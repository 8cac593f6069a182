namespace XrNpe.Coproc;

/// <summary>What a job computes, before any of it is written.</summary>
/// <param name="Codes">Codes of C, row-major, M×N.</param>
/// <param name="Outcome">How the job ends once they are written.</param>
internal readonly record struct JobResult(uint[] Codes, JobOutcome Outcome);
