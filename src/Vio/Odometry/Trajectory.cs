namespace XrNpe.Vio;

/// <summary>Poses from relative poses and back.</summary>
public static class Trajectory
{
    /// <summary>The poses that relative poses lead to, the identity first: one more than there are pairs.</summary>
    public static IReadOnlyList<Pose> Accumulate(IEnumerable<RelativePose> pairs)
    {
        var poses = new List<Pose> { Pose.Identity };
        foreach (RelativePose pair in pairs) poses.Add(poses[^1].Compose(pair.ToPose()));
        return poses;
    }

    /// <summary>The relative poses between neighbours: one fewer than there are poses.</summary>
    public static IReadOnlyList<RelativePose> Pairs(IReadOnlyList<Pose> poses)
    {
        var pairs = new List<RelativePose>();
        for (int i = 0; i + 1 < poses.Count; i++) pairs.Add(RelativePose.FromPose(poses[i].MotionTo(poses[i + 1])));
        return pairs;
    }
}
