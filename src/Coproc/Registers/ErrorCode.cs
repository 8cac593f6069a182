namespace XrNpe.Coproc;

/// <summary>
/// How a chain can end. Among the descriptor checks the lowest number wins, in the RTL and in the emulator alike.
/// </summary>
public enum ErrorCode
{
    /// <summary>All went well.</summary>
    None = 0,

    /// <summary>The descriptor's address is not a multiple of 128.</summary>
    DescriptorMisaligned = 1,

    /// <summary>A reserved byte of the descriptor is not 0.</summary>
    PaddingNotZero = 2,

    /// <summary>The opcode is unknown.</summary>
    BadOpcode = 3,

    /// <summary>The input or output format is unknown or not built in.</summary>
    BadFormat = 4,

    /// <summary>The activation is unknown or its shift is above 15.</summary>
    BadActivation = 5,

    /// <summary>M, N or K is 0.</summary>
    ZeroDimension = 6,

    /// <summary>K is above 32 767, the longest dot product that provably fits the quire.</summary>
    DotTooLong = 7,

    /// <summary>A window has a 0 where none may be, does not match M or K, or reaches past image and padding.</summary>
    BadWindow = 8,

    /// <summary>A row of the window's kernel does not fit the operand buffers.</summary>
    WindowTooWide = 9,

    /// <summary>A base address or stride is not a multiple of 2 (of 4 for a float32 C, of 8 for a channel table).</summary>
    Misaligned = 10,

    /// <summary>A stride is smaller than its packed row, with a window A's is smaller than a row of the image.</summary>
    StrideTooSmall = 11,

    /// <summary>A matrix, an image or a channel table reaches past the end of the 64-bit address space.</summary>
    AddressWrap = 12,

    /// <summary>C overlaps A, B or the channel table, from first to last byte, gaps between rows included.</summary>
    Overlap = 13,

    /// <summary>Memory answered a read with SLVERR.</summary>
    ReadSlaveError = 32,

    /// <summary>Memory answered a read with DECERR.</summary>
    ReadDecodeError = 33,

    /// <summary>Memory answered a write with SLVERR.</summary>
    WriteSlaveError = 34,

    /// <summary>Memory answered a write with DECERR.</summary>
    WriteDecodeError = 35,

    /// <summary>The bus made no progress for WATCHDOG.cycles.</summary>
    Watchdog = 36,

    /// <summary>Software ended the chain with CONTROL.soft_reset.</summary>
    SoftReset = 37,

    /// <summary>The job is done, but NaR met an FP4 output, which has no code for it; 8 (−0) was written.</summary>
    NarToFp4 = 64,
}
