using System.Text;

namespace XrNpe.Coproc;

/// <summary>Names and sentences of <see cref="ErrorCode"/>, as the RTL, the C header and the documents use them.</summary>
public static class ErrorCodes
{
    private static readonly Dictionary<ErrorCode, string> Sentences = new()
    {
        [ErrorCode.None] = "all went well",
        [ErrorCode.DescriptorMisaligned] = "the descriptor's address is not a multiple of 128",
        [ErrorCode.PaddingNotZero] = "a reserved byte of the descriptor is not 0",
        [ErrorCode.BadOpcode] = "the opcode is unknown",
        [ErrorCode.BadFormat] = "the input or output format is unknown or not built in",
        [ErrorCode.BadActivation] = "the activation is unknown or its shift is above 15",
        [ErrorCode.ZeroDimension] = "M, N or K is 0",
        [ErrorCode.DotTooLong] = "K is above 32767, the longest dot product that provably fits the quire",
        [ErrorCode.BadWindow] = "a window has a 0 where none may be, does not match M or K, or reaches past image and padding",
        [ErrorCode.WindowTooWide] = "a row of the window's kernel does not fit the operand buffers",
        [ErrorCode.Misaligned] = "a base address or stride is not a multiple of 2 (of 4 for a float32 C, of 8 for a channel table)",
        [ErrorCode.StrideTooSmall] = "a stride is smaller than its packed row, or A's than a row of the image",
        [ErrorCode.AddressWrap] = "a matrix, an image or a channel table reaches past the end of the 64-bit address space",
        [ErrorCode.Overlap] = "C overlaps A, B or the channel table",
        [ErrorCode.ReadSlaveError] = "memory answered a read with SLVERR",
        [ErrorCode.ReadDecodeError] = "memory answered a read with DECERR",
        [ErrorCode.WriteSlaveError] = "memory answered a write with SLVERR",
        [ErrorCode.WriteDecodeError] = "memory answered a write with DECERR",
        [ErrorCode.Watchdog] = "the bus made no progress for WATCHDOG.cycles cycles",
        [ErrorCode.SoftReset] = "software ended the chain with CONTROL.soft_reset",
        [ErrorCode.NarToFp4] = "NaR met an FP4 output, which has no code for it",
    };

    /// <summary>Every code, ascending.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } = [.. Enum.GetValues<ErrorCode>().Order()];

    /// <summary>What the code means, as half a sentence.</summary>
    public static string Sentence(ErrorCode code) =>
        Sentences.TryGetValue(code, out string? sentence) ? sentence : $"unknown error code {(int)code}";

    /// <summary>The code's name in hardware and C: <c>NAR_TO_FP4</c>.</summary>
    public static string HardwareName(ErrorCode code)
    {
        var name = new StringBuilder();
        foreach (char c in code.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0) name.Append('_');
            name.Append(char.ToUpperInvariant(c));
        }

        return name.ToString();
    }
}
