namespace XrNpe.Vio.Tests;

public class SyntheticSequenceTests
{
    public static TheoryData<TrackKind> Kinds => [.. Enum.GetValues<TrackKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_ride_and_a_longer_one_starts_alike(TrackKind kind)
    {
        var shorter = new SyntheticSequence(kind, 5, 3);
        var longer = new SyntheticSequence(kind, 40, 3);
        Assert.Equal(shorter.Poses, longer.Poses.Take(5));
        for (int pair = 0; pair < shorter.PairCount; pair++) Assert.Equal(shorter.Imu(pair), longer.Imu(pair));
        Assert.Equal(shorter.Frame(4, 64, 32, 3).Pixels, longer.Frame(4, 64, 32, 3).Pixels);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_seed_gives_another_ride(TrackKind kind)
    {
        var one = new SyntheticSequence(kind, 5, 3);
        var other = new SyntheticSequence(kind, 5, 4);
        Assert.NotEqual(one.Truth(0), other.Truth(0));
        Assert.NotEqual(one.Imu(0), other.Imu(0));
        Assert.NotEqual(one.Frame(0, 64, 32, 1).Pixels, other.Frame(0, 64, 32, 1).Pixels);
    }

    [Theory]
    [InlineData(TrackKind.Race, 0.05, 1)]
    [InlineData(TrackKind.Eight, 0.05, 1)]
    [InlineData(TrackKind.Headset, 0.02, 1)]
    public void Always_guessing_the_mean_motion_is_far_off(TrackKind kind, double metres, double degrees)
    {
        var ride = new SyntheticSequence(kind, 300, 1);
        RelativePose[] truth = [.. Enumerable.Range(0, ride.PairCount).Select(pair => ride.Truth(pair)!.Value)];
        var mean = RelativePose.FromNumbers([.. Enumerable.Range(0, 6).Select(i => truth.Average(t => t.ToNumbers()[i]))]);
        var metrics = OdometryMetrics.Compute([.. truth.Select(_ => mean)], truth);
        Assert.True(metrics.TRmse > metres && metrics.RRmse > degrees, $"{metrics}");
    }

    [Fact]
    public void A_frame_or_a_window_beyond_the_end_is_refused()
    {
        var ride = new SyntheticSequence(TrackKind.Headset, 3, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => ride.Imu(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticSequence(TrackKind.Headset, 1, 1));
    }
}
