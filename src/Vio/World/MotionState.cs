namespace XrNpe.Vio;

/// <summary>How a body moves at an instant.</summary>
/// <param name="Velocity">In the world, m/s.</param>
/// <param name="Acceleration">In the world, m/s².</param>
/// <param name="AngularRate">In the body, rad/s: what an ideal gyroscope reads.</param>
public readonly record struct MotionState(Vector3d Velocity, Vector3d Acceleration, Vector3d AngularRate);
