namespace XrNpe.Vio.Tests;

public class TrackTests
{
    public static TheoryData<TrackKind, int> Rides =>
        new(from kind in Enum.GetValues<TrackKind>() from seed in Enumerable.Range(0, 4) select (kind, seed));

    [Theory]
    [MemberData(nameof(Rides))]
    public void Speeds_and_rates_are_those_of_a_vehicle_or_a_head(TrackKind kind, int seed)
    {
        (double slowest, double fastest, double turn) = kind switch
        {
            TrackKind.Race => (6.5, 16.0, 1.5),
            TrackKind.Eight => (4.0, 11.0, 1.6),
            _ => (0.0, 2.5, 2.8),
        };
        var ride = new SyntheticSequence(kind, 600, seed, ImuModel.Ideal);
        MotionState[] motion = [.. Enumerable.Range(0, ride.PairCount).Select(i => ride.Track.Motion(i / ride.FrameRate))];
        Assert.All(motion, m => Assert.InRange(m.Velocity.Length, slowest, fastest));
        Assert.All(motion, m => Assert.InRange(m.AngularRate.Length, 0, turn));
        Assert.All(motion, m => Assert.InRange(m.Acceleration.Length, 0, 15));

        // Left and right, and neither fast nor slow all the time: no constant motion is near.
        Assert.True(motion.Min(m => m.AngularRate.Z) < -0.3 && motion.Max(m => m.AngularRate.Z) > 0.3);
        Assert.True(motion.Max(m => m.Velocity.Length) > 1.3 * motion.Min(m => m.Velocity.Length));
    }

    [Theory]
    [InlineData(TrackKind.Race)]
    [InlineData(TrackKind.Eight)]
    public void A_vehicle_looks_where_it_goes(TrackKind kind)
    {
        var ride = new SyntheticSequence(kind, 300, 3, ImuModel.Ideal);
        for (int i = 0; i < ride.PairCount; i++)
        {
            Vector3d velocity = ride.Track.Motion(i / ride.FrameRate).Velocity.Unit();
            Vector3d ahead = ride.Track.Camera(i / ride.FrameRate).Rotation * new Vector3d(0, 0, 1);
            Assert.InRange(velocity.Dot(ahead), 0.995, 1);

            // In camera axes: ahead is z.
            RelativePose truth = ride.Truth(i)!.Value;
            Assert.True(truth.Z > 5 * Math.Abs(truth.X) && truth.Z > 5 * Math.Abs(truth.Y), $"{truth}");
        }
    }

    [Theory]
    [MemberData(nameof(Rides))]
    public void Nothing_stands_in_the_way(TrackKind kind, int seed)
    {
        var ride = new SyntheticSequence(kind, 600, seed, ImuModel.Ideal);
        double clear = kind == TrackKind.Headset ? 0.3 : 1.5;
        for (int i = 0; i < ride.FrameCount; i++)
        {
            Vector3d eye = ride.Track.Body(i / ride.FrameRate).Translation;
            foreach (Box box in ride.Scene.Boxes)
            {
                Vector3d apart = new(Outside(eye.X, box.Low.X, box.High.X), Outside(eye.Y, box.Low.Y, box.High.Y), kind == TrackKind.Headset ? Outside(eye.Z, box.Low.Z, box.High.Z) : 0);
                Assert.True(apart.Length > clear, $"frame {i}: {box} is {apart.Length} m away");
            }
        }
    }

    [Fact]
    public void The_spline_is_its_control_points_where_these_are_on_a_line()
    {
        // Linear control points give the line itself; the six basis functions of degree 5 are centred 2 knots on.
        var spline = new QuinticSpline([.. Enumerable.Range(0, 20).Select(i => new Vector3d(i, 2 * i, 0))], 0.5);
        foreach (double time in new[] { 0, 0.3, 0.5, 1.7, 6.9 })
        {
            Vector3d expected = new((2 * time) + 2, (4 * time) + 4, 0);
            Assert.Equal(0, (spline.Position(time) - expected).Length, 12);
            Assert.Equal(0, (spline.Velocity(time) - new Vector3d(2, 4, 0)).Length, 12);
            Assert.Equal(0, spline.Acceleration(time).Length, 11);
        }
    }

    [Fact]
    public void The_derivatives_of_the_spline_are_those_of_its_positions()
    {
        var random = new HashRandom(1, 1);
        var spline = new QuinticSpline([.. Enumerable.Range(0, 12).Select(_ => random.Normals())], 0.2);
        const double Step = 1e-4;
        foreach (double time in new[] { 0.05, 0.2, 0.7, 1.1 })
        {
            Vector3d before = spline.Position(time - Step), now = spline.Position(time), after = spline.Position(time + Step);
            Assert.Equal(0, (((after - before) / (2 * Step)) - spline.Velocity(time)).Length, 4);
            Assert.Equal(0, ((after - (2 * now) + before) / (Step * Step) - spline.Acceleration(time)).Length, 3);
        }
    }

    private static double Outside(double x, double low, double high) => Math.Max(0, Math.Max(low - x, x - high));
}
