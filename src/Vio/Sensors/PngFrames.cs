using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace XrNpe.Vio;

/// <summary>Reads and writes PNG files of 8 bits a sample: grey has one channel, everything else is made red, green, blue.</summary>
public static class PngFrames
{
    /// <summary>Bytes of the end chunk: no length, its name and its check sum.</summary>
    private static ReadOnlySpan<byte> End => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xae, 0x42, 0x60, 0x82];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, is no PNG, is damaged, or has 16 bits a sample.</exception>
    public static Frame Read(string path)
    {
        byte[] bytes = InputFile.ReadAll(path);
        try
        {
            return Parse(path, bytes);
        }
        catch (Exception e) when (e is ImageFormatException or ImageProcessingException or InvalidDataException or NotSupportedException or InvalidOperationException)
        {
            throw new InputException($"{path} is not a PNG file that can be used: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, Frame frame) => OutputFile.Write(path, stream =>
    {
        using Image image = frame.Channels == 1
            ? Image.LoadPixelData<L8>(frame.Pixels, frame.Width, frame.Height)
            : Image.LoadPixelData<Rgb24>(frame.Pixels, frame.Width, frame.Height);
        image.SaveAsPng(stream, new PngEncoder
        {
            BitDepth = PngBitDepth.Bit8,
            ColorType = frame.Channels == 1 ? PngColorType.Grayscale : PngColorType.Rgb,
        });
    });

    private static Frame Parse(string path, byte[] bytes)
    {
        var decoder = new PngDecoder();
        var configuration = Configuration.Default;
        IImageInfo info = decoder.Identify(configuration, new MemoryStream(bytes), CancellationToken.None);
        PngMetadata metadata = info.Metadata.GetPngMetadata();
        if (metadata.BitDepth == PngBitDepth.Bit16) throw new InputException($"{path} has 16 bits a sample; 8 are wanted");

        // The decoder would take a file that was cut short, and leave the rest black.
        if (bytes.AsSpan().LastIndexOf(End) < 0) throw new InputException($"{path} has no end chunk (IEND): the file was cut short");
        if (metadata.ColorType is PngColorType.Grayscale)
        {
            using Image<L8> grey = decoder.Decode<L8>(configuration, new MemoryStream(bytes), CancellationToken.None);
            byte[] pixels = new byte[grey.Width * grey.Height];
            grey.CopyPixelDataTo(pixels);
            return new Frame(grey.Width, grey.Height, 1, pixels);
        }

        using Image<Rgb24> colour = decoder.Decode<Rgb24>(configuration, new MemoryStream(bytes), CancellationToken.None);
        byte[] samples = new byte[colour.Width * colour.Height * 3];
        colour.CopyPixelDataTo(samples);
        return new Frame(colour.Width, colour.Height, 3, samples);
    }
}
