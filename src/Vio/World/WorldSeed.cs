namespace XrNpe.Vio;

/// <summary>What random numbers are for: the purposes of <see cref="HashRandom"/>.</summary>
internal static class WorldSeed
{
    /// <summary>The shape of the road.</summary>
    public const int Road = 1;

    /// <summary>The drive on it, or the motion of the headset.</summary>
    public const int Motion = 2;

    /// <summary>Buildings or furniture.</summary>
    public const int Buildings = 3;

    /// <summary>Texture of the ground.</summary>
    public const int Ground = 4;

    /// <summary>Clouds.</summary>
    public const int Sky = 5;

    /// <summary>Errors of the IMU.</summary>
    public const int Imu = 6;

    /// <summary>Random weights of a network.</summary>
    public const int Fit = 7;
}
