namespace XrNpe.Vio;

/// <summary>The rays of a row of a picture, and what each has met so far.</summary>
internal sealed class RayLine(int columns)
{
    private readonly Ray[] _rays = new Ray[columns];
    private readonly double[] _depths = new double[columns];
    private readonly (Box? Box, int Axis)[] _faces = new (Box?, int)[columns];

    /// <summary>Sends out the rays.</summary>
    /// <param name="camera">Camera to world.</param>
    /// <param name="down">Tangent of the angle of the row below the axis of the camera.</param>
    /// <param name="pixel">Size of a pixel at depth 1, m.</param>
    public void Aim(Pose camera, double down, double pixel)
    {
        for (int column = 0; column < columns; column++)
        {
            double right = Renderer.HalfWidth * ((2 * (column + 0.5) / columns) - 1);
            Vector3d direction = camera.Rotation * new Vector3d(right, down, 1);
            _rays[column] = new Ray(camera.Translation, direction, new Vector3d(1 / direction.X, 1 / direction.Y, 1 / direction.Z), pixel);
        }

        Array.Fill(_depths, double.PositiveInfinity);
        Array.Clear(_faces);
    }

    /// <summary>Lets the rays meet a box.</summary>
    public void Meet(BoxOutline outline)
    {
        for (int column = outline.Left; column < outline.Right; column++)
        {
            ref Ray ray = ref _rays[column];
            double depth = outline.Box.Enter(ray.Origin, ray.Inverse, out int axis);
            if (depth >= _depths[column]) continue;
            _depths[column] = depth;
            _faces[column] = (outline.Box, axis);
        }
    }

    /// <summary>
    /// What four neighbours of two rows see, on average. Where all meet the same surface, whose texture has no detail smaller than a
    /// pixel, one ray in their middle says it.
    /// </summary>
    /// <param name="upper">The upper row.</param>
    /// <param name="lower">The lower row.</param>
    /// <param name="scene">The scene.</param>
    /// <param name="column">Column of the left two rays.</param>
    public static Colour See(RayLine upper, RayLine lower, Scene scene, int column)
    {
        (Box? Box, int Axis) face = upper.Surface(scene, column);
        bool same = face == upper.Surface(scene, column + 1) && face == lower.Surface(scene, column) && face == lower.Surface(scene, column + 1);
        if (!same)
        {
            return 0.25 * (upper.See(scene, column) + upper.See(scene, column + 1) + lower.See(scene, column) + lower.See(scene, column + 1));
        }

        ref Ray a = ref upper._rays[column];
        Vector3d direction = 0.5 * (a.Direction + lower._rays[column + 1].Direction);
        var middle = new Ray(a.Origin, direction, new Vector3d(1 / direction.X, 1 / direction.Y, 1 / direction.Z), a.Pixel);
        return face.Box is null ? scene.Background(middle) : scene.Face(middle, face.Box, face.Box.Enter(middle.Origin, middle.Inverse, out int axis), axis);
    }

    private (Box? Box, int Axis) Surface(Scene scene, int column)
    {
        (Box? Box, int Axis) face = _faces[column];
        return face.Box is null ? (null, scene.BackgroundSurface(_rays[column])) : face;
    }

    private Colour See(Scene scene, int column) => _faces[column] is ({ } box, var axis)
        ? scene.Face(_rays[column], box, _depths[column], axis)
        : scene.Background(_rays[column]);
}
