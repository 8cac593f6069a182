using CsCheck;

namespace XrNpe.Arith.Tests;

/// <summary>Random codes in which the rare ones are not rare.</summary>
public static class Generators
{
    /// <summary>Codes of an input format: half uniform, half at or next to 0, ±1, NaR and the ends of each regime.</summary>
    public static Gen<uint> Code(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        Gen<uint> uniform = Gen.UInt[0, info.Mask];
        Gen<uint> edge = Gen.Select(Gen.Int[0, info.Bits], Gen.Int[-2, 2], Gen.Bool)
            .Select((bit, offset, negate) => (uint)(((1 << bit) + offset) * (negate ? -1 : 1)) & info.Mask);
        return Gen.Frequency((1, uniform), (1, edge));
    }

    /// <summary>Codes without NaR.</summary>
    public static Gen<uint> RealCode(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        return Code(format).Select(code => info.HasNaR && code == info.NaRCode ? 1u : code);
    }

    /// <summary>Doubles near the formats' range, of few or many significant bits, and any bit pattern at all.</summary>
    public static Gen<double> Double => Gen.Frequency(
        (3, Gen.Select(Gen.Double[-2, 2], Gen.Int[-160, 140]).Select(Math.ScaleB)),
        (2, Gen.Select(Gen.Int[-70_000, 70_000], Gen.Int[-60, 40]).Select((m, e) => Math.ScaleB(m, e))),
        (1, Gen.ULong.Select(BitConverter.UInt64BitsToDouble)));
}
