namespace XrNpe.Arith;

/// <summary>From a number type to its format.</summary>
internal static class NumberTypes
{
    /// <summary>The format of <typeparamref name="T"/>; a constant to the compiler.</summary>
    /// <exception cref="NotSupportedException">It is none of the engine's types.</exception>
    public static NumberFormat FormatOf<T>()
    {
        if (typeof(T) == typeof(Fp4)) return NumberFormat.Fp4;
        if (typeof(T) == typeof(Posit4)) return NumberFormat.P4;
        if (typeof(T) == typeof(Posit8)) return NumberFormat.P8;
        return typeof(T) == typeof(Posit16)
            ? NumberFormat.P16
            : throw new NotSupportedException($"{typeof(T)} is none of Fp4, Posit4, Posit8 and Posit16");
    }
}
