namespace XrNpe.Vio;

/// <summary>A picture of 8 bits a sample.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 for grey, 3 for red, green, blue.</param>
/// <param name="Pixels">Rows from the top, in each the pixels from the left, in each the channels.</param>
public sealed record Frame(int Width, int Height, int Channels, byte[] Pixels)
{
    /// <summary>Rows from the top, in each the pixels from the left, in each the channels.</summary>
    public byte[] Pixels { get; } = Pixels.Length == (long)Width * Height * Channels
        ? Pixels
        : throw new ArgumentException($"{Pixels.Length} samples for {Width}×{Height} pixels of {Channels}", nameof(Pixels));

    /// <summary>
    /// The picture in another number of channels: grey is repeated, colour becomes its ITU-R 601 luma in the fixed point that Pillow
    /// uses for its mode L, (19595·r + 38470·g + 7471·b + 2¹⁵) / 2¹⁶.
    /// </summary>
    /// <param name="channels">1 or 3.</param>
    public Frame WithChannels(int channels) => (Channels, channels) switch
    {
        (1, 1) or (3, 3) => this,
        (1, 3) => new Frame(Width, Height, 3, Repeat(Pixels)),
        (3, 1) => new Frame(Width, Height, 1, Luma(Pixels)),
        _ => throw new ArgumentOutOfRangeException(nameof(channels), channels, $"from {Channels} channels: 1 and 3 are known"),
    };

    private static byte[] Repeat(byte[] grey)
    {
        byte[] colour = new byte[grey.Length * 3];
        for (int i = 0; i < grey.Length; i++) colour.AsSpan(i * 3, 3).Fill(grey[i]);
        return colour;
    }

    private static byte[] Luma(byte[] colour)
    {
        const int Red = 19595, Green = 38470, Blue = 7471, Half = 1 << 15, Bits = 16;
        byte[] grey = new byte[colour.Length / 3];
        for (int i = 0, from = 0; i < grey.Length; i++, from += 3)
        {
            grey[i] = (byte)(((Red * colour[from]) + (Green * colour[from + 1]) + (Blue * colour[from + 2]) + Half) >> Bits);
        }

        return grey;
    }
}
