namespace XrNpe.Vio;

/// <summary>The part of a picture that a box can be seen in.</summary>
/// <param name="Box">The box.</param>
/// <param name="Left">First column.</param>
/// <param name="Right">Column behind the last.</param>
/// <param name="Top">First row.</param>
/// <param name="Bottom">Row behind the last.</param>
internal readonly record struct BoxOutline(Box Box, int Left, int Right, int Top, int Bottom)
{
    private const double Near = 0.05; // m
    private const int Corners = 8;

    /// <summary>Projects a box; null when it is behind the camera or beside the picture.</summary>
    /// <param name="box">The box.</param>
    /// <param name="world">World to camera.</param>
    /// <param name="columns">Columns of the picture.</param>
    /// <param name="rows">Rows of the picture.</param>
    public static BoxOutline? Find(Box box, Pose world, int columns, int rows)
    {
        Span<Vector3d> corners = stackalloc Vector3d[Corners];
        for (int i = 0; i < Corners; i++)
        {
            corners[i] = world * new Vector3d(
                (i & 1) == 0 ? box.Low.X : box.High.X, (i & 2) == 0 ? box.Low.Y : box.High.Y, (i & 4) == 0 ? box.Low.Z : box.High.Z);
        }

        double left = double.MaxValue, right = double.MinValue, top = double.MaxValue, bottom = double.MinValue;
        for (int i = 0; i < Corners; i++)
        {
            for (int bit = 1; bit < Corners; bit *= 2)
            {
                // Every corner in front, and of every edge that reaches behind the camera the point just in front.
                Vector3d a = corners[i], b = corners[i ^ bit];
                if (a.Z < Near) continue;
                Add(a);
                if (b.Z < Near) Add(a + ((a.Z - Near) / (a.Z - b.Z) * (b - a)));
            }
        }

        if (left > right) return null;
        int first = Pixel(left, Renderer.HalfWidth, columns), last = Pixel(right, Renderer.HalfWidth, columns) + 1;
        int high = Pixel(top, Renderer.HalfHeight, rows), low = Pixel(bottom, Renderer.HalfHeight, rows) + 1;
        return first >= columns || last <= 0 || high >= rows || low <= 0
            ? null
            : new BoxOutline(box, Math.Max(first, 0), Math.Min(last, columns), Math.Max(high, 0), Math.Min(low, rows));

        void Add(Vector3d point)
        {
            left = Math.Min(left, point.X / point.Z);
            right = Math.Max(right, point.X / point.Z);
            top = Math.Min(top, point.Y / point.Z);
            bottom = Math.Max(bottom, point.Y / point.Z);
        }
    }

    private static int Pixel(double tangent, double half, int count) => (int)Math.Clamp(Math.Floor(((tangent / half) + 1) / 2 * count), -1, count);
}
