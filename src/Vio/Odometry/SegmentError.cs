namespace XrNpe.Vio;

/// <summary>
/// Drift over parts of a path, as the KITTI odometry benchmark measures it: A. Geiger et al., Are we ready for autonomous driving?,
/// CVPR 2012, and its development kit.
/// </summary>
/// <param name="Translation">Mean translation error, % of the length.</param>
/// <param name="Rotation">Mean rotation error, degrees per 100 m.</param>
public readonly record struct SegmentError(double Translation, double Rotation)
{
    /// <summary>A segment starts at every tenth frame.</summary>
    private const int Step = 10;

    private const double Percent = 100;
    private const double ShortestMetres = 100;
    private const int Lengths = 8;

    /// <summary>Mean over all segments of 100, 200 … 800 m; null when the path holds none.</summary>
    /// <param name="estimated">Estimated poses.</param>
    /// <param name="truth">As many true ones; lengths are measured along them.</param>
    public static SegmentError? Mean(IReadOnlyList<Pose> estimated, IReadOnlyList<Pose> truth)
    {
        if (estimated.Count != truth.Count) throw new ArgumentException($"{estimated.Count} estimated poses, {truth.Count} true ones", nameof(estimated));
        double[] distances = Distances(truth);
        double translation = 0, rotation = 0;
        int segments = 0;
        for (int first = 0; first < truth.Count; first += Step)
        {
            for (int multiple = 1; multiple <= Lengths; multiple++)
            {
                double length = multiple * ShortestMetres;
                int last = Array.FindIndex(distances, first, distance => distance > distances[first] + length);
                if (last < 0) break;
                Pose error = estimated[first].MotionTo(estimated[last]).MotionTo(truth[first].MotionTo(truth[last]));
                translation += error.Translation.Length / length;
                rotation += error.Rotation.Angle() / length;
                segments++;
            }
        }

        return segments == 0
            ? null
            : new SegmentError(Percent * translation / segments, Percent * double.RadiansToDegrees(rotation / segments));
    }

    /// <summary>Path from the first pose to each, metres.</summary>
    private static double[] Distances(IReadOnlyList<Pose> poses)
    {
        double[] distances = new double[poses.Count];
        for (int i = 1; i < poses.Count; i++) distances[i] = distances[i - 1] + (poses[i].Translation - poses[i - 1].Translation).Length;
        return distances;
    }
}
