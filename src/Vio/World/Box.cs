namespace XrNpe.Vio;

/// <summary>A solid with faces along the axes of the world.</summary>
/// <param name="Low">Its corner with the smallest coordinates, m.</param>
/// <param name="High">Its corner with the largest coordinates, m.</param>
/// <param name="Paint">Its colour.</param>
/// <param name="Seed">Of its texture.</param>
internal sealed record Box(Vector3d Low, Vector3d High, Colour Paint, uint Seed)
{
    /// <summary>Where a ray enters.</summary>
    /// <param name="origin">Start of the ray.</param>
    /// <param name="inverse">1 / direction, by component.</param>
    /// <param name="axis">Axis of the face that is hit: 0, 1, 2 for x, y, z.</param>
    /// <returns>Multiple of the direction; infinite when the ray misses or starts inside.</returns>
    public double Enter(Vector3d origin, Vector3d inverse, out int axis)
    {
        double x0 = (Low.X - origin.X) * inverse.X, x1 = (High.X - origin.X) * inverse.X;
        double y0 = (Low.Y - origin.Y) * inverse.Y, y1 = (High.Y - origin.Y) * inverse.Y;
        double z0 = (Low.Z - origin.Z) * inverse.Z, z1 = (High.Z - origin.Z) * inverse.Z;
        double x = Math.Min(x0, x1), y = Math.Min(y0, y1), z = Math.Min(z0, z1);
        double leave = Math.Min(Math.Max(x0, x1), Math.Min(Math.Max(y0, y1), Math.Max(z0, z1)));
        double enter = Math.Max(x, Math.Max(y, z));
        axis = enter == x ? 0 : enter == y ? 1 : 2;
        return enter > 0 && enter < leave ? enter : double.PositiveInfinity;
    }

    /// <summary>Where a ray that starts inside leaves.</summary>
    /// <param name="origin">Start of the ray.</param>
    /// <param name="inverse">1 / direction, by component.</param>
    /// <param name="axis">Axis of the face that is hit.</param>
    public double Leave(Vector3d origin, Vector3d inverse, out int axis)
    {
        double x = Math.Max((Low.X - origin.X) * inverse.X, (High.X - origin.X) * inverse.X);
        double y = Math.Max((Low.Y - origin.Y) * inverse.Y, (High.Y - origin.Y) * inverse.Y);
        double z = Math.Max((Low.Z - origin.Z) * inverse.Z, (High.Z - origin.Z) * inverse.Z);
        double leave = Math.Min(x, Math.Min(y, z));
        axis = leave == x ? 0 : leave == y ? 1 : 2;
        return leave;
    }
}
