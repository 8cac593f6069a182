using System.Numerics;
using XrNpe.Arith;
using XrNpe.Reference;

namespace XrNpe.Verify;

/// <summary>Every code of every format means what its definition says.</summary>
internal sealed class DecodeCheck() : Check(1, "decode")
{
    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (FormatInfo info in FormatInfo.Inputs) run.ForAll(info.Name, 1L << info.Bits, 1, code => Wrong(info, (uint)code));
    }

    private static string? Wrong(FormatInfo info, uint code)
    {
        Unpacked value = Decode.Code(info.Format, code);
        Rational? expected = ReferenceValue.Of(ReferenceOf.Format(info.Format), code);
        BigInteger significand = value.Sign ? -(BigInteger)value.Significand : value.Significand;
        Rational? actual = value.IsNaR ? null : ReferenceOf.Value(significand, value.Exponent - (info.SignificandBits - 1));
        bool signIsRight = value.Sign == ReferenceValue.IsMinus(ReferenceOf.Format(info.Format), code);
        return actual == expected && signIsRight ? null : $"code {Hex.Of(info.Format, code)} decodes to {Text(actual)}, is {Text(expected)}";
    }

    private static string Text(Rational? value) => value?.ToString() ?? "NaR";
}
