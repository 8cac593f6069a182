using System.Collections.Concurrent;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>A value of a network in codes.</summary>
/// <param name="Shape">As of <see cref="RealTensor"/>: channels first.</param>
/// <param name="Scale">What a code stands for.</param>
/// <param name="Codes">One code an element.</param>
/// <param name="ChannelsLast">
/// The codes stand in memory with the channels of a pixel side by side, as a convolution reads and writes them, and not in the order of the shape.
/// </param>
public sealed record CodeTensor(int[] Shape, ValueScale Scale, ushort[] Codes, bool ChannelsLast = false)
{
    private static readonly ConcurrentDictionary<NumberFormat, double[]> Tables = new();

    /// <summary>Rounds a value to codes; a value of two or more axes with its channels last.</summary>
    /// <exception cref="InputException">A NaN meets FP4, which has no code for it.</exception>
    public static CodeTensor Of(RealTensor value, ValueScale scale)
    {
        int channels = value.Shape.Length == 0 ? 1 : value.Shape[0], inner = RealTensor.Inner(value.Shape);
        ushort[] codes = new ushort[value.Data.Length];
        for (int channel = 0; channel < channels; channel++)
        {
            int exponent = scale.Of(channel);
            ReadOnlySpan<double> data = value.Data.AsSpan(channel * inner, inner);
            for (int i = 0, at = channel; i < inner; i++, at += channels)
            {
                if (double.IsNaN(data[i]) && !FormatInfo.Of(scale.Format).HasNaR) throw new InputException($"a value of the network is NaN, and {FormatInfo.Of(scale.Format)} has no code for it");
                codes[at] = (ushort)ScaledCode.Round(scale.Format, data[i], exponent);
            }
        }

        return new CodeTensor(value.Shape, scale, codes, ChannelsLast: true);
    }

    /// <summary>The value that the codes stand for.</summary>
    public RealTensor ToReal()
    {
        double[] table = Table(Scale.Format);
        int channels = Shape.Length == 0 ? 1 : Shape[0], inner = RealTensor.Inner(Shape);
        double[] data = new double[Codes.Length];
        for (int channel = 0; channel < channels; channel++)
        {
            double unit = Math.ScaleB(1, Scale.Of(channel));
            for (int i = 0; i < inner; i++) data[(channel * inner) + i] = unit * table[Codes[ChannelsLast ? (i * channels) + channel : (channel * inner) + i]];
        }

        return new RealTensor(Shape, data);
    }

    /// <summary>The same codes in the order that is asked for.</summary>
    public CodeTensor Ordered(bool channelsLast)
    {
        if (channelsLast == ChannelsLast || Shape.Length < 2) return this with { ChannelsLast = channelsLast };
        int channels = Shape[0], inner = RealTensor.Inner(Shape);
        ushort[] codes = new ushort[Codes.Length];
        for (int channel = 0; channel < channels; channel++)
        {
            for (int i = 0; i < inner; i++)
            {
                int last = (i * channels) + channel, first = (channel * inner) + i;
                if (channelsLast) codes[last] = Codes[first];
                else codes[first] = Codes[last];
            }
        }

        return this with { Codes = codes, ChannelsLast = channelsLast };
    }

    /// <summary>The value of every code of a format.</summary>
    internal static double[] Table(NumberFormat format) => Tables.GetOrAdd(format, static f =>
    {
        double[] values = new double[1 << FormatInfo.Of(f).Bits];
        for (int code = 0; code < values.Length; code++) values[code] = FormatConvert.ToDouble(f, (uint)code);
        return values;
    });
}
