namespace XrNpe.Coproc;

/// <summary>A flat piece of memory at a base address. What lies outside answers DECERR.</summary>
public sealed class MemoryImage
{
    private readonly byte[] _bytes;

    /// <summary>Zeroed memory.</summary>
    /// <param name="baseAddress">Address of the first byte.</param>
    /// <param name="size">Size in bytes.</param>
    public MemoryImage(ulong baseAddress, int size)
    {
        BaseAddress = baseAddress;
        _bytes = new byte[size];
    }

    /// <summary>Address of the first byte.</summary>
    public ulong BaseAddress { get; }

    /// <summary>Size in bytes.</summary>
    public int Size => _bytes.Length;

    /// <summary>True when all of [address, address + count) is inside.</summary>
    public bool Contains(ulong address, long count) =>
        address >= BaseAddress && count <= Size && address - BaseAddress <= (ulong)(Size - count);

    /// <summary>The bytes from <paramref name="address"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside this memory.</exception>
    public Span<byte> Slice(ulong address, long count) =>
        Contains(address, count)
            ? _bytes.AsSpan((int)(address - BaseAddress), (int)count)
            : throw new ArgumentOutOfRangeException(
                nameof(address), $"0x{address:x} + {count} bytes is outside memory 0x{BaseAddress:x} + {Size} bytes");

    /// <summary>All bytes.</summary>
    public Span<byte> All => _bytes;
}
