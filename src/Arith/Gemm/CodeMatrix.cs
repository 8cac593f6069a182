namespace XrNpe.Arith;

/// <summary>Codes in memory as a set of vectors: the rows of A, or the columns of B, each with K terms.</summary>
/// <param name="Data">Address of the first code.</param>
/// <param name="Wide">True when a code takes two bytes, false when one.</param>
/// <param name="Count">Number of vectors.</param>
/// <param name="Terms">Terms of each.</param>
/// <param name="VectorStride">Codes from one vector to the next.</param>
/// <param name="TermStride">Codes from one term to the next.</param>
internal readonly unsafe record struct CodeMatrix(void* Data, bool Wide, int Count, int Terms, nint VectorStride, nint TermStride)
{
    /// <summary>The code of a term.</summary>
    public uint this[int vector, int term]
    {
        get
        {
            nint index = (vector * VectorStride) + (term * TermStride);
            return Wide ? ((ushort*)Data)[index] : ((byte*)Data)[index];
        }
    }
}
