using XrNpe.Arith;

namespace XrNpe.Measure;

/// <summary>
/// Measures the golden model's kernels on one core, codes in and correctly rounded codes out, each beside the limit of the
/// instructions it is made of, in the same run.
/// </summary>
public static class SelfMeasurement
{
    private const int Size = 256;
    private const int Elements = 16_384;
    private const double Giga = 1e9;
    private const double Mega = 1e6;

    /// <summary>Number of measurements that <see cref="Run"/> makes.</summary>
    public const int Count = 15;

    /// <summary>Measures everything; takes less than a minute.</summary>
    /// <param name="measured">Called after each measurement.</param>
    public static IReadOnlyList<Measurement> Run(Action<Measurement>? measured = null)
    {
        var limits = new Dictionary<string, double>();
        var results = new List<Measurement>();
        foreach ((Workload workload, string limitName, Workload limit) in Plan(new Limits()))
        {
            if (!limits.TryGetValue(limitName, out double most)) limits[limitName] = most = Stopper.BestRate(limit);
            double value = Stopper.BestRate(workload);
            var measurement = new Measurement(workload.Name, workload.Unit, value, most, value / most);
            results.Add(measurement);
            measured?.Invoke(measurement);
        }

        return results;
    }

    private static List<(Workload Workload, string LimitName, Workload Limit)> Plan(Limits limits)
    {
        var random = new Random(1);
        return
        [
            (Gemm("gemm_p8", Draw(random, r => (Posit8)Normal(r))), "int16", limits.Int16),
            (Gemm("gemm_p16_normal", Draw(random, r => (Posit16)Normal(r))), "double", limits.Double),
            (Gemm("gemm_p16_any", Draw(random, AnyPosit16)), "double", limits.Double),
            (Gemm("gemm_p16_cancelling", Cancelling(random)), "double", limits.Double),
            (Gemm("gemm_fp4", Draw(random, r => Fp4.FromBits((byte)r.Next(16)))), "bytes", limits.Bytes),
            (Gemm("gemm_p4", Draw(random, r => (Posit4)Math.Clamp(Normal(r), -4, 4))), "bytes", limits.Bytes),
            (Gemm("gemm_p4_any", Draw(random, r => Posit4.FromBits((byte)(r.Next(15) - 7 & 15)))), "int16", limits.Int16),
            (Convert<SingleToPosit16>("f32_to_p16", random), "4 to 2", limits.Move<Move4To2>()),
            (Convert<SingleToPosit8>("f32_to_p8", random), "4 to 1", limits.Move<Move4To1>()),
            (Convert<SingleToFp4>("f32_to_fp4", random), "4 to 1", limits.Move<Move4To1>()),
            (Convert<Posit16ToSingle>("p16_to_f32", random), "2 to 4", limits.Move<Move2To4>()),
            (Scalar("mul_p8", random, r => Posit8.FromBits((byte)r.Next(256)), MultiplyPosit8), "byte add", limits.ScalarBytes),
            (Scalar("mul_p16", random, AnyPosit16, MultiplyPosit16), "16-bit add", limits.ScalarInt16),
            (Scalar("add_p8", random, r => Posit8.FromBits((byte)r.Next(256)), AddPosit8), "byte add", limits.ScalarBytes),
            (Scalar("add_p16", random, AnyPosit16, AddPosit16), "16-bit add", limits.ScalarInt16),
        ];
    }

    private static (T[] A, T[] B) Draw<T>(Random random, Func<Random, T> next) =>
        ([.. Enumerable.Range(0, Size * Size).Select(_ => next(random))], [.. Enumerable.Range(0, Size * Size).Select(_ => next(random))]);

    /// <summary>Every term of A twice in a row, against opposite terms of B: every sum is zero.</summary>
    private static (Posit16[] A, Posit16[] B) Cancelling(Random random)
    {
        (Posit16[] a, Posit16[] b) = Draw(random, AnyPosit16);
        for (int row = 0; row < Size; row++)
        {
            for (int term = 1; term < Size; term += 2)
            {
                a[(row * Size) + term] = a[(row * Size) + term - 1];
                b[(term * Size) + row] = -b[((term - 1) * Size) + row];
            }
        }

        return (a, b);
    }

    private static Workload Gemm<T>(string name, (T[] A, T[] B) operands)
        where T : unmanaged
    {
        var c = new T[Size * Size];
        return new Workload(name, "GMAC/s", (double)Size * Size * Size / Giga, () => Arith.Gemm.Multiply(
            new ReadOnlyMatrix<T>(operands.A, Size, Size), new ReadOnlyMatrix<T>(operands.B, Size, Size), new Matrix<T>(c, Size, Size)));
    }

    private static unsafe Workload Convert<TOperation>(string name, Random random)
        where TOperation : struct, ILaneOperation
    {
        // Floats of every sign and many exponents; read as codes they are any codes.
        float[] source = [.. Enumerable.Range(0, Elements).Select(_ => (float)(Normal(random) * Math.Pow(2, random.Next(-8, 8))))];
        var target = new float[Elements];
        return new Workload(name, "G/s", Elements / Giga, () =>
        {
            fixed (float* from = source, to = target) LaneLoop<TOperation>.Run(from, to, Elements);
        });
    }

    private static Workload Scalar<T>(string name, Random random, Func<Random, T> next, Action<T[], T[], T[]> operation)
    {
        T[] a = [.. Enumerable.Range(0, Elements).Select(_ => next(random))];
        T[] b = [.. Enumerable.Range(0, Elements).Select(_ => next(random))];
        var c = new T[Elements];
        return new Workload(name, "M/s", Elements / Mega, () => operation(a, b, c));
    }

    private static void MultiplyPosit8(Posit8[] a, Posit8[] b, Posit8[] c)
    {
        for (int i = 0; i < a.Length; i++) c[i] = a[i] * b[i];
    }

    private static void MultiplyPosit16(Posit16[] a, Posit16[] b, Posit16[] c)
    {
        for (int i = 0; i < a.Length; i++) c[i] = a[i] * b[i];
    }

    private static void AddPosit8(Posit8[] a, Posit8[] b, Posit8[] c)
    {
        for (int i = 0; i < a.Length; i++) c[i] = a[i] + b[i];
    }

    private static void AddPosit16(Posit16[] a, Posit16[] b, Posit16[] c)
    {
        for (int i = 0; i < a.Length; i++) c[i] = a[i] + b[i];
    }

    private static Posit16 AnyPosit16(Random random) => Posit16.FromBits((ushort)(random.Next(1, 1 << 16) + (1 << 15)));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
