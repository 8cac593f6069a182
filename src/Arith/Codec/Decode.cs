using System.Numerics;

namespace XrNpe.Arith;

/// <summary>Codes to <see cref="Unpacked"/> values: the first stage of the pipeline, module <c>xrnpe_decode</c>.</summary>
public static class Decode
{
    /// <summary>Takes a code apart. Bits above the format's width are ignored.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is not an input format.</exception>
    public static Unpacked Code(NumberFormat format, uint code)
    {
        FormatInfo info = FormatInfo.RequireInput(format);
        code &= info.Mask;
        return info.IsPosit ? Posit(info, code) : Fp4(code);
    }

    private static Unpacked Fp4(uint code)
    {
        bool sign = (code & 8) != 0;
        int field = (int)(code >> 1) & 3;
        uint fraction = code & 1;

        // Field 0 is subnormal: no leading one, and the exponent of field 1.
        return field == 0
            ? new Unpacked(false, sign, 0, fraction)
            : new Unpacked(false, sign, field - 1, 2 | fraction);
    }

    private static Unpacked Posit(FormatInfo info, uint code)
    {
        if (code == info.NaRCode) return new Unpacked(true, true, 0, 0);
        if (code == 0) return default;

        bool sign = (code & info.NaRCode) != 0;
        uint magnitude = sign ? (0 - code) & info.Mask : code;

        // Left-align what follows the sign bit, so that the regime starts at bit 31.
        uint body = magnitude << (33 - info.Bits);
        bool large = (body & 0x8000_0000u) != 0;
        int run = BitOperations.LeadingZeroCount(large ? ~body : body);
        int regime = large ? run - 1 : -run;

        // The regime and the bit that ends it; a shift by 32 must clear, which C# does not do by itself.
        uint rest = run + 1 >= 32 ? 0 : body << (run + 1);
        int exponentField = info.ExponentSize == 0 ? 0 : (int)(rest >> (32 - info.ExponentSize));
        uint fraction = rest << info.ExponentSize;

        int exponent = (regime << info.ExponentSize) + exponentField;
        uint significand = (0x8000_0000u | (fraction >> 1)) >> (32 - info.SignificandBits);
        return new Unpacked(false, sign, exponent, significand);
    }
}
