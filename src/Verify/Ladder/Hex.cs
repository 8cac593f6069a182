using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Verify;

/// <summary>Codes as messages write them: lower case, no prefix, as wide as the format.</summary>
internal static class Hex
{
    /// <summary>The code as hexadecimal digits.</summary>
    public static string Of(NumberFormat format, uint code) =>
        code.ToString("x" + FormatInfo.Of(format).HexDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
