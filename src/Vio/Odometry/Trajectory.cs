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
        for (int pair = 0; pair + 1 < poses.Count; pair++) pairs.Add(Pair(poses, pair));
        return pairs;
    }

    /// <summary>The relative pose of neighbours <paramref name="pair"/> and <paramref name="pair"/> + 1.</summary>
    public static RelativePose Pair(IReadOnlyList<Pose> poses, int pair) => RelativePose.FromPose(poses[pair].MotionTo(poses[pair + 1]));
}
