namespace XrNpe.Vio;

/// <summary>A road in a meadow, with buildings on both sides, below clouds.</summary>
internal sealed class OutdoorScene : Scene
{
    private const double PointEvery = 0.4; // m
    private const double Plot = 13; // m: one building at most on each
    private const double Density = 0.72; // of plots
    private const double Margin = 45; // m of plots beyond the road
    private const double Verge = 3; // m between road and buildings
    private const double HalfRoad = 4; // m
    private const double EdgeLine = 3.5, HalfLine = 0.12; // m from the middle
    private const double Haze = 170; // m
    private const double Horizon = -1e-3; // directions that point no lower see the sky
    private const double PostEvery = 9, PostFromMiddle = 5.2; // m

    private static readonly Colour HazeColour = new(0.74, 0.79, 0.85), Grass = new(0.34, 0.42, 0.22), Asphalt = new(0.38, 0.38, 0.4), Line = new(0.92, 0.92, 0.88);
    private static readonly Colour SkyHigh = new(0.42, 0.58, 0.84), Cloud = new(0.93, 0.93, 0.94);

    private readonly RoadMap _road;
    private readonly uint _groundSeed, _skySeed;

    /// <summary>Builds along a road.</summary>
    public OutdoorScene(ClosedCurve road, int seed)
    {
        Vector3d[] middle = [.. Enumerable.Range(0, (int)(road.Length / PointEvery) + 1).Select(i => road.At(i * PointEvery))];
        _road = new RoadMap(middle);
        _groundSeed = HashRandom.Seed(seed, WorldSeed.Ground);
        _skySeed = HashRandom.Seed(seed, WorldSeed.Sky);
        var random = new HashRandom(seed, WorldSeed.Buildings);
        Boxes = [.. Buildings(middle, _road, random), .. Posts(road, _road, random)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Box> Boxes { get; }

    /// <inheritdoc/>
    public override int BackgroundSurface(in Ray ray) => ray.Direction.Z >= Horizon ? 1 : 0;

    /// <inheritdoc/>
    public override Colour Background(in Ray ray)
    {
        if (ray.Direction.Z >= Horizon) return Sky(ray);
        double depth = -ray.Origin.Z / ray.Direction.Z;
        Vector3d point = ray.At(depth);
        double footprint = ray.Footprint(depth, axis: 2);
        double noise = SurfaceNoise.At(point.X, point.Y, 5, 6, footprint, _groundSeed);
        double distance = _road.Distance(point.X, point.Y);

        // Edges are as soft as a pixel is large.
        double onRoad = Math.Clamp(0.5 + ((HalfRoad - distance) / Math.Max(footprint, 0.3)), 0, 1);
        Colour ground = Colour.Mix((1 + (0.6 * noise)) * Grass, (1 + (0.5 * noise)) * Asphalt, onRoad);
        double line = Math.Clamp(1 - ((Math.Abs(distance - EdgeLine) - HalfLine) / Math.Max(footprint, 0.05)), 0, 1) * Math.Min(1, 2 * HalfLine / footprint);
        return Hazy(Colour.Mix(ground, Line, line), depth * ray.Direction.Length);
    }

    /// <inheritdoc/>
    public override Colour Face(in Ray ray, Box box, double depth, int axis)
    {
        (double u, double v) = Along(ray.At(depth), axis);
        double footprint = ray.Footprint(depth, axis);
        double noise = SurfaceNoise.At(u, v, 6, 6, footprint, box.Seed + (uint)axis);
        double window = axis == 2 ? 0 : Pulse(u / 3.2) * Pulse(v / 3) * SurfaceNoise.Visible(1.6, footprint);
        double bright = Light(ray, axis) * (1 + (0.35 * noise)) * (1 - (0.65 * window));
        return Hazy(bright * box.Paint, depth * ray.Direction.Length);
    }

    /// <summary>On every plot a building, unless it would stand on the road, and sometimes none.</summary>
    private static IEnumerable<Box> Buildings(Vector3d[] middle, RoadMap map, HashRandom random)
    {
        double left = middle.Min(p => p.X) - Margin, right = middle.Max(p => p.X) + Margin;
        double bottom = middle.Min(p => p.Y) - Margin, top = middle.Max(p => p.Y) + Margin;
        for (double x = left; x < right; x += Plot)
        {
            for (double y = bottom; y < top; y += Plot)
            {
                double width = random.Uniform(2.5, 9), length = random.Uniform(2.5, 9), height = random.Uniform(2.5, 12);
                Vector3d low = new(x + random.Uniform(0, Plot - width), y + random.Uniform(0, Plot - length), 0);
                double clear = HalfRoad + Verge + (Math.Sqrt((width * width) + (length * length)) / 2);
                Box box = Painted(low, low + new Vector3d(width, length, height), random);
                bool built = random.Uniform(0, 1) < Density;
                if (built && map.Distance(low.X + (width / 2), low.Y + (length / 2)) > Math.Min(clear, RoadMap.Farthest - 0.1)) yield return box;
            }
        }
    }

    /// <summary>Posts and low walls along both edges: what moves most in a picture.</summary>
    private static IEnumerable<Box> Posts(ClosedCurve road, RoadMap map, HashRandom random)
    {
        for (double along = 0; along < road.Length - PostEvery; along += PostEvery)
        {
            Vector3d ahead = road.Direction(along), left = new(-ahead.Y, ahead.X, 0);
            foreach (int side in new[] { -1, 1 })
            {
                double width = random.Uniform(0.3, 0.9), height = random.Uniform(0.6, 2.2), beyond = random.Uniform(0, 1.5);
                Vector3d centre = road.At(along + random.Uniform(0, PostEvery)) + (side * (PostFromMiddle + beyond) * left);
                Vector3d half = new(width / 2, width / 2, 0);
                Box box = Painted(centre - half, centre + half + new Vector3d(0, 0, height), random);

                // Where the road crosses itself, or bends sharply, a post beside one part would stand on the other.
                if (map.Distance(centre.X, centre.Y) > PostFromMiddle - 0.5) yield return box;
            }
        }
    }

    private static Box Painted(Vector3d low, Vector3d high, HashRandom random)
    {
        double grey = random.Uniform(0.25, 0.9), warm = random.Uniform(-0.12, 0.18);
        return new Box(low, high, new Colour(grey + warm, grey, grey - warm), (uint)(16_777_216 * random.Uniform(0, 1)));
    }

    private static double Pulse(double x) => Math.Clamp(0.5 + (2 * Math.Sin(2 * Math.PI * x)), 0, 1);

    private static Colour Hazy(Colour colour, double distance) => Colour.Mix(HazeColour, colour, Math.Exp(-distance / Haze));

    /// <summary>Clouds at no finite distance: they move with rotation only.</summary>
    private Colour Sky(in Ray ray)
    {
        Vector3d direction = ray.Direction.Unit();
        double up = Math.Max(direction.Z, 0) + 0.12;
        double noise = SurfaceNoise.At(direction.X / up, direction.Y / up, 1.6, 5, ray.Pixel / up, _skySeed);
        Colour clear = Colour.Mix(HazeColour, SkyHigh, Math.Clamp(2 * direction.Z, 0, 1));
        return Colour.Mix(clear, Cloud, Math.Clamp(0.3 + noise, 0, 1));
    }
}
