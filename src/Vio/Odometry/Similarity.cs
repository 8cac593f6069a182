namespace XrNpe.Vio;

/// <summary>A transform x ↦ s·R·x + t.</summary>
/// <param name="Scale">s; 1 for a rigid one.</param>
/// <param name="Pose">R and t.</param>
public readonly record struct Similarity(double Scale, Pose Pose)
{
    /// <summary>The point, transformed.</summary>
    public static Vector3d operator *(Similarity transform, Vector3d point) =>
        (transform.Scale * (transform.Pose.Rotation * point)) + transform.Pose.Translation;
}
