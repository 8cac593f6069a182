using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

/// <summary>Descriptors around every boundary of every check, and what each of them deserves.</summary>
internal static class DescriptorVariants
{
    /// <summary>What the hardware must have: a format is missing.</summary>
    public static IReadOnlyList<NumberFormat> Formats { get; } = [NumberFormat.Fp4, NumberFormat.P8, NumberFormat.P16];

    /// <summary>3×5×7 in p8 to p16: rows of A and B take 8 bytes, of C 10.</summary>
    public static Descriptor Good { get; } = new()
    {
        InputFormat = (byte)NumberFormat.P8,
        OutputFormat = (byte)NumberFormat.P16,
        M = 3,
        N = 5,
        K = 7,
        AAddress = 0x2000,
        BAddress = 0x3000,
        CAddress = 0x4000,
        AStride = 8,
        BStride = 8,
        CStride = 10,
    };

    /// <summary>Name, descriptor and verdict.</summary>
    public static IReadOnlyList<(string Name, Descriptor Descriptor, ErrorCode Expected)> All { get; } =
    [
        ("good", Good, ErrorCode.None),
        ("opcode 0", Good with { Opcode = 0 }, ErrorCode.BadOpcode),
        ("opcode 2", Good with { Opcode = 2 }, ErrorCode.BadOpcode),
        ("opcode 129", Good with { Opcode = 129 }, ErrorCode.BadOpcode),
        ("f32 input", Good with { InputFormat = 4 }, ErrorCode.BadFormat),
        ("input 255", Good with { InputFormat = 255 }, ErrorCode.BadFormat),
        ("input not built in", Good with { InputFormat = 1 }, ErrorCode.BadFormat),
        ("output not built in", Good with { OutputFormat = 1 }, ErrorCode.BadFormat),
        ("output 5", Good with { OutputFormat = 5 }, ErrorCode.BadFormat),
        ("output 132", Good with { OutputFormat = 132 }, ErrorCode.BadFormat),
        ("f32 output", Good with { OutputFormat = 4, CStride = 20 }, ErrorCode.None),
        ("activation 3", Good with { Activation = 3 }, ErrorCode.BadActivation),
        ("leaky shift 15", Good with { Activation = 2, SlopeS = 15 }, ErrorCode.None),
        ("leaky shift 16", Good with { Activation = 2, SlopeS = 16 }, ErrorCode.BadActivation),
        ("slope without leaky", Good with { Activation = 1, SlopeM = 255, SlopeS = 15 }, ErrorCode.None),
        ("shift 16 without leaky", Good with { SlopeS = 16 }, ErrorCode.BadActivation),
        ("shift 255 without leaky", Good with { Activation = 1, SlopeS = 255 }, ErrorCode.BadActivation),
        ("m 0", Good with { M = 0 }, ErrorCode.ZeroDimension),
        ("n 0", Good with { N = 0 }, ErrorCode.ZeroDimension),
        ("k 0", Good with { K = 0 }, ErrorCode.ZeroDimension),
        ("k 32767", Good with { K = 32767, AStride = 32768, BStride = 32768, CAddress = 0x10_0000 }, ErrorCode.None),
        ("k 32768", Good with { K = 32768, AStride = 32768, BStride = 32768, CAddress = 0x10_0000 }, ErrorCode.DotTooLong),
        ("k 65543", Good with { K = 65536 + 7 }, ErrorCode.DotTooLong),
        ("window height", Good with { WindowHeight = 0x100 }, ErrorCode.WindowUnsupported),
        ("window pad right", Good with { WindowPadRight = 1 }, ErrorCode.WindowUnsupported),
        ("channel table", Good with { ChannelTable = 1ul << 63 }, ErrorCode.ChannelTableUnsupported),
        ("a odd", Good with { AAddress = 0x2001 }, ErrorCode.Misaligned),
        ("b odd", Good with { BAddress = 0x3001 }, ErrorCode.Misaligned),
        ("c odd", Good with { CAddress = 0x4001 }, ErrorCode.Misaligned),
        ("a stride odd", Good with { AStride = 9 }, ErrorCode.Misaligned),
        ("b stride odd", Good with { BStride = 9 }, ErrorCode.Misaligned),
        ("c stride odd", Good with { CStride = 11 }, ErrorCode.Misaligned),
        ("c on 2", Good with { CAddress = 0x4002 }, ErrorCode.None),
        ("f32 c on 2", Good with { OutputFormat = 4, CStride = 20, CAddress = 0x4002 }, ErrorCode.Misaligned),
        ("f32 c stride 22", Good with { OutputFormat = 4, CStride = 22 }, ErrorCode.Misaligned),
        ("a stride short", Good with { AStride = 6 }, ErrorCode.StrideTooSmall),
        ("b stride short", Good with { BStride = 6 }, ErrorCode.StrideTooSmall),
        ("c stride short", Good with { CStride = 8 }, ErrorCode.StrideTooSmall),
        ("stride 0 of a single row", Good with { M = 1, AStride = 0 }, ErrorCode.StrideTooSmall),
        ("n too wide for any stride", Good with { N = uint.MaxValue, CStride = uint.MaxValue - 1 }, ErrorCode.StrideTooSmall),
        ("a to the end", Good with { AAddress = ulong.MaxValue - 23 }, ErrorCode.None),
        ("a past the end", Good with { AAddress = ulong.MaxValue - 21 }, ErrorCode.AddressWrap),
        ("b past the end", Good with { BAddress = ulong.MaxValue - 1 }, ErrorCode.AddressWrap),
        ("c to the end", Good with { CAddress = ulong.MaxValue - 29 }, ErrorCode.None),
        ("c past the end", Good with { CAddress = ulong.MaxValue - 27 }, ErrorCode.AddressWrap),
        ("longest", Good with { M = uint.MaxValue, AStride = uint.MaxValue - 1, BAddress = 0, CAddress = 0x1000 }, ErrorCode.Overlap),
        ("c just behind a", Good with { CAddress = 0x2018 }, ErrorCode.None),
        ("c on a's last word", Good with { CAddress = 0x2016 }, ErrorCode.Overlap),
        ("c in a's gap", Good with { AStride = 0x100, CStride = 10, CAddress = 0x2010 }, ErrorCode.Overlap),
        ("c just before b", Good with { CAddress = 0x3000 - 30 }, ErrorCode.None),
        ("c's last word on b", Good with { CAddress = 0x3000 - 28 }, ErrorCode.Overlap),
        ("a in c's gap", Good with { AAddress = 0x4010, CStride = 0x100 }, ErrorCode.Overlap),
        ("a and b may overlap", Good with { BAddress = 0x2000 }, ErrorCode.None),
    ];
}
