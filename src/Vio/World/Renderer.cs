namespace XrNpe.Vio;

/// <summary>
/// Takes pictures of a scene: four rays a pixel, each to the nearest face. The picture spans the same view whatever its size: 80° across,
/// 45° high.
/// </summary>
internal static class Renderer
{
    /// <summary>Tangent of half the angle across.</summary>
    public const double HalfWidth = 1 / 1.2;

    /// <summary>Tangent of half the angle upwards.</summary>
    public const double HalfHeight = HalfWidth / 2;

    private const int Rays = 2; // a pixel, each way
    private const double Sharpness = 0.8; // of a pixel, as textures take it

    /// <summary>Takes a picture in colour.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="camera">Camera to world.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public static Frame Picture(Scene scene, Pose camera, int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        int columns = width * Rays, rows = height * Rays;
        double pixel = Sharpness * 2 * Math.Max(HalfWidth / width, HalfHeight / height);
        List<BoxOutline> outlines = Outlines(scene, camera, columns, rows);
        RayLine[] lines = [new RayLine(columns), new RayLine(columns)];
        for (int y = 0; y < height; y++)
        {
            for (int part = 0; part < Rays; part++) Cast(lines[part], camera, (y * Rays) + part, rows, pixel, outlines);
            for (int x = 0; x < width; x++) Put(RayLine.See(lines[0], lines[1], scene, x * Rays), pixels.AsSpan(((y * width) + x) * 3));
        }

        return new Frame(width, height, 3, pixels);
    }

    private static List<BoxOutline> Outlines(Scene scene, Pose camera, int columns, int rows)
    {
        Pose world = camera.Inverse();
        var outlines = new List<BoxOutline>();
        foreach (Box box in scene.Boxes)
        {
            if (BoxOutline.Find(box, world, columns, rows) is { } outline) outlines.Add(outline);
        }

        return outlines;
    }

    private static void Cast(RayLine line, Pose camera, int row, int rows, double pixel, List<BoxOutline> outlines)
    {
        line.Aim(camera, HalfHeight * ((2 * (row + 0.5) / rows) - 1), pixel);
        foreach (BoxOutline outline in outlines)
        {
            if (row >= outline.Top && row < outline.Bottom) line.Meet(outline);
        }
    }

    private static void Put(Colour colour, Span<byte> pixel) =>
        (pixel[0], pixel[1], pixel[2]) = (Level(colour.Red), Level(colour.Green), Level(colour.Blue));

    private static byte Level(double light) => (byte)((255 * Math.Clamp(light, 0, 1)) + 0.5);
}
