namespace XrNpe.Vio;

/// <summary>How test vectors are written.</summary>
public enum VectorLayout
{
    /// <summary>Lines of hexadecimal codes, commas between them: what <see cref="Evaluator"/> reads, and the result.</summary>
    Csv,

    /// <summary>One hexadecimal word a line, for Verilog's <c>$readmemh</c>.</summary>
    Readmemh,

    /// <summary>An integer array with a row for each case.</summary>
    Npy,
}
