namespace XrNpe.Vio;

/// <summary>A rotation matrix, 3×3, in double: <c>Mij</c> is row i, column j.</summary>
/// <param name="M00">Row 0, column 0.</param>
/// <param name="M01">Row 0, column 1.</param>
/// <param name="M02">Row 0, column 2.</param>
/// <param name="M10">Row 1, column 0.</param>
/// <param name="M11">Row 1, column 1.</param>
/// <param name="M12">Row 1, column 2.</param>
/// <param name="M20">Row 2, column 0.</param>
/// <param name="M21">Row 2, column 1.</param>
/// <param name="M22">Row 2, column 2.</param>
public readonly record struct Rotation(
    double M00, double M01, double M02, double M10, double M11, double M12, double M20, double M21, double M22)
{
    /// <summary>Where cos y is smaller, x and z of the Euler angles turn about one axis.</summary>
    private const double GimbalLock = 1e-9;

    /// <summary>No rotation.</summary>
    public static Rotation Identity { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>The inverse.</summary>
    public Rotation Transpose() => new(M00, M10, M20, M01, M11, M21, M02, M12, M22);

    /// <summary>Angle of the rotation, 0 to π: the form with a sine is exact for small angles too, where the trace alone is not.</summary>
    public double Angle()
    {
        double sine = new Vector3d(M21 - M12, M02 - M20, M10 - M01).Length / 2;
        return Math.Atan2(sine, (M00 + M11 + M22 - 1) / 2);
    }

    /// <summary>Euler angles (x, y, z) in radians with R = Rz·Ry·Rx; y in [−π/2, π/2]. In gimbal lock z is 0.</summary>
    public Vector3d Euler()
    {
        double cosine = Math.Sqrt((M00 * M00) + (M10 * M10));
        double y = Math.Atan2(-M20, cosine);
        return cosine > GimbalLock
            ? new Vector3d(Math.Atan2(M21, M22), y, Math.Atan2(M10, M00))
            : new Vector3d(Math.Atan2(-M12, M11), y, 0);
    }

    /// <summary>First the right one, then the left one.</summary>
    public static Rotation operator *(Rotation a, Rotation b) => new(
        (a.M00 * b.M00) + (a.M01 * b.M10) + (a.M02 * b.M20),
        (a.M00 * b.M01) + (a.M01 * b.M11) + (a.M02 * b.M21),
        (a.M00 * b.M02) + (a.M01 * b.M12) + (a.M02 * b.M22),
        (a.M10 * b.M00) + (a.M11 * b.M10) + (a.M12 * b.M20),
        (a.M10 * b.M01) + (a.M11 * b.M11) + (a.M12 * b.M21),
        (a.M10 * b.M02) + (a.M11 * b.M12) + (a.M12 * b.M22),
        (a.M20 * b.M00) + (a.M21 * b.M10) + (a.M22 * b.M20),
        (a.M20 * b.M01) + (a.M21 * b.M11) + (a.M22 * b.M21),
        (a.M20 * b.M02) + (a.M21 * b.M12) + (a.M22 * b.M22));

    /// <summary>The vector, rotated.</summary>
    public static Vector3d operator *(Rotation a, Vector3d v) => new(
        (a.M00 * v.X) + (a.M01 * v.Y) + (a.M02 * v.Z),
        (a.M10 * v.X) + (a.M11 * v.Y) + (a.M12 * v.Z),
        (a.M20 * v.X) + (a.M21 * v.Y) + (a.M22 * v.Z));

    /// <summary>The rotation whose matrix has these columns: orthogonal, of length 1, right-handed.</summary>
    public static Rotation FromColumns(Vector3d x, Vector3d y, Vector3d z) => new(x.X, y.X, z.X, x.Y, y.Y, z.Y, x.Z, y.Z, z.Z);

    /// <summary>Rz·Ry·Rx.</summary>
    /// <param name="x">Angle about x, radians.</param>
    /// <param name="y">Angle about y, radians.</param>
    /// <param name="z">Angle about z, radians.</param>
    public static Rotation FromEuler(double x, double y, double z)
    {
        (double sx, double cx) = Math.SinCos(x);
        (double sy, double cy) = Math.SinCos(y);
        (double sz, double cz) = Math.SinCos(z);
        return new Rotation(
            cz * cy, (cz * sy * sx) - (sz * cx), (cz * sy * cx) + (sz * sx),
            sz * cy, (sz * sy * sx) + (cz * cx), (sz * sy * cx) - (cz * sx),
            -sy, cy * sx, cy * cx);
    }

    /// <summary>How far the matrix is from a rotation: the largest element of |RᵀR − I|, infinite for a reflection or NaN.</summary>
    public double Defect()
    {
        Rotation product = Transpose() * this;
        double[] off =
        [
            product.M00 - 1, product.M11 - 1, product.M22 - 1, product.M01, product.M02, product.M12,
        ];
        double determinant = new Vector3d(M00, M10, M20).Cross(new Vector3d(M01, M11, M21)).Dot(new Vector3d(M02, M12, M22));
        return determinant > 0 ? off.Max(Math.Abs) : double.PositiveInfinity;
    }
}
