using System.Buffers.Binary;
using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// A convolution unfolded into the rows of a matrix, on the host: what the window engine does without ever storing it. Pixels outside the
/// image are code 0.
/// </summary>
public static class Im2col
{
    /// <summary>Unfolds some rows of the matrix.</summary>
    /// <param name="window">The geometry, which must be right: see <see cref="ConvWindow.Problem"/>.</param>
    /// <param name="image">Codes of the image, NHWC with N = 1, channels not padded.</param>
    /// <param name="firstRow">First row of the matrix, that is, output pixel.</param>
    /// <param name="rows">Receives whole rows of <see cref="ConvWindow.Terms"/> codes.</param>
    public static void Unfold(ConvWindow window, ReadOnlySpan<ushort> image, long firstRow, Span<ushort> rows)
    {
        int terms = (int)window.Terms, run = window.KernelWidth * window.Channels;
        for (int row = 0; row < rows.Length / terms; row++)
        {
            Span<ushort> target = rows.Slice(row * terms, terms);
            for (int ky = 0; ky < window.KernelHeight; ky++) UnfoldRow(window, image, firstRow + row, ky, target.Slice(ky * run, run));
        }
    }

    /// <summary>One row of the kernel: in memory one run of pixels, unless it reaches over an edge.</summary>
    private static void UnfoldRow(ConvWindow window, ReadOnlySpan<ushort> image, long row, int ky, Span<ushort> target)
    {
        int first = ky * window.KernelWidth;
        if (window.Locate(row, first, out int y, out int x) && x + window.KernelWidth <= window.Width)
        {
            image.Slice(((y * window.Width) + x) * window.Channels, target.Length).CopyTo(target);
            return;
        }

        for (int kx = 0; kx < window.KernelWidth; kx++)
        {
            Span<ushort> channels = target.Slice(kx * window.Channels, window.Channels);
            if (window.Locate(row, first + kx, out y, out x)) image.Slice(((y * window.Width) + x) * window.Channels, window.Channels).CopyTo(channels);
            else channels.Clear();
        }
    }

    /// <summary>Unfolds the whole matrix, <see cref="ConvWindow.Rows"/> × <see cref="ConvWindow.Terms"/> codes.</summary>
    /// <inheritdoc cref="Unfold(ConvWindow, ReadOnlySpan{ushort}, long, Span{ushort})"/>
    public static ushort[] Unfold(ConvWindow window, ReadOnlySpan<ushort> image)
    {
        ushort[] rows = new ushort[checked(window.Rows * window.Terms)];
        Unfold(window, image, 0, rows);
        return rows;
    }

    /// <summary>
    /// Unfolds one row of the matrix out of packed memory: the words of the kernel's pixels, one after the other. Pad lanes are 0 whatever
    /// the image holds there.
    /// </summary>
    /// <param name="window">The geometry, which must be right.</param>
    /// <param name="format">Format of the image.</param>
    /// <param name="image">The image from its first pixel on.</param>
    /// <param name="stride">Bytes from one image row to the next.</param>
    /// <param name="row">Row of the matrix, that is, output pixel.</param>
    /// <param name="packed">Receives <see cref="ConvWindow.KernelBytes"/> bytes.</param>
    public static void UnfoldPacked(ConvWindow window, NumberFormat format, ReadOnlySpan<byte> image, uint stride, long row, Span<byte> packed)
    {
        const int WordBytes = 2;
        FormatInfo info = FormatInfo.Of(format);
        int pixelBytes = WordBytes * window.ChannelWords(format);
        int validBits = (((window.Channels - 1) % info.Lanes) + 1) * info.Bits;
        for (int pixel = 0; pixel < window.KernelHeight * window.KernelWidth; pixel++)
        {
            Span<byte> target = packed.Slice(pixel * pixelBytes, pixelBytes);
            if (!window.Locate(row, pixel, out int y, out int x))
            {
                target.Clear();
                continue;
            }

            image.Slice(checked((int)((y * (long)stride) + (x * (long)pixelBytes))), pixelBytes).CopyTo(target);
            Span<byte> last = target[^WordBytes..];
            BinaryPrimitives.WriteUInt16LittleEndian(last, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(last) & ((1 << validBits) - 1)));
        }
    }
}
