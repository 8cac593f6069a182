using System.Numerics;
using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>
/// The rounder against rounding by search: for the small formats every magnitude that has more bits than any boundary between
/// codes, at every exponent; for the others the same at random.
/// </summary>
internal sealed class RoundCheck() : Check(1, "round")
{
    private const int SmallBits = 9; // two more than p8's boundaries have
    private const int SmallExponents = 40;

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (FormatInfo info in FormatInfo.All)
        {
            if (info.Bits <= 8)
            {
                run.ForAll($"{info}, every magnitude", (2L << SmallBits) * SmallExponents, 2, step => Small(info, step));
            }

            run.ForAll($"{info}, random", run.Pick(20_000, 1_000_000), 1, step => RandomCase(info, run.RandomOf("round", step)));
        }
    }

    private static string? Small(FormatInfo info, long step)
    {
        var magnitude = (UInt128)(ulong)(step >> 1) % (1u << SmallBits) + 1;
        int exponent = (int)(step >> (SmallBits + 1)) - (SmallExponents / 2) - SmallBits;
        bool sign = (step & 1) != 0;

        // A sticky bit is only allowed below a magnitude of some length.
        const int Longer = 24;
        return Wrong(info, sign, magnitude, exponent, sticky: false)
            ?? Wrong(info, sign, magnitude << Longer, exponent - Longer, sticky: true);
    }

    private static string? RandomCase(FormatInfo info, Random random)
    {
        // Half of the cases have one bit more than a boundary can have, so that ties are common.
        int bits = random.Next(2) == 0 ? info.SignificandBits + random.Next(1, 3) : random.Next(30, 129);
        UInt128 noise = ((UInt128)(ulong)random.NextInt64() << 65) | ((UInt128)(ulong)random.NextInt64() << 2) | (uint)random.Next(4);
        UInt128 magnitude = (noise | (UInt128.One << 127)) >> (128 - bits);
        int reach = info.MaxExponent + (info.Format == NumberFormat.F32 ? 26 : 3);
        int exponent = random.Next(-reach, reach + 1) - bits;
        return Wrong(info, random.Next(2) == 0, magnitude, exponent, sticky: bits >= 30 && random.Next(2) == 0);
    }

    private static string? Wrong(FormatInfo info, bool sign, UInt128 magnitude, int exponent, bool sticky)
    {
        uint actual = RoundPack.Round(info.Format, sign, magnitude, exponent, sticky);

        // Any fraction stands for the bits that a sticky bit stands for.
        BigInteger quarters = (4 * (BigInteger)magnitude) + (sticky ? 1 : 0);
        Rational value = ReferenceOf.Value(sign ? -quarters : quarters, exponent - 2);
        uint expected = ReferenceRounding.Round(ReferenceOf.Format(info.Format), value);
        if (actual == expected) return null;
        string input = $"{(sign ? "-" : "")}0x{magnitude:x}{(sticky ? " and a bit" : "")} · 2^{exponent}";
        return $"{input} rounds to {Hex.Of(info.Format, actual)}, should be {Hex.Of(info.Format, expected)}";
    }
}
