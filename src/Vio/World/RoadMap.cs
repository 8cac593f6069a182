namespace XrNpe.Vio;

/// <summary>Distance to the middle of the road, on a grid.</summary>
internal sealed class RoadMap
{
    /// <summary>Distances are not followed farther than this, m.</summary>
    public const double Farthest = 18;

    private const double Cell = 0.5; // m
    private readonly float[] _distances;
    private readonly double _left, _bottom;
    private readonly int _columns, _rows;

    /// <summary>Measures.</summary>
    /// <param name="middle">Points of the middle of the road, closer together than a cell.</param>
    public RoadMap(IReadOnlyList<Vector3d> middle)
    {
        _left = middle.Min(p => p.X) - Farthest;
        _bottom = middle.Min(p => p.Y) - Farthest;
        _columns = (int)((middle.Max(p => p.X) + Farthest - _left) / Cell) + 2;
        _rows = (int)((middle.Max(p => p.Y) + Farthest - _bottom) / Cell) + 2;
        _distances = new float[_columns * _rows];
        Array.Fill(_distances, (float)Farthest);
        foreach (Vector3d point in middle) Stamp(point);
    }

    /// <summary>Distance from a place to the middle of the road, at most <see cref="Farthest"/>, m.</summary>
    public double Distance(double x, double y)
    {
        double column = (x - _left) / Cell, row = (y - _bottom) / Cell;
        if (!(column >= 0 && row >= 0 && column < _columns - 1 && row < _rows - 1)) return Farthest;
        int c = (int)column, r = (int)row;
        double u = column - c, v = row - r;
        int at = (r * _columns) + c;
        return ((1 - v) * (((1 - u) * _distances[at]) + (u * _distances[at + 1])))
            + (v * (((1 - u) * _distances[at + _columns]) + (u * _distances[at + _columns + 1])));
    }

    private void Stamp(Vector3d point)
    {
        const int Reach = (int)(Farthest / Cell);
        int column = (int)((point.X - _left) / Cell), row = (int)((point.Y - _bottom) / Cell);
        for (int r = Math.Max(row - Reach, 0); r <= Math.Min(row + Reach, _rows - 1); r++)
        {
            double dy = _bottom + (r * Cell) - point.Y;
            for (int c = Math.Max(column - Reach, 0); c <= Math.Min(column + Reach, _columns - 1); c++)
            {
                double dx = _left + (c * Cell) - point.X;
                ref float distance = ref _distances[(r * _columns) + c];
                distance = Math.Min(distance, (float)Math.Sqrt((dx * dx) + (dy * dy)));
            }
        }
    }
}
