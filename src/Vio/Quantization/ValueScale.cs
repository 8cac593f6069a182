using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>How a value of a network is held in codes: value ≈ code · 2^scale, with one scale for all of it or one for each channel, its first axis.</summary>
/// <param name="Format">Format of the codes.</param>
/// <param name="Scales">One, or one a channel.</param>
public sealed record ValueScale(NumberFormat Format, int[] Scales)
{
    /// <summary>One scale for all channels.</summary>
    public static ValueScale Uniform(NumberFormat format, int scale) => new(format, [scale]);

    /// <summary>One scale serves all channels.</summary>
    public bool IsUniform => Scales.Length == 1;

    /// <summary>The scale of a channel.</summary>
    public int Of(int channel) => Scales.Length == 1 ? Scales[0] : Scales[channel];

    /// <summary>The largest scale of all channels.</summary>
    public int Largest => Scales.Max();

    /// <summary>The same format and, channel by channel, the same scales.</summary>
    public bool Same(ValueScale other) =>
        Format == other.Format
        && (Scales.Length == other.Scales.Length || IsUniform || other.IsUniform)
        && Enumerable.Range(0, Math.Max(Scales.Length, other.Scales.Length)).All(channel => Of(channel) == other.Of(channel));

    /// <inheritdoc/>
    public override string ToString()
    {
        int least = Scales.Min(), most = Largest;
        return $"{FormatInfo.Of(Format)} · 2^{(least == most ? $"{least}" : $"{least}…{most}")}";
    }
}
