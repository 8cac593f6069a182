namespace XrNpe.Vio;

/// <summary>A furnished room, its middle at the origin, its floor at height 0.</summary>
internal sealed class RoomScene : Scene
{
    private const double Height = 2.8; // m
    private const double Clear = 0.5; // m from where the headset may be to the furniture
    private const int Furniture = 16;
    private const int Pictures = 18;
    private readonly Box _walls;
    private readonly Colour[] _paints;

    /// <summary>Furnishes.</summary>
    public RoomScene(int seed)
    {
        var random = new HashRandom(seed, WorldSeed.Buildings);
        Vector3d corner = new(random.Uniform(3.2, 4.2), random.Uniform(2.8, 3.6), 0);
        _walls = new Box(-corner, corner + new Vector3d(0, 0, Height), default, HashRandom.Seed(seed, WorldSeed.Ground));
        _paints = [.. Enumerable.Range(0, 6).Select(_ => Paint(random, 0.45, 0.8))];
        var boxes = new List<Box>();
        while (boxes.Count < Furniture)
        {
            Vector3d size = new(random.Uniform(0.3, 1.4), random.Uniform(0.3, 1.4), random.Uniform(0.3, 2));
            Vector3d low = new(random.Uniform(-corner.X, corner.X - size.X), random.Uniform(-corner.Y, corner.Y - size.Y), random.Uniform(0, 1) < 0.7 ? 0 : Height - size.Z);
            var box = new Box(low, low + size, Paint(random, 0.25, 0.85), HashRandom.Seed((seed * Furniture) + boxes.Count, WorldSeed.Buildings));
            bool away = box.High.X < -HeadsetTrack.ReachX - Clear || box.Low.X > HeadsetTrack.ReachX + Clear
                || box.High.Y < -HeadsetTrack.ReachY - Clear || box.Low.Y > HeadsetTrack.ReachY + Clear;
            if (away) boxes.Add(box);
        }

        for (int i = 0; i < Pictures; i++) boxes.Add(Picture(corner, random));
        Boxes = boxes;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Box> Boxes { get; }

    /// <inheritdoc/>
    public override int BackgroundSurface(in Ray ray)
    {
        _walls.Leave(ray.Origin, ray.Inverse, out int axis);
        return Side(ray, axis);
    }

    /// <inheritdoc/>
    public override Colour Background(in Ray ray)
    {
        double depth = _walls.Leave(ray.Origin, ray.Inverse, out int axis);
        int side = Side(ray, axis);
        return Surface(ray, depth, axis, _paints[side], _walls.Seed + (uint)(16 * side), 0.5);
    }

    /// <inheritdoc/>
    public override Colour Face(in Ray ray, Box box, double depth, int axis) => Surface(ray, depth, axis, box.Paint, box.Seed + (uint)(16 * axis), 0.4);

    /// <summary>0 to 5 for the walls at low and high x, low and high y, floor and ceiling.</summary>
    private static int Side(in Ray ray, int axis)
    {
        double along = axis == 0 ? ray.Direction.X : axis == 1 ? ray.Direction.Y : ray.Direction.Z;
        return (2 * axis) + (along > 0 ? 1 : 0);
    }

    /// <summary>A picture, a shelf or a door on a wall.</summary>
    private static Box Picture(Vector3d corner, HashRandom random)
    {
        double width = random.Uniform(0.4, 1.4), height = random.Uniform(0.4, 1.5), deep = random.Uniform(0.03, 0.15);
        double bottom = random.Uniform(0.1, Height - height), part = random.Uniform(-1, 1);
        bool acrossX = random.Uniform(0, 1) < 0.5, high = random.Uniform(0, 1) < 0.5;
        double depth = acrossX ? corner.X : corner.Y, start = part * ((acrossX ? corner.Y : corner.X) - width);
        double near = high ? depth - deep : -depth;
        Vector3d low = acrossX ? new Vector3d(near, start, bottom) : new Vector3d(start, near, bottom);
        Vector3d size = acrossX ? new Vector3d(deep, width, height) : new Vector3d(width, deep, height);
        return new Box(low, low + size, Paint(random, 0.15, 0.95), (uint)(16_777_216 * random.Uniform(0, 1)));
    }

    private static Colour Surface(in Ray ray, double depth, int axis, Colour paint, uint seed, double contrast)
    {
        (double u, double v) = Along(ray.At(depth), axis);
        double noise = SurfaceNoise.At(u, v, 1.3, 6, ray.Footprint(depth, axis), seed);
        return (Light(ray, axis) * (1 + (contrast * noise))) * paint;
    }

    private static Colour Paint(HashRandom random, double darkest, double brightest)
    {
        double grey = random.Uniform(darkest, brightest);
        return new Colour(grey + random.Uniform(-0.08, 0.08), grey + random.Uniform(-0.04, 0.04), grey + random.Uniform(-0.08, 0.08));
    }
}
