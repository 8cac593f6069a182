using System.Runtime.InteropServices;

namespace XrNpe.Arith.Tests;

/// <summary>A product on the fast path, held against the plain one: code by code through the quire.</summary>
internal sealed class GemmCase(NumberFormat format, int m, int k, int n)
{
    public ushort[] A { get; } = new ushort[m * k];

    /// <summary>B, row-major, k×n.</summary>
    public ushort[] B { get; } = new ushort[k * n];

    /// <summary>Fills both with random codes; NaR becomes 0 but for one in <paramref name="narIn"/>.</summary>
    public GemmCase Fill(Random random, Func<Random, uint> code, int narIn = int.MaxValue)
    {
        FormatInfo info = FormatInfo.Of(format);
        foreach (ushort[] operand in new[] { A, B })
        {
            for (int i = 0; i < operand.Length; i++)
            {
                uint drawn = code(random) & info.Mask;
                if (info.HasNaR && drawn == info.NaRCode) drawn = 0;
                if (info.HasNaR && random.Next(narIn) == 0) drawn = info.NaRCode;
                operand[i] = (ushort)drawn;
            }
        }

        return this;
    }

    /// <summary>Fails when any element differs, on any width of vectors, in either layout of B and C, on one thread or two.</summary>
    public void AssertFastEqualsPlain()
    {
        ushort[] transposed = new ushort[B.Length];
        for (int row = 0; row < k; row++)
        {
            for (int column = 0; column < n; column++) transposed[(column * k) + row] = B[(row * n) + column];
        }

        var expected = new uint[m * n];
        MatrixMultiply.RunPlain(format, new MatmulShape(m, n, k), A, transposed, Activation.None, 0, format, expected);
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
        {
            Compare(expected, Run(B, transposed: false, 1, width), $"{width}, B row by row");
            Compare(expected, Run(transposed, transposed: true, 2, width), $"{width}, B column by column, two threads");
        }
    }

    private uint[] Run(ushort[] b, bool transposed, int threads, LaneWidth width) => format switch
    {
        NumberFormat.Fp4 => Run<Fp4>(b, transposed, threads, width),
        NumberFormat.P4 => Run<Posit4>(b, transposed, threads, width),
        NumberFormat.P8 => Run<Posit8>(b, transposed, threads, width),
        _ => Run<Posit16>(b, transposed, threads, width),
    };

    private unsafe uint[] Run<T>(ushort[] b, bool transposed, int threads, LaneWidth width)
        where T : unmanaged
    {
        T[] left = Typed<T>(A);
        T[] right = Typed<T>(b);
        var c = new T[m * n];
        ReadOnlyMatrix<T> rightMatrix = transposed ? new ReadOnlyMatrix<T>(right, n, k).Transpose() : new ReadOnlyMatrix<T>(right, k, n);
        Matrix<T> result = transposed ? new Matrix<T>(c, m, n, 1, m) : new Matrix<T>(c, m, n);
        Gemm.Multiply(new ReadOnlyMatrix<T>(left, m, k), rightMatrix, result, threads, width);
        var codes = new uint[m * n];
        for (int row = 0; row < m; row++)
        {
            for (int column = 0; column < n; column++)
            {
                T value = result[row, column];
                codes[(row * n) + column] = sizeof(T) == 1 ? *(byte*)&value : *(ushort*)&value;
            }
        }

        return codes;
    }

    private static unsafe T[] Typed<T>(ushort[] codes)
        where T : unmanaged =>
        sizeof(T) == 1
            ? MemoryMarshal.Cast<byte, T>(Array.ConvertAll(codes, code => (byte)code)).ToArray()
            : MemoryMarshal.Cast<ushort, T>(codes).ToArray();

    private void Compare(uint[] expected, uint[] actual, string how)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (expected[i] == actual[i]) continue;
            Assert.Fail($"{format} {m}×{k}×{n}, {how}: C[{i / n}, {i % n}] is {actual[i]:x}, the plain path gives {expected[i]:x}");
        }
    }
}
