using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// One matrix multiply or convolution, in codes: C = round(activation(A·B + bias) · 2^(scale + channel scale)), bias and channel scale by
/// column.
/// </summary>
/// <param name="Input">Format of A and B.</param>
/// <param name="Output">Format of C.</param>
/// <param name="Shape">M, N, K.</param>
/// <param name="A">Codes of A, row-major, M×K, one code an element; with a window of the image, height × width × channels.</param>
/// <param name="B">Codes of B with K contiguous, N×K, one code an element.</param>
/// <param name="Activation">Applied to the exact sums.</param>
/// <param name="Scale">Power of two applied before rounding, −128…127.</param>
/// <param name="Channels">What each of the N columns has of its own; null or empty for nothing. <see cref="ChannelTable"/> makes them.</param>
/// <param name="Window">A window over an image in place of A; M and K of the shape are then its <see cref="ConvWindow.Rows"/> and
/// <see cref="ConvWindow.Terms"/>.</param>
public sealed record MatmulJob(
    NumberFormat Input,
    NumberFormat Output,
    MatmulShape Shape,
    ushort[] A,
    ushort[] B,
    Activation Activation = default,
    int Scale = 0,
    ChannelEntry[]? Channels = null,
    ConvWindow? Window = null);

/// <summary>What a backend gives back.</summary>
/// <param name="C">Codes of C, row-major, M×N.</param>
/// <param name="Counters">The hardware's performance counters; null where there is no hardware to count.</param>
public sealed record MatmulResult(uint[] C, CoprocCounters? Counters);

/// <summary>The performance counters after a chain, as <see cref="RegisterMap.Counters"/> defines them.</summary>
/// <param name="Cycles">Cycles from start to done.</param>
/// <param name="Busy">Cycles in which the array took operands.</param>
/// <param name="ReadStall">Cycles in which the array waited for operands, after the first of a job.</param>
/// <param name="WriteStall">Cycles in which the array waited for the output.</param>
/// <param name="BytesRead">Bytes moved by read data beats.</param>
/// <param name="BytesWritten">Bytes written, by strobes.</param>
/// <param name="Fill">Cycles before a job's first operands, its descriptor included.</param>
/// <param name="Drain">Cycles after a job's last operands, until its writes are answered.</param>
public sealed record CoprocCounters(
    ulong Cycles, ulong Busy, ulong ReadStall, ulong WriteStall, ulong BytesRead, ulong BytesWritten, ulong Fill, ulong Drain)
{
    /// <summary>What was counted since <paramref name="earlier"/>.</summary>
    public CoprocCounters Since(CoprocCounters earlier) => new(
        Cycles - earlier.Cycles,
        Busy - earlier.Busy,
        ReadStall - earlier.ReadStall,
        WriteStall - earlier.WriteStall,
        BytesRead - earlier.BytesRead,
        BytesWritten - earlier.BytesWritten,
        Fill - earlier.Fill,
        Drain - earlier.Drain);

    /// <summary>What was counted in this run and in another.</summary>
    public CoprocCounters Plus(CoprocCounters other) => new(
        Cycles + other.Cycles,
        Busy + other.Busy,
        ReadStall + other.ReadStall,
        WriteStall + other.WriteStall,
        BytesRead + other.BytesRead,
        BytesWritten + other.BytesWritten,
        Fill + other.Fill,
        Drain + other.Drain);
}

/// <summary>Something that multiplies matrices: golden model, emulator or RTL. All give the same bits, or it is a bug.</summary>
public interface IMatmulBackend : IDisposable
{
    /// <summary>Name on the command line: <c>golden</c>, <c>emulator</c> or <c>rtl</c>.</summary>
    string Name { get; }

    /// <summary>Runs one job.</summary>
    /// <exception cref="NarToFp4Exception">NaR met an FP4 output.</exception>
    /// <exception cref="CoprocException">The co-processor refused the job or memory failed.</exception>
    MatmulResult Run(MatmulJob job);
}

/// <summary>A chain that ended with an error code.</summary>
public class CoprocException(ErrorCode code, string message) : Exception(message)
{
    /// <summary>The code.</summary>
    public ErrorCode Code { get; } = code;
}

/// <summary>NaR met an FP4 output, which has no code for it.</summary>
public sealed class NarToFp4Exception(long row, long column) : CoprocException(
    ErrorCode.NarToFp4,
    $"C[{row}, {column}] is NaR, and fp4 has no code for it: choose a posit or f32 output, or remove the NaR from A or B")
{
    /// <summary>Row of the first NaR in row-major order.</summary>
    public long Row { get; } = row;

    /// <summary>Its column.</summary>
    public long Column { get; } = column;
}
