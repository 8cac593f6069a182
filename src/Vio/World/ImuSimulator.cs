namespace XrNpe.Vio;

/// <summary>What an IMU reads on a track: specific force, gravity included, and angular rate, in the body.</summary>
internal static class ImuSimulator
{
    private static readonly Vector3d Gravity = new(0, 0, -9.81); // m/s²

    /// <summary>Samples from time 0 on.</summary>
    /// <param name="track">The motion.</param>
    /// <param name="model">The errors.</param>
    /// <param name="rate">Samples a second.</param>
    /// <param name="count">Samples.</param>
    /// <param name="seed">Of the errors.</param>
    /// <returns>count × 6, row-major: ax ay az (m/s²), wx wy wz (rad/s).</returns>
    public static double[] Run(Track track, ImuModel model, double rate, int count, int seed)
    {
        var random = new HashRandom(seed, WorldSeed.Imu);
        Vector3d forceBias = model.AccelerometerBias * random.Normals(), rateBias = model.GyroscopeBias * random.Normals();
        double[] samples = new double[count * ISensorSequence.ImuChannels];
        for (int i = 0; i < count; i++)
        {
            double time = i / rate;
            MotionState motion = track.Motion(time);
            Vector3d force = track.Body(time).Rotation.Transpose() * (motion.Acceleration - Gravity);
            force += forceBias + (model.AccelerometerNoise * Math.Sqrt(rate) * random.Normals());
            Vector3d turn = motion.AngularRate + rateBias + (model.GyroscopeNoise * Math.Sqrt(rate) * random.Normals());
            ReadOnlySpan<double> sample = [force.X, force.Y, force.Z, turn.X, turn.Y, turn.Z];
            sample.CopyTo(samples.AsSpan(i * ISensorSequence.ImuChannels));
            forceBias += model.AccelerometerWalk / Math.Sqrt(rate) * random.Normals();
            rateBias += model.GyroscopeWalk / Math.Sqrt(rate) * random.Normals();
        }

        return samples;
    }
}
