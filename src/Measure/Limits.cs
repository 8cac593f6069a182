using System.Runtime.InteropServices;
using XrNpe.Arith;

namespace XrNpe.Measure;

/// <summary>
/// The bare instructions on data that lie ready in the first-level cache: what no kernel can pass. Lives as long as the process.
/// </summary>
internal sealed unsafe class Limits
{
    private const int Steps = 128;
    private const double Giga = 1e9;
    private const double Mega = 1e6;
    private const int Elements = 4096;

    private readonly byte* _a = Zeroed();
    private readonly byte* _b = Zeroed();
    private readonly byte* _c = Zeroed();
    private readonly byte[] _bytes = new byte[Elements];
    private readonly byte[] _moreBytes = new byte[Elements];
    private readonly ushort[] _words = new ushort[Elements];
    private readonly ushort[] _moreWords = new ushort[Elements];

    /// <summary>16-bit multiply-add (vpmaddwd).</summary>
    public Workload Int16 => Int16Row512.IsSupported ? Kernel<Int16Row512>() : Int16Row256.IsSupported ? Kernel<Int16Row256>() : Kernel<Int16Row128>();

    /// <summary>Byte multiply-add (vpmaddubsw); without such an instruction, that of 16 bits.</summary>
    public Workload Bytes => ByteRow512.IsSupported ? Kernel<ByteRow512>() : ByteRow256.IsSupported ? Kernel<ByteRow256>() : Int16;

    /// <summary>Double fused multiply-add.</summary>
    public Workload Double => DoubleRow512.IsSupported ? Kernel<DoubleRow512>() : DoubleRow256.IsSupported ? Kernel<DoubleRow256>() : Kernel<DoubleRow128>();

    /// <summary>Reading elements of one width, writing them in another, and nothing in between.</summary>
    public Workload Move<TMove>()
        where TMove : struct, ILaneOperation => new("move", "G/s", Elements / Giga, () => LaneLoop<TMove>.Run(_a, _c, Elements));

    /// <summary>One byte addition after the other in a plain loop: two loads, one instruction, one store.</summary>
    public Workload ScalarBytes => new("byte add", "M/s", Elements / Mega, () =>
    {
        byte[] sums = _bytes, terms = _moreBytes;
        for (int i = 0; i < sums.Length && i < terms.Length; i++) sums[i] = (byte)(terms[i] + sums[i]);
    });

    /// <summary>One 16-bit addition after the other in a plain loop: two loads, one instruction, one store.</summary>
    public Workload ScalarInt16 => new("16-bit add", "M/s", Elements / Mega, () =>
    {
        ushort[] sums = _words, terms = _moreWords;
        for (int i = 0; i < sums.Length && i < terms.Length; i++) sums[i] = (ushort)(terms[i] + sums[i]);
    });

    private Workload Kernel<TRow>()
        where TRow : struct, ITileRow<TRow> =>
        new("multiply-add", "GMAC/s", (double)TRow.Rows * TRow.Columns * TRow.TermsPerStep * Steps / Giga, () => Tile<TRow>.Run(_c, _a, _b, Steps));

    private static byte* Zeroed()
    {
        const int Bytes = 1 << 16;
        byte* memory = (byte*)NativeMemory.AlignedAlloc(Bytes, 64);
        new Span<byte>(memory, Bytes).Clear();
        return memory;
    }
}
