namespace XrNpe.Vio;

/// <summary>A closed curve on the ground, measured by its length.</summary>
internal sealed class ClosedCurve
{
    private const int Points = 4096;
    private const double BendStep = 2; // metres to either side over which a bend is measured
    private readonly Vector3d[] _points = new Vector3d[Points + 1];
    private readonly double[] _lengths = new double[Points + 1];

    private ClosedCurve(Func<double, Vector3d> at)
    {
        for (int i = 0; i <= Points; i++) _points[i] = at(2 * Math.PI * (i % Points) / Points);
        for (int i = 1; i <= Points; i++) _lengths[i] = _lengths[i - 1] + (_points[i] - _points[i - 1]).Length;
    }

    /// <summary>Length, metres.</summary>
    public double Length => _lengths[Points];

    /// <summary>A race track: a circle of some 65 m with bends to either side.</summary>
    public static ClosedCurve Race(HashRandom random)
    {
        double radius = random.Uniform(58, 74);
        (int Order, double Amplitude, double Phase)[] bends =
        [
            .. from order in Enumerable.Range(2, 4)
               let bend = random.Uniform(0.55, 1.05) // of the circle's own curvature
               select (order, bend / ((order * order) - 1), random.Uniform(0, 2 * Math.PI)),
        ];
        return new ClosedCurve(angle =>
        {
            double distance = radius * (1 + bends.Sum(b => b.Amplitude * Math.Sin((b.Order * angle) + b.Phase)));
            return new Vector3d(distance * Math.Cos(angle), distance * Math.Sin(angle), 0);
        });
    }

    /// <summary>A figure of eight (Gerono's lemniscate) of some 80 m by 45 m.</summary>
    public static ClosedCurve Eight(HashRandom random)
    {
        double length = random.Uniform(36, 46), width = random.Uniform(38, 52), lean = random.Uniform(-0.15, 0.15);
        return new ClosedCurve(angle =>
        {
            double x = length * Math.Sin(angle), y = width * Math.Sin(angle) * Math.Cos(angle);
            return new Vector3d(x + (lean * y), y, 0);
        });
    }

    /// <summary>The point at a distance along the curve, any number of rounds.</summary>
    public Vector3d At(double distance)
    {
        double along = distance - (Length * Math.Floor(distance / Length));
        int index = Array.BinarySearch(_lengths, along);
        if (index < 0) index = Math.Max(~index - 1, 0);
        index = Math.Min(index, Points - 1);
        double part = (along - _lengths[index]) / (_lengths[index + 1] - _lengths[index]);
        return _points[index] + (part * (_points[index + 1] - _points[index]));
    }

    /// <summary>Direction of travel at a distance, of length 1.</summary>
    public Vector3d Direction(double distance) => (At(distance + BendStep) - At(distance - BendStep)).Unit();

    /// <summary>Curvature at a distance, 1/m; positive to the left.</summary>
    public double Curvature(double distance) =>
        Direction(distance - BendStep).Cross(Direction(distance + BendStep)).Z / (2 * BendStep);
}
