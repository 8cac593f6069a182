namespace XrNpe.Vio;

/// <summary>
/// The ground truth of the ASL layout, <c>state_groundtruth_estimate0/data.csv</c>: position (m) and attitude (quaternion w x y z) of the body
/// in the world, a line.
/// </summary>
internal sealed class AslGroundTruth
{
    private const int Fields = 7;
    private const double LengthTolerance = 0.01;
    private readonly AslTable _table;
    private readonly Vector3d[] _positions;
    private readonly Quaternion4d[] _attitudes;

    private AslGroundTruth(AslTable table)
    {
        _table = table;
        _positions = new Vector3d[table.Count];
        _attitudes = new Quaternion4d[table.Count];
        for (int row = 0; row < table.Count; row++)
        {
            double[] n = table.Numbers(row, Fields);
            _positions[row] = new Vector3d(n[0], n[1], n[2]);
            var attitude = new Quaternion4d(n[3], n[4], n[5], n[6]);
            double length = attitude.Length;
            if (Math.Abs(length - 1) > LengthTolerance) throw new InputException($"{table.Place(row)}: the quaternion w x y z in fields 5 to 8 is not of length 1");
            _attitudes[row] = new Quaternion4d(n[3] / length, n[4] / length, n[5] / length, n[6] / length);
        }
    }

    /// <summary>The file.</summary>
    public string Path => _table.Path;

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It cannot be used: the message names file and line.</exception>
    public static AslGroundTruth Read(string path) => new(AslTable.Read(path, Fields));

    /// <summary>True when the file covers the time.</summary>
    /// <param name="time">ns.</param>
    public bool Covers(long time) => time >= _table.Times[0] && time <= _table.Times[^1];

    /// <summary>Pose of the body at a covered time: position linear, attitude spherical between the rows.</summary>
    /// <param name="time">ns.</param>
    public Pose At(long time)
    {
        (int row, double part) = _table.Find(time - _table.Times[0]) ?? throw new ArgumentOutOfRangeException(nameof(time));
        int next = Math.Min(row + 1, _table.Count - 1);
        return new Pose(
            Quaternion4d.Slerp(_attitudes[row], _attitudes[next], part).ToRotation(),
            _positions[row] + (part * (_positions[next] - _positions[row])));
    }
}
