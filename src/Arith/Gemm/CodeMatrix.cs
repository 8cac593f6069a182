namespace XrNpe.Arith;

/// <summary>Codes in memory as a set of vectors: the rows of A, or the columns of B, each with K terms.</summary>
/// <param name="data">Address of the first code.</param>
/// <param name="wide">True when a code takes two bytes, false when one.</param>
/// <param name="count">Number of vectors.</param>
/// <param name="terms">Terms of each.</param>
/// <param name="vectorStride">Codes from one vector to the next.</param>
/// <param name="termStride">Codes from one term to the next.</param>
internal readonly unsafe struct CodeMatrix(void* data, bool wide, int count, int terms, nint vectorStride, nint termStride)
{
    /// <summary>Address of the first code.</summary>
    public void* Data => data;

    /// <summary>True when a code takes two bytes, false when one.</summary>
    public bool Wide => wide;

    /// <summary>Number of vectors.</summary>
    public int Count => count;

    /// <summary>Terms of each.</summary>
    public int Terms => terms;

    /// <summary>Codes from one vector to the next.</summary>
    public nint VectorStride => vectorStride;

    /// <summary>Codes from one term to the next.</summary>
    public nint TermStride => termStride;

    /// <summary>The code of a term.</summary>
    public uint this[int vector, int term]
    {
        get
        {
            nint index = (vector * VectorStride) + (term * TermStride);
            return Wide ? ((ushort*)Data)[index] : ((byte*)Data)[index];
        }
    }

    /// <summary>True when one of these codes may be there: what lies between the vectors is looked at as well.</summary>
    public bool MayHold(params ReadOnlySpan<ushort> wanted)
    {
        if (Count == 0 || Terms == 0) return false;
        int length = checked((int)(((Count - 1) * VectorStride) + ((Terms - 1) * TermStride) + 1));
        if (Wide) return new ReadOnlySpan<ushort>(Data, length).ContainsAny(wanted);
        foreach (ushort code in wanted)
        {
            if (new ReadOnlySpan<byte>(Data, length).Contains((byte)code)) return true;
        }

        return false;
    }
}
