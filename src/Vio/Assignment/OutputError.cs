namespace XrNpe.Vio;

/// <summary>
/// How far poses are from others, in one number: the mean over frame pairs of |Δrotation|² / R² + |Δtranslation|² / T², where R and T are the root mean
/// square of the rotations and of the translations that the others have. 0.01 is an error of 10 % of the usual motion.
/// </summary>
public sealed class OutputError
{
    private readonly IReadOnlyList<RelativePose> _wanted;
    private readonly double _rotation;
    private readonly double _translation;

    /// <summary>Errors against some poses.</summary>
    public OutputError(IReadOnlyList<RelativePose> wanted)
    {
        _wanted = wanted;
        _rotation = Square(wanted.Average(pose => Norm(pose.Euler)));
        _translation = Square(wanted.Average(pose => Norm(pose.Translation)));
    }

    /// <summary>The error of other poses for the same frame pairs.</summary>
    public double Of(IReadOnlyList<RelativePose> poses) => poses.Zip(_wanted, (pose, wanted) =>
        (Norm(pose.Euler - wanted.Euler) / _rotation) + (Norm(pose.Translation - wanted.Translation) / _translation)).Average();

    private static double Norm(Vector3d v) => v.Length * v.Length;

    /// <summary>A mean square; where nothing moves at all, errors count as they are.</summary>
    private static double Square(double mean) => mean > 0 ? mean : 1;
}
