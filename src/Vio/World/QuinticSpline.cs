namespace XrNpe.Vio;

/// <summary>A uniform B-spline of degree 5: four derivatives are continuous, so that accelerations and their rates of change are smooth.</summary>
/// <param name="points">Control points, a knot interval apart; at least 6.</param>
/// <param name="interval">Time from knot to knot, s.</param>
internal sealed class QuinticSpline(Vector3d[] points, double interval)
{
    private const int Degree = 5;

    /// <summary>Control points that a spline from time 0 to <paramref name="duration"/> needs.</summary>
    public static int PointsFor(double duration, double interval) => (int)Math.Ceiling(duration / interval) + Degree + 1;

    /// <summary>Position at a time, s, from 0 on.</summary>
    public Vector3d Position(double time) => Evaluate(time, 0);

    /// <summary>Velocity, per second.</summary>
    public Vector3d Velocity(double time) => Evaluate(time, 1);

    /// <summary>Acceleration, per second squared.</summary>
    public Vector3d Acceleration(double time) => Evaluate(time, 2);

    /// <summary>De Boor's recurrence on the control points of a derivative, which are differences of those of the curve.</summary>
    private Vector3d Evaluate(double time, int derivative)
    {
        double position = time / interval;
        int span = Math.Clamp((int)Math.Floor(position), 0, points.Length - Degree - 1);
        double u = position - span;
        Span<Vector3d> d = stackalloc Vector3d[Degree + 1];
        points.AsSpan(span, Degree + 1).CopyTo(d);
        for (int order = 0; order < derivative; order++)
        {
            for (int i = 0; i < Degree - order; i++) d[i] = (d[i + 1] - d[i]) / interval;
        }

        int degree = Degree - derivative;
        for (int r = 1; r <= degree; r++)
        {
            for (int j = degree; j >= r; j--)
            {
                double part = (u + degree - j) / (degree + 1 - r);
                d[j] = ((1 - part) * d[j - 1]) + (part * d[j]);
            }
        }

        return d[degree];
    }
}
