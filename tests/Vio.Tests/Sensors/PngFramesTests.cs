using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace XrNpe.Vio.Tests;

public class PngFramesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Frames_come_back(int channels)
    {
        using var scratch = new Scratch();
        byte[] noise = new byte[17 * 9 * channels];
        new Random(2).NextBytes(noise);
        PngFrames.Write(scratch.PathOf("0.png"), new Frame(17, 9, channels, noise));
        Frame back = PngFrames.Read(scratch.PathOf("0.png"));
        Assert.Equal((17, 9, channels), (back.Width, back.Height, back.Channels));
        Assert.Equal(noise, back.Pixels);
    }

    [Theory]
    [InlineData(PngColorType.Palette)]
    [InlineData(PngColorType.RgbWithAlpha)]
    public void Other_kinds_of_colour_become_red_green_blue(PngColorType type)
    {
        using var scratch = new Scratch();
        using var image = new Image<Rgba32>(2, 1);
        (image[0, 0], image[1, 0]) = (new Rgba32(255, 0, 64), new Rgba32(0, 128, 255));
        image.SaveAsPng(scratch.PathOf("0.png"), new PngEncoder { ColorType = type });
        Assert.Equal([255, 0, 64, 0, 128, 255], PngFrames.Read(scratch.PathOf("0.png")).Pixels);
    }

    [Fact]
    public void Sixteen_bits_are_refused()
    {
        using var scratch = new Scratch();
        using var image = new Image<L16>(2, 1);
        image.SaveAsPng(scratch.PathOf("0.png"), new PngEncoder { ColorType = PngColorType.Grayscale, BitDepth = PngBitDepth.Bit16 });
        Assert.Contains("16 bits", Refused(scratch.PathOf("0.png")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_short_or_no_picture_is_refused()
    {
        using var scratch = new Scratch();
        byte[] noise = new byte[64 * 64];
        new Random(3).NextBytes(noise);
        PngFrames.Write(scratch.PathOf("0.png"), new Frame(64, 64, 1, noise));
        byte[] good = File.ReadAllBytes(scratch.PathOf("0.png"));
        for (int length = 0; length < good.Length; length += 97) Refused(scratch.Write("1.png", good[..length]));
        Refused(scratch.Write("1.png", good[..^1]));

        // A flipped bit in the samples: the check sum of the chunk says so.
        byte[] flipped = [.. good];
        flipped[good.Length / 2] ^= 1;
        Refused(scratch.Write("1.png", flipped));
        Refused(scratch.Write("1.png", "P5 1 1 255 x"u8.ToArray()));
    }

    private static string Refused(string path)
    {
        string message = Assert.Throws<InputException>(() => PngFrames.Read(path)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
