using System.Globalization;
using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// Liberties to take when a job is laid out in memory, in bytes. All 0 is the plain layout; anything else makes addresses
/// and strides awkward, which hardware must not mind. Odd values make the job invalid on purpose.
/// </summary>
/// <param name="AOffset">Added to A's address.</param>
/// <param name="BOffset">Added to B's address.</param>
/// <param name="COffset">Added to C's address.</param>
/// <param name="APadding">Gap between packed rows of A.</param>
/// <param name="BPadding">Gap between packed columns of B.</param>
/// <param name="CPadding">Gap between packed rows of C.</param>
public readonly record struct JobPlacement(
    int AOffset = 0, int BOffset = 0, int COffset = 0, int APadding = 0, int BPadding = 0, int CPadding = 0);

/// <summary>A job laid out in memory: its descriptor, then A, B and C, each from a multiple of 128 bytes on.</summary>
public sealed class JobLayout
{
    private JobLayout(ulong descriptorAddress, Descriptor descriptor, ulong end)
    {
        DescriptorAddress = descriptorAddress;
        Descriptor = descriptor;
        End = end;
    }

    /// <summary>Where the descriptor goes: a multiple of 128.</summary>
    public ulong DescriptorAddress { get; }

    /// <summary>The descriptor; its <see cref="Descriptor.Next"/> is 0.</summary>
    public Descriptor Descriptor { get; }

    /// <summary>Address behind everything, a multiple of 128.</summary>
    public ulong End { get; }

    /// <summary>Lays out <paramref name="job"/> from the first multiple of 128 at or above <paramref name="baseAddress"/>.</summary>
    /// <exception cref="ArgumentException">An array's length is not what the shape says.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative or the scale does not fit 8 bits.</exception>
    public static JobLayout Plan(MatmulJob job, ulong baseAddress, JobPlacement placement = default)
    {
        Check(job);
        ulong descriptorAddress = Up(baseAddress);
        long operandRow = PackedRow.Bytes(job.Input, job.Shape.K);
        long resultRow = PackedRow.Bytes(job.Output, job.Shape.N);

        ulong next = descriptorAddress + DescriptorLayout.Bytes;
        (ulong aAddress, uint aStride) = Place(job.Shape.M, operandRow, placement.AOffset, placement.APadding);
        (ulong bAddress, uint bStride) = Place(job.Shape.N, operandRow, placement.BOffset, placement.BPadding);
        (ulong cAddress, uint cStride) = Place(job.Shape.M, resultRow, placement.COffset, placement.CPadding);

        var descriptor = new Descriptor
        {
            InputFormat = (byte)job.Input,
            OutputFormat = (byte)job.Output,
            Activation = (byte)job.Activation.Kind,
            SlopeM = job.Activation.SlopeM,
            SlopeS = job.Activation.SlopeS,
            Scale = (sbyte)job.Scale,
            M = (uint)job.Shape.M,
            N = (uint)job.Shape.N,
            K = (uint)job.Shape.K,
            AStride = aStride,
            BStride = bStride,
            CStride = cStride,
            AAddress = aAddress,
            BAddress = bAddress,
            CAddress = cAddress,
        };
        return new JobLayout(descriptorAddress, descriptor, next);

        (ulong Address, uint Stride) Place(int rows, long rowBytes, int offset, int padding)
        {
            ulong address = next + (ulong)offset;
            long stride = rowBytes + padding;
            next = Up(address + (ulong)(rows * stride));
            return (address, checked((uint)stride));
        }
    }

    private static ulong Up(ulong address) => (address + DescriptorLayout.Bytes - 1) & ~(ulong)(DescriptorLayout.Bytes - 1);

    private static void Check(MatmulJob job)
    {
        (int m, int n, int k) = (job.Shape.M, job.Shape.N, job.Shape.K);
        ArgumentOutOfRangeException.ThrowIfNegative(m, nameof(job));
        ArgumentOutOfRangeException.ThrowIfNegative(n, nameof(job));
        ArgumentOutOfRangeException.ThrowIfNegative(k, nameof(job));
        if (job.A.Length != (long)m * k) throw Wrong("A", job.A.Length, m, k);
        if (job.B.Length != (long)n * k) throw Wrong("B", job.B.Length, n, k);
        if (job.Scale is < sbyte.MinValue or > sbyte.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(job), job.Scale, "the scale's power of two is -128 to 127");
        }

        static ArgumentException Wrong(string name, int length, int rows, int k) => new(
            string.Create(CultureInfo.InvariantCulture, $"{name} holds {length} codes; {rows} rows of {k} want {(long)rows * k}"), nameof(job));
    }
}
