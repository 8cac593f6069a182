namespace XrNpe.Vio;

/// <summary>Light, 0 to 1 a channel.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    /// <summary>Sum.</summary>
    public static Colour operator +(Colour a, Colour b) => new(a.Red + b.Red, a.Green + b.Green, a.Blue + b.Blue);

    /// <summary>Multiple.</summary>
    public static Colour operator *(double scale, Colour a) => new(scale * a.Red, scale * a.Green, scale * a.Blue);

    /// <summary>A mixture: <paramref name="part"/> of <paramref name="b"/>, the rest of <paramref name="a"/>.</summary>
    public static Colour Mix(Colour a, Colour b, double part) => ((1 - part) * a) + (part * b);
}
