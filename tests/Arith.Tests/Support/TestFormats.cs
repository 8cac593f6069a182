using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>The formats as theory data, and the way from a format to the reference's own name for it.</summary>
public static class TestFormats
{
    public static TheoryData<NumberFormat> Inputs => [.. FormatInfo.Inputs.Select(info => info.Format)];

    public static TheoryData<NumberFormat> All => [.. FormatInfo.All.Select(info => info.Format)];

    public static TheoryData<NumberFormat> Posits => [NumberFormat.P4, NumberFormat.P8, NumberFormat.P16];

    public static MatrixTheoryData<NumberFormat, NumberFormat> InputsByOutputs => new(
        FormatInfo.Inputs.Select(info => info.Format), FormatInfo.All.Select(info => info.Format));

    public static ReferenceFormat Reference(this NumberFormat format) => Enum.Parse<ReferenceFormat>(format.ToString());

    public static Rational? Value(this NumberFormat format, uint code) => ReferenceValue.Of(format.Reference(), code);

    /// <summary>Every code of an input format.</summary>
    public static IEnumerable<uint> Codes(this NumberFormat format) => Enumerable.Range(0, 1 << FormatInfo.Of(format).Bits).Select(code => (uint)code);

    /// <summary>Fails, saying what was asked, when two codes differ. Cheap enough for exhaustive loops.</summary>
    public static void AssertCode(uint expected, uint actual, NumberFormat format, string what, params ReadOnlySpan<uint> operands)
    {
        if (expected == actual) return;
        string list = string.Join(", ", operands.ToArray().Select(code => code.ToString("x", null)));
        Assert.Fail($"{format} {what} of {list}: expected {expected:x}, got {actual:x}");
    }
}
