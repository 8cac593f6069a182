using System.Numerics;
using System.Runtime.InteropServices;

namespace XrNpe.Vio;

/// <summary>
/// Resizes as Pillow's antialiased BILINEAR does on pictures of 8 bits, to the last bit: UL-VIO's weights were trained behind it, and
/// another bilinear filter gives other predictions. A triangle as wide as the scale when shrinking, weights in fixed point, rows
/// first and then columns, each rounded to 8 bits.
/// </summary>
public static class Resample
{
    private const int Colours = 3;
    private const int Half = 1 << (ResampleAxis.WeightBits - 1);

    /// <summary>Resizes a picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="width">Columns wanted, from 1 on.</param>
    /// <param name="height">Rows wanted, from 1 on.</param>
    public static Frame Bilinear(Frame frame, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (frame.Width != width) frame = Rows(frame, new ResampleAxis(frame.Width, width));
        if (frame.Height != height) frame = Columns(frame, new ResampleAxis(frame.Height, height));
        return frame;
    }

    /// <summary>Resizes a picture and gives it so many channels: colour becomes grey before, grey is repeated after.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="width">Columns wanted.</param>
    /// <param name="height">Rows wanted.</param>
    /// <param name="channels">1 or 3.</param>
    public static Frame Fit(Frame frame, int width, int height, int channels) => channels < frame.Channels
        ? Bilinear(frame.WithChannels(channels), width, height)
        : Bilinear(frame, width, height).WithChannels(channels);

    private static Frame Rows(Frame frame, ResampleAxis axis)
    {
        int fromStride = frame.Width * frame.Channels, toStride = axis.Length * frame.Channels;
        byte[] pixels = new byte[toStride * frame.Height];
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<byte> from = frame.Pixels.AsSpan(y * fromStride, fromStride);
            Span<byte> to = pixels.AsSpan(y * toStride, toStride);
            if (frame.Channels == 1) GreyRow(from, to, axis);
            else ColourRow(from, to, axis);
        }

        return new Frame(axis.Length, frame.Height, frame.Channels, pixels);
    }

    private static void GreyRow(ReadOnlySpan<byte> from, Span<byte> to, ResampleAxis axis)
    {
        for (int x = 0; x < to.Length; x++)
        {
            ReadOnlySpan<int> weights = axis.Weights(x);
            ReadOnlySpan<byte> samples = from.Slice(axis.First(x), weights.Length);
            int sum = Half;
            for (int tap = 0; tap < samples.Length; tap++) sum += weights[tap] * samples[tap];
            to[x] = Clip(sum);
        }
    }

    private static void ColourRow(ReadOnlySpan<byte> from, Span<byte> to, ResampleAxis axis)
    {
        for (int x = 0; x < axis.Length; x++)
        {
            ReadOnlySpan<int> weights = axis.Weights(x);
            ReadOnlySpan<byte> samples = from.Slice(axis.First(x) * Colours, weights.Length * Colours);
            (int red, int green, int blue) = (Half, Half, Half);
            for (int tap = 0, sample = 0; tap < weights.Length; tap++, sample += Colours)
            {
                int weight = weights[tap];
                red += weight * samples[sample];
                green += weight * samples[sample + 1];
                blue += weight * samples[sample + 2];
            }

            Span<byte> pixel = to.Slice(x * Colours, Colours);
            (pixel[0], pixel[1], pixel[2]) = (Clip(red), Clip(green), Clip(blue));
        }
    }

    private static Frame Columns(Frame frame, ResampleAxis axis)
    {
        int stride = frame.Width * frame.Channels;
        byte[] pixels = new byte[stride * axis.Length];
        int[] sums = new int[stride];
        for (int y = 0; y < axis.Length; y++)
        {
            Array.Fill(sums, Half);
            ReadOnlySpan<int> weights = axis.Weights(y);
            for (int tap = 0; tap < weights.Length; tap++)
            {
                AddRow(sums, frame.Pixels.AsSpan((axis.First(y) + tap) * stride, stride), weights[tap]);
            }

            Span<byte> to = pixels.AsSpan(y * stride, stride);
            for (int x = 0; x < stride; x++) to[x] = Clip(sums[x]);
        }

        return new Frame(frame.Width, axis.Length, frame.Channels, pixels);
    }

    /// <summary>sums += weight · row.</summary>
    private static void AddRow(Span<int> sums, ReadOnlySpan<byte> row, int weight)
    {
        int done = 0;
        int lanes = Vector<byte>.Count;
        Span<Vector<int>> wide = MemoryMarshal.Cast<int, Vector<int>>(sums);
        for (int part = 0; done + lanes <= row.Length; done += lanes, part += sizeof(int))
        {
            Vector.Widen(new Vector<byte>(row[done..]), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low, out Vector<uint> a, out Vector<uint> b);
            Vector.Widen(high, out Vector<uint> c, out Vector<uint> d);
            wide[part] += Vector.AsVectorInt32(a) * weight;
            wide[part + 1] += Vector.AsVectorInt32(b) * weight;
            wide[part + 2] += Vector.AsVectorInt32(c) * weight;
            wide[part + 3] += Vector.AsVectorInt32(d) * weight;
        }

        for (; done < row.Length; done++) sums[done] += weight * row[done];
    }

    private static byte Clip(int sum) => (byte)Math.Clamp(sum >> ResampleAxis.WeightBits, byte.MinValue, byte.MaxValue);
}
