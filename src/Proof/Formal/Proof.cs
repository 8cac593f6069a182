namespace XrNpe.Proof;

/// <summary>Something to prove.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claim">What is claimed, in a few words.</param>
/// <param name="Method">How it is proven.</param>
/// <param name="Prove">Tries it in an empty folder.</param>
/// <param name="IsSabotaged">True for a copy that was broken on purpose: it must fail, or the proof of the whole one says nothing.</param>
internal sealed record Proof(string Name, string Claim, string Method, Func<string, Verdict> Prove, bool IsSabotaged = false);

/// <summary>How a proof ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claim">What is claimed.</param>
/// <param name="Method">How.</param>
/// <param name="Verdict">What the prover says.</param>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="IsAsItShould">Proven, or failed where it was sabotaged.</param>
/// <param name="Message">What went wrong, or empty.</param>
public sealed record ProofResult(string Name, string Claim, string Method, Verdict Verdict, double Seconds, bool IsAsItShould, string Message);
