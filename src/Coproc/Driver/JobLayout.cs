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
/// <param name="TableOffset">Added to the channel table's address.</param>
public readonly record struct JobPlacement(
    int AOffset = 0, int BOffset = 0, int COffset = 0, int APadding = 0, int BPadding = 0, int CPadding = 0, int TableOffset = 0);

/// <summary>
/// A job laid out in memory: its descriptor, then A or the image, B, the channel table and C, each from a multiple of 128 bytes on. Rows of
/// A, of B and of the image start at multiples of the widest bus, which reads them in the fewest beats; C is packed tight, so that it can be
/// the image of the next job.
/// </summary>
public sealed class JobLayout
{
    /// <summary>Bytes of the widest bus.</summary>
    private const int RowAlignment = 16;

    private JobLayout(ulong descriptorAddress, Descriptor descriptor, ulong end)
    {
        DescriptorAddress = descriptorAddress;
        Descriptor = descriptor;
        End = end;
    }

    /// <summary>Where the descriptor goes: a multiple of 128.</summary>
    public ulong DescriptorAddress { get; }

    /// <summary>The descriptor; its <see cref="Descriptor.Next"/> is 0, or the next job of the chain.</summary>
    public Descriptor Descriptor { get; }

    /// <summary>Address behind everything, a multiple of 128.</summary>
    public ulong End { get; }

    /// <summary>Lays out a chain of jobs, one behind the other, each linked to the next.</summary>
    /// <exception cref="ArgumentException">As of <see cref="Plan"/>.</exception>
    public static IReadOnlyList<JobLayout> PlanChain(IEnumerable<MatmulJob> jobs, ulong baseAddress)
    {
        var layouts = new List<JobLayout>();
        foreach (MatmulJob job in jobs)
        {
            JobLayout layout = Plan(job, layouts.Count == 0 ? baseAddress : layouts[^1].End);
            if (layouts.Count > 0)
            {
                JobLayout last = layouts[^1];
                layouts[^1] = new JobLayout(last.DescriptorAddress, last.Descriptor with { Next = layout.DescriptorAddress }, last.End);
            }

            layouts.Add(layout);
        }

        return layouts;
    }

    /// <summary>Lays out <paramref name="job"/> from the first multiple of 128 at or above <paramref name="baseAddress"/>.</summary>
    /// <exception cref="ArgumentException">An array's length is not what the shape says, or the window does not fit it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative or the scale does not fit 8 bits.</exception>
    public static JobLayout Plan(MatmulJob job, ulong baseAddress, JobPlacement placement = default)
    {
        JobShape.Check(job);
        ulong descriptorAddress = Up(baseAddress);
        ConvWindow? window = job.Window;
        long matrixRow = PackedRow.Bytes(job.Input, job.Shape.K);
        long aRow = Widened(window?.ImageRowBytes(job.Input) ?? matrixRow);
        long bRow = Widened(window?.KernelBytes(job.Input) ?? matrixRow);
        long cRow = PackedRow.Bytes(job.Output, job.Shape.N);
        bool hasTable = job.Channels is { Length: > 0 };

        ulong next = descriptorAddress + DescriptorLayout.Bytes;
        (ulong aAddress, uint aStride) = Place(window?.Height ?? job.Shape.M, aRow, placement.AOffset, placement.APadding);
        (ulong bAddress, uint bStride) = Place(job.Shape.N, bRow, placement.BOffset, placement.BPadding);
        ulong table = hasTable ? Place(job.Shape.N, ChannelTableLayout.EntryBytes, placement.TableOffset, 0).Address : 0;
        (ulong cAddress, uint cStride) = Place(job.Shape.M, cRow, placement.COffset, placement.CPadding);

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
            ChannelTable = table,
        };
        return new JobLayout(descriptorAddress, window?.ApplyTo(descriptor) ?? descriptor, next);

        (ulong Address, uint Stride) Place(int rows, long rowBytes, int offset, int padding)
        {
            ulong address = next + (ulong)offset;
            long stride = rowBytes + padding;
            next = Up(address + (ulong)(rows * stride));
            return (address, checked((uint)stride));
        }
    }

    private static long Widened(long bytes) => (bytes + RowAlignment - 1) / RowAlignment * RowAlignment;

    private static ulong Up(ulong address) => (address + DescriptorLayout.Bytes - 1) & ~(ulong)(DescriptorLayout.Bytes - 1);
}
