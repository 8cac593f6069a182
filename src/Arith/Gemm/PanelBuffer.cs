using System.Runtime.InteropServices;

namespace XrNpe.Arith;

/// <summary>Aligned memory outside the garbage-collected heap.</summary>
internal sealed unsafe class PanelBuffer : IDisposable
{
    private const nuint Alignment = 64;

    public PanelBuffer(long bytes) => Data = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), Alignment);

    ~PanelBuffer() => NativeMemory.AlignedFree(Data);

    /// <summary>The memory; undefined until written.</summary>
    public byte* Data { get; private set; }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Data);
        Data = null;
        GC.SuppressFinalize(this);
    }
}
