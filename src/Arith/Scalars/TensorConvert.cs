namespace XrNpe.Arith;

/// <summary>Conversions of whole tensors between floats and codes of an input format, element by element.</summary>
public static class TensorConvert
{
    /// <summary>Rounds every float to a code, as <see cref="FormatConvert.FromSingle"/> does.</summary>
    /// <param name="format">An input format.</param>
    /// <param name="values">The floats.</param>
    /// <param name="codes">As many codes.</param>
    /// <exception cref="OverflowException">NaN to FP4, which has no code for it; the message names the element.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or the format is float32.</exception>
    public static void FromSingle(NumberFormat format, ReadOnlySpan<float> values, Span<ushort> codes)
    {
        Check(format, values.Length, codes.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if (format == NumberFormat.Fp4 && float.IsNaN(values[i]))
            {
                throw new OverflowException($"element {i} is NaN, which has no code in fp4: convert to a posit, or remove the NaN");
            }

            codes[i] = (ushort)FormatConvert.FromSingle(format, values[i]);
        }
    }

    /// <summary>The value of every code, as <see cref="FormatConvert.ToSingle"/> gives it.</summary>
    /// <param name="format">An input format.</param>
    /// <param name="codes">The codes.</param>
    /// <param name="values">As many floats.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the format is float32.</exception>
    public static void ToSingle(NumberFormat format, ReadOnlySpan<ushort> codes, Span<float> values)
    {
        Check(format, values.Length, codes.Length);
        ReadOnlySpan<float> table = FormatConvert.Table(format);
        int mask = table.Length - 1;
        for (int i = 0; i < codes.Length; i++) values[i] = table[codes[i] & mask];
    }

    private static void Check(NumberFormat format, int values, int codes)
    {
        FormatInfo.RequireInput(format);
        if (values != codes) throw new ArgumentException($"{values} floats and {codes} codes: the lengths must be equal", nameof(codes));
    }
}
