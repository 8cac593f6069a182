using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace XrNpe.Vio;

/// <summary>
/// The transform that brings one set of points closest to another in the mean square: S. Umeyama, Least-squares estimation of
/// transformation parameters between two point patterns, IEEE PAMI 13 (4), 1991.
/// </summary>
public static class TrajectoryAlignment
{
    /// <summary>Fits the transform.</summary>
    /// <param name="from">Points that shall be moved, such as the estimated positions; finite.</param>
    /// <param name="to">As many points that they shall come to.</param>
    /// <param name="withScale">Sim(3), with a scale; else SE(3), without.</param>
    /// <remarks>
    /// Points on a line, or all in one place, leave some rotation open: one of the best is taken, and the scale is 1 where it is open.
    /// </remarks>
    public static Similarity Fit(IReadOnlyList<Vector3d> from, IReadOnlyList<Vector3d> to, bool withScale = false)
    {
        if (from.Count != to.Count || from.Count == 0) throw new ArgumentException($"{from.Count} points to be aligned with {to.Count}", nameof(from));
        Vector3d fromMean = Mean(from), toMean = Mean(to);
        var covariance = Matrix<double>.Build.Dense(3, 3);
        double variance = 0;
        for (int i = 0; i < from.Count; i++)
        {
            Vector3d a = from[i] - fromMean, b = to[i] - toMean;
            covariance += Matrix<double>.Build.Dense(3, 3, [b.X * a.X, b.Y * a.X, b.Z * a.X, b.X * a.Y, b.Y * a.Y, b.Z * a.Y, b.X * a.Z, b.Y * a.Z, b.Z * a.Z]);
            variance += a.Dot(a);
        }

        Svd<double> svd = covariance.Svd();
        double sign = svd.U.Determinant() * svd.VT.Determinant() < 0 ? -1 : 1;
        Matrix<double> fix = Matrix<double>.Build.DenseOfDiagonalArray([1, 1, sign]);
        Matrix<double> r = svd.U * fix * svd.VT;
        var rotation = new Rotation(r[0, 0], r[0, 1], r[0, 2], r[1, 0], r[1, 1], r[1, 2], r[2, 0], r[2, 1], r[2, 2]);
        double scale = withScale && variance > 0 ? (svd.S[0] + svd.S[1] + (sign * svd.S[2])) / variance : 1;
        return new Similarity(scale, new Pose(rotation, toMean - (scale * (rotation * fromMean))));
    }

    private static Vector3d Mean(IReadOnlyList<Vector3d> points)
    {
        Vector3d sum = default;
        foreach (Vector3d point in points) sum += point;
        return sum / points.Count;
    }
}
