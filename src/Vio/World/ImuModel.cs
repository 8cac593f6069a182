namespace XrNpe.Vio;

/// <summary>Errors of an IMU: white noise, a bias that stays, and a bias that walks, the same on every axis.</summary>
/// <param name="AccelerometerNoise">Noise density, m/s²/√Hz.</param>
/// <param name="GyroscopeNoise">Noise density, rad/s/√Hz.</param>
/// <param name="AccelerometerWalk">Random walk of the bias, m/s³/√Hz.</param>
/// <param name="GyroscopeWalk">Random walk of the bias, rad/s²/√Hz.</param>
/// <param name="AccelerometerBias">Standard deviation of the bias at the start, m/s².</param>
/// <param name="GyroscopeBias">Standard deviation of the bias at the start, rad/s.</param>
public sealed record ImuModel(
    double AccelerometerNoise, double GyroscopeNoise, double AccelerometerWalk, double GyroscopeWalk, double AccelerometerBias, double GyroscopeBias)
{
    /// <summary>An IMU without errors.</summary>
    public static ImuModel Ideal { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>
    /// An industrial MEMS device. Noise and walks are those that EuRoC's <c>imu0/sensor.yaml</c> gives for its ADIS16448; the biases are what
    /// remains of such a device's after a calibration.
    /// </summary>
    public static ImuModel Mems { get; } = new(2e-3, 1.7e-4, 3e-3, 1.9e-5, 0.03, 2e-3);
}
