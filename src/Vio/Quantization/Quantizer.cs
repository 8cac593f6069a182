using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>A tensor as codes: tensor ≈ codes · 2^Scale.</summary>
/// <param name="Format">Format of the codes.</param>
/// <param name="Codes">Row-major.</param>
/// <param name="Scale">The power of two.</param>
public sealed record QuantizedTensor(NumberFormat Format, ushort[] Codes, int Scale)
{
    /// <summary>The values that the codes stand for, scale included.</summary>
    public double[] Dequantize() => Array.ConvertAll(Codes, code => ScaledCode.Value(Format, code, Scale));
}

/// <summary>Tensors to codes. Values are rounded once; integers are codes already and keep their bits, with scale 0.</summary>
public static class Quantizer
{
    /// <summary>Quantizes a tensor.</summary>
    /// <param name="name">What it is called in messages: <c>A</c>.</param>
    /// <param name="tensor">Values or codes.</param>
    /// <param name="format">Format of the codes.</param>
    /// <param name="scale">The scale, or null for <see cref="ScaleChooser"/>'s.</param>
    /// <exception cref="InputException">A NaN meets FP4, an integer is no code, or codes are given a scale.</exception>
    public static QuantizedTensor Quantize(string name, NumericTensor tensor, NumberFormat format, int? scale)
    {
        if (scale is < -ScaleChooser.Limit or > ScaleChooser.Limit)
        {
            throw new InputException($"the scale of {name} is {scale}: from {-ScaleChooser.Limit} to {ScaleChooser.Limit}, or auto");
        }

        if (tensor.Values is null) return FromCodes(name, tensor, format, scale);
        int chosen = scale ?? ScaleChooser.Choose(format, tensor.Values);
        ushort[] codes = new ushort[tensor.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            double x = tensor.Values[i];
            if (double.IsNaN(x) && !FormatInfo.Of(format).HasNaR)
            {
                throw new InputException(
                    $"{name}{tensor.ElementText(i)} is NaN ({tensor.Source}), and {FormatInfo.Of(format)} has no code for it: use p4, p8 or p16, or replace it");
            }

            codes[i] = (ushort)ScaledCode.Round(format, x, chosen);
        }

        return new QuantizedTensor(format, codes, chosen);
    }

    private static QuantizedTensor FromCodes(string name, NumericTensor tensor, NumberFormat format, int? scale)
    {
        if (scale is not (null or 0))
        {
            throw new InputException($"{name} ({tensor.Source}) holds codes, whose scale is 0, but {scale} was given: give 0 or auto, or float values");
        }

        ulong[] codes = CodeRange.Check(name, tensor, FormatInfo.Of(format).Name, FormatInfo.Of(format).Bits);
        return new QuantizedTensor(format, Array.ConvertAll(codes, code => (ushort)code), 0);
    }
}
