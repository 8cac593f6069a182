namespace XrNpe.Vio;

/// <summary>
/// The absolute trajectory error: how far estimated positions are from true ones after the estimate as a whole has been moved to
/// fit best. J. Sturm et al., A benchmark for the evaluation of RGB-D SLAM systems, IROS 2012.
/// </summary>
public static class AbsoluteError
{
    /// <summary>Fewer poses than this fit always.</summary>
    public const int FewestPoses = 3;

    /// <summary>Root mean square of the distances, metres; null with fewer than 3 poses, NaN when a position is not finite.</summary>
    /// <param name="estimated">Estimated poses.</param>
    /// <param name="truth">As many true ones.</param>
    /// <param name="withScale">Aligns with a scale too, as for a monocular camera without an IMU.</param>
    public static double? Rmse(IReadOnlyList<Pose> estimated, IReadOnlyList<Pose> truth, bool withScale = false)
    {
        if (estimated.Count != truth.Count) throw new ArgumentException($"{estimated.Count} estimated poses, {truth.Count} true ones", nameof(estimated));
        if (estimated.Count < FewestPoses) return null;
        Vector3d[] from = [.. estimated.Select(pose => pose.Translation)], to = [.. truth.Select(pose => pose.Translation)];
        if (!from.All(p => p.IsFinite) || !to.All(p => p.IsFinite)) return double.NaN;
        Similarity align = TrajectoryAlignment.Fit(from, to, withScale);
        double sum = 0;
        for (int i = 0; i < from.Length; i++)
        {
            Vector3d error = (align * from[i]) - to[i];
            sum += error.Dot(error);
        }

        return Math.Sqrt(sum / from.Length);
    }
}
