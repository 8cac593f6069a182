using System.Globalization;
using XrNpe.Arith;
using XrNpe.Coproc;

namespace XrNpe.Vio;

/// <summary>Where two backends that ran one job differ, in words.</summary>
internal static class CodeDifference
{
    /// <summary>The first element of C that differs, and both its codes; null when none does.</summary>
    /// <param name="job">The job.</param>
    /// <param name="firstName">One backend.</param>
    /// <param name="first">Its codes of C.</param>
    /// <param name="secondName">The other.</param>
    /// <param name="second">Its codes.</param>
    public static string? Find(MatmulJob job, string firstName, uint[] first, string secondName, uint[] second)
    {
        int index = first.AsSpan().CommonPrefixLength(second);
        if (index == first.Length && index == second.Length) return null;
        (int row, int column) = Math.DivRem(index, job.Shape.N);
        return $"differ at C[{row}, {column}]: {firstName} {Hex(job, first, index)}, {secondName} {Hex(job, second, index)}";
    }

    private static string Hex(MatmulJob job, uint[] codes, int index) => index < codes.Length
        ? codes[index].ToString($"x{FormatInfo.Of(job.Output).HexDigits}", CultureInfo.InvariantCulture)
        : "nothing";
}
