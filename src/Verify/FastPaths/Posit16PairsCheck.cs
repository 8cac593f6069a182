using System.Security.Cryptography;
using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>
/// p16's product and sum, the way users call them, against the fast reference: all 2^32 pairs of each at level exhaustive,
/// below it the rows of edge codes and random ones.
/// </summary>
internal sealed class Posit16PairsCheck() : Check(2, "p16-pairs")
{
    private static readonly PairSweep[] Sweeps =
    [
        new("multiply", "*", Multiply, ReferenceMultiply),
        new("add", "+", Add, ReferenceAdd),
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (PairSweep sweep in Sweeps)
        {
            if (run.Level == VerifyLevel.Exhaustive) sweep.Exhaust(run, Key());
            else sweep.Sample(run, run.Pick(16, 2048));
        }
    }

    /// <summary>
    /// A digest of the code that is checked, that checks and that judges: a deterministic compiler gives a module a new version exactly
    /// when what it compiles changes.
    /// </summary>
    private static string Key()
    {
        Type[] types = [typeof(Posit16), typeof(Posit16Reference), typeof(Posit16PairsCheck)];
        byte[] versions = [.. types.SelectMany(type => type.Module.ModuleVersionId.ToByteArray())];
        const int DigestBytes = 8;
        return Convert.ToHexStringLower(SHA256.HashData(versions).AsSpan(0, DigestBytes));
    }

    private static void Multiply(uint a, Span<ushort> results)
    {
        Posit16 x = Posit16.FromBits((ushort)a);
        for (int b = 0; b < results.Length; b++) results[b] = (x * Posit16.FromBits((ushort)b)).ToBits();
    }

    private static void Add(uint a, Span<ushort> results)
    {
        Posit16 x = Posit16.FromBits((ushort)a);
        for (int b = 0; b < results.Length; b++) results[b] = (x + Posit16.FromBits((ushort)b)).ToBits();
    }

    private static void ReferenceMultiply(uint a, Span<ushort> results)
    {
        for (int b = 0; b < results.Length; b++) results[b] = (ushort)Posit16Reference.Multiply(a, (uint)b);
    }

    private static void ReferenceAdd(uint a, Span<ushort> results)
    {
        for (int b = 0; b < results.Length; b++) results[b] = (ushort)Posit16Reference.Add(a, (uint)b);
    }
}
