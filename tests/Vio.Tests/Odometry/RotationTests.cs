namespace XrNpe.Vio.Tests;

public class RotationTests
{
    [Fact]
    public void Euler_angles_turn_about_x_first_then_y_then_z()
    {
        double quarter = Math.PI / 2;
        Near(new Vector3d(0, 0, 1), Rotation.FromEuler(quarter, 0, 0) * new Vector3d(0, 1, 0));
        Near(new Vector3d(1, 0, 0), Rotation.FromEuler(0, quarter, 0) * new Vector3d(0, 0, 1));
        Near(new Vector3d(0, 1, 0), Rotation.FromEuler(0, 0, quarter) * new Vector3d(1, 0, 0));

        // y goes to z by x, z to x by y, x to y by z: back where it was.
        Near(new Vector3d(0, 1, 0), Rotation.FromEuler(quarter, quarter, quarter) * new Vector3d(0, 1, 0));
    }

    [Fact]
    public void Elements_are_those_of_the_closed_form()
    {
        var r = Rotation.FromEuler(0.1, 0.2, 0.3);
        Assert.Equal(-Math.Sin(0.2), r.M20, 15);
        Assert.Equal(Math.Cos(0.2) * Math.Sin(0.1), r.M21, 15);
        Assert.Equal(Math.Sin(0.3) * Math.Cos(0.2), r.M10, 15);
        Assert.Equal((Math.Cos(0.3) * Math.Sin(0.2) * Math.Sin(0.1)) - (Math.Sin(0.3) * Math.Cos(0.1)), r.M01, 15);
    }

    [Theory]
    [InlineData(0.1, -0.2, 0.3)]
    [InlineData(-3, 1.5, 3)]
    [InlineData(1e-9, -1e-9, 1e-9)]
    public void Angles_come_back(double x, double y, double z)
    {
        Vector3d angles = Rotation.FromEuler(x, y, z).Euler();
        Assert.Equal(x, angles.X, 12);
        Assert.Equal(y, angles.Y, 12);
        Assert.Equal(z, angles.Z, 12);
    }

    [Theory]
    [InlineData(0.4, 1, 0.7)]
    [InlineData(0.4, -1, 0.7)]
    [InlineData(-2, 1, 3)]
    public void In_gimbal_lock_the_rotation_comes_back(double x, double quarterTurns, double z)
    {
        var rotation = Rotation.FromEuler(x, quarterTurns * Math.PI / 2, z);
        Vector3d angles = rotation.Euler();
        Assert.Equal(0, angles.Z);
        Assert.Equal(0, (rotation.Transpose() * Rotation.FromEuler(angles.X, angles.Y, angles.Z)).Angle(), 7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-12)]
    [InlineData(0.5)]
    [InlineData(3.1)]
    [InlineData(Math.PI)]
    public void The_angle_is_exact_small_and_large(double angle) => Assert.Equal(angle, Rotation.FromEuler(0, 0, angle).Angle(), 15);

    [Fact]
    public void A_reflection_is_no_rotation()
    {
        Assert.True(Rotation.FromEuler(1, 2, 3).Defect() < 1e-15);
        Assert.Equal(double.PositiveInfinity, new Rotation(1, 0, 0, 0, 1, 0, 0, 0, -1).Defect());
        Assert.Equal(3, new Rotation(2, 0, 0, 0, 1, 0, 0, 0, 1).Defect());
    }

    [Fact]
    public void Quaternions_turn_as_their_half_angles_say()
    {
        var quarter = new Quaternion4d(Math.Cos(Math.PI / 4), 0, 0, Math.Sin(Math.PI / 4));
        Near(new Vector3d(0, 1, 0), quarter.ToRotation() * new Vector3d(1, 0, 0));

        // The other sign is the same rotation, and must not send the interpolation the long way round.
        var opposite = new Quaternion4d(-quarter.W, 0, 0, -quarter.Z);
        var third = Quaternion4d.Slerp(new Quaternion4d(1, 0, 0, 0), opposite, 1.0 / 3);
        Assert.Equal(Math.PI / 6, third.ToRotation().Angle(), 12);
        Assert.Equal(quarter, Quaternion4d.Slerp(quarter, quarter, 0.5));
    }

    private static void Near(Vector3d expected, Vector3d actual) => Assert.True((expected - actual).Length < 1e-15, $"{expected} is not {actual}");
}
