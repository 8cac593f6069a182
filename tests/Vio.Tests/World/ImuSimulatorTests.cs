namespace XrNpe.Vio.Tests;

public class ImuSimulatorTests
{
    [Theory]
    [InlineData(TrackKind.Race)]
    [InlineData(TrackKind.Eight)]
    [InlineData(TrackKind.Headset)]
    public void Integrated_twice_an_ideal_IMU_leads_along_the_poses(TrackKind kind)
    {
        var ride = new SyntheticSequence(kind, 101, 2, ImuModel.Ideal);
        double step = 1 / (10 * ride.FrameRate);
        Pose pose = ride.Track.Body(0);
        Vector3d velocity = ride.Track.Motion(0).Velocity, gravity = new(0, 0, -9.81);
        for (int pair = 0; pair < ride.PairCount; pair++)
        {
            double[] imu = ride.Imu(pair);
            for (int i = 0; i < 10; i++)
            {
                // Trapezoids: the mean of two neighbours holds from the one to the other.
                Vector3d force = 0.5 * (Row(imu, i, 0) + Row(imu, i + 1, 0)), rate = 0.5 * (Row(imu, i, 3) + Row(imu, i + 1, 3));
                Rotation half = pose.Rotation * Turn(rate, step / 2);
                Vector3d acceleration = (half * force) + gravity;
                pose = new Pose(pose.Rotation * Turn(rate, step), pose.Translation + (step * velocity) + (step * step / 2 * acceleration));
                velocity += step * acceleration;
            }

            Pose truth = ride.Track.Body((pair + 1) / ride.FrameRate);
            Assert.InRange((pose.Translation - truth.Translation).Length, 0, 0.05);
            Assert.InRange(pose.MotionTo(truth).Rotation.Angle(), 0, 1e-3);
        }
    }

    [Fact]
    public void Poses_are_the_cameras_and_start_at_the_identity()
    {
        var ride = new SyntheticSequence(TrackKind.Race, 20, 2);
        Assert.Equal(0, ride.Poses[0].Rotation.Angle(), 12);
        Pose moved = ride.Track.Camera(0).MotionTo(ride.Track.Camera(1.9));
        Assert.Equal(0, (moved.Translation - ride.Poses[19].Translation).Length, 9);

        // A turn to the left is one about the camera's −y and the body's +z.
        int pair = Enumerable.Range(0, 19).MaxBy(i => Math.Abs(ride.Truth(i)!.Value.EulerY));
        double[] imu = ride.Imu(pair);
        double turned = Enumerable.Range(0, 10).Average(i => Row(imu, i, 3).Z) / ride.FrameRate;
        Assert.InRange(turned / -ride.Truth(pair)!.Value.EulerY, 0.8, 1.2);
    }

    [Fact]
    public void At_rest_the_IMU_feels_gravity_upwards()
    {
        double[] samples = ImuSimulator.Run(new Still(), ImuModel.Ideal, 100, 3, 0);
        Assert.Equal([0, 0, 9.81, 0, 0, 0], samples[6..12].Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Errors_have_the_sizes_of_the_model()
    {
        const int Count = 40_000;
        double[] noise = ImuSimulator.Run(new Still(), ImuModel.Ideal with { AccelerometerNoise = 2e-3, GyroscopeNoise = 1e-4 }, 100, Count, 5);
        Assert.InRange(Deviation(noise, 0), 0.0197, 0.0203); // 2e-3 · √100
        Assert.InRange(Deviation(noise, 4), 0.000985, 0.001015);

        // A walk of 3e-3 m/s³/√Hz has drifted by 3e-3 · √t after t seconds, one time with another.
        double sum = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            double[] walk = ImuSimulator.Run(new Still(), ImuModel.Ideal with { AccelerometerWalk = 3e-3 }, 10, 101, seed);
            sum += Math.Pow(walk[(100 * 6) + 1] - walk[1], 2);
        }

        Assert.InRange(Math.Sqrt(sum / 400) / (3e-3 * Math.Sqrt(10)), 0.9, 1.1);

        // Biases differ from seed to seed, and stay.
        double[] biases = [.. Enumerable.Range(0, 400).Select(seed => ImuSimulator.Run(new Still(), ImuModel.Ideal with { GyroscopeBias = 2e-3 }, 10, 2, seed)).SelectMany(s => s[3..6])];
        Assert.InRange(Math.Sqrt(biases.Average(b => b * b)), 1.8e-3, 2.2e-3);
        double[] one = ImuSimulator.Run(new Still(), ImuModel.Ideal with { GyroscopeBias = 2e-3 }, 10, 50, 1);
        Assert.Equal(one[5], one[(49 * 6) + 5], 12);
    }

    private static double Deviation(double[] samples, int channel)
    {
        double[] values = [.. samples.Where((_, i) => i % 6 == channel)];
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    private static Vector3d Row(double[] imu, int row, int channel) => new(imu[(row * 6) + channel], imu[(row * 6) + channel + 1], imu[(row * 6) + channel + 2]);

    private static Rotation Turn(Vector3d rate, double time)
    {
        double angle = rate.Length * time;
        if (angle == 0) return Rotation.Identity;
        Vector3d axis = Math.Sin(angle / 2) * rate.Unit();
        return new Quaternion4d(Math.Cos(angle / 2), axis.X, axis.Y, axis.Z).ToRotation();
    }

    private sealed class Still : Track
    {
        public override double FrameRate => 10;

        public override Pose Body(double time) => new(Rotation.Identity, new Vector3d(3, 4, 1.65));
    }
}
