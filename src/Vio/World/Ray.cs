namespace XrNpe.Vio;

/// <summary>A line of sight.</summary>
/// <param name="Origin">The eye, m.</param>
/// <param name="Direction">Such that a multiple of 1 is one metre along the axis of the camera.</param>
/// <param name="Inverse">1 / direction, by component.</param>
/// <param name="Pixel">Size of a pixel at a multiple of 1, m.</param>
internal readonly record struct Ray(Vector3d Origin, Vector3d Direction, Vector3d Inverse, double Pixel)
{
    /// <summary>The point at a multiple of the direction.</summary>
    public Vector3d At(double depth) => Origin + (depth * Direction);

    /// <summary>Size of a pixel on a face across an axis, m.</summary>
    /// <param name="depth">Multiple of the direction.</param>
    /// <param name="axis">Axis that the face lies across: 0, 1, 2 for x, y, z.</param>
    public double Footprint(double depth, int axis)
    {
        double across = Math.Abs(axis == 0 ? Direction.X : axis == 1 ? Direction.Y : Direction.Z);
        return depth * Pixel * Direction.Length / Math.Max(across, 1e-6);
    }
}
