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

    /// <summary>
    /// A 2×3 kernel over 3×5 pixels of 3 channels in p8: pixels take 2 words, so rows of the image 20 bytes, of B 24, and the image 60.
    /// </summary>
    public static Descriptor GoodWindow { get; } = Good with
    {
        M = 6,
        K = 18,
        AStride = 20,
        BStride = 24,
        WindowHeight = 3,
        WindowWidth = 5,
        WindowChannels = 3,
        WindowKernelHeight = 2,
        WindowKernelWidth = 3,
        WindowStrideY = 2,
        WindowStrideX = 2,
        WindowPadTop = 1,
        WindowPadLeft = 1,
        WindowPadBottom = 0,
        WindowPadRight = 1,
        WindowOutHeight = 2,
        WindowOutWidth = 3,
    };

    /// <summary>The same with a table: 40 bytes.</summary>
    private static Descriptor GoodTable { get; } = Good with { ChannelTable = 0x5000 };

    /// <summary>A 1×kw kernel over as many pixels of 1 channel in p16: kw words, whose entries have room in the buffers or not.</summary>
    private static Descriptor KernelRow(byte width) => GoodWindow with
    {
        InputFormat = (byte)NumberFormat.P16,
        M = 1,
        K = width,
        AStride = 2u * width,
        BStride = 2u * width,
        WindowHeight = 1,
        WindowWidth = width,
        WindowChannels = 1,
        WindowKernelHeight = 1,
        WindowKernelWidth = width,
        WindowPadTop = 0,
        WindowPadLeft = 0,
        WindowPadRight = 0,
        WindowOutHeight = 1,
        WindowOutWidth = 1,
    };

    /// <summary>Name, descriptor and verdict in hardware with 16 buffer entries of 4 words.</summary>
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
        ("window", GoodWindow, ErrorCode.None),
        ("window height alone", Good with { WindowHeight = 0x100 }, ErrorCode.BadWindow),
        ("window pad right alone", Good with { WindowPadRight = 1 }, ErrorCode.BadWindow),
        ("window height 0", GoodWindow with { WindowHeight = 0 }, ErrorCode.BadWindow),
        ("window width 0", GoodWindow with { WindowWidth = 0 }, ErrorCode.BadWindow),
        ("window channels 0", GoodWindow with { WindowChannels = 0 }, ErrorCode.BadWindow),
        ("kernel height 0", GoodWindow with { WindowKernelHeight = 0 }, ErrorCode.BadWindow),
        ("kernel width 0", GoodWindow with { WindowKernelWidth = 0 }, ErrorCode.BadWindow),
        ("stride y 0", GoodWindow with { WindowStrideY = 0 }, ErrorCode.BadWindow),
        ("stride x 0", GoodWindow with { WindowStrideX = 0 }, ErrorCode.BadWindow),
        ("out height 0", GoodWindow with { WindowOutHeight = 0 }, ErrorCode.BadWindow),
        ("out width 0", GoodWindow with { WindowOutWidth = 0 }, ErrorCode.BadWindow),
        ("k not the window's", GoodWindow with { K = 17 }, ErrorCode.BadWindow),
        ("k padded", GoodWindow with { K = 24 }, ErrorCode.BadWindow),
        ("m not the window's", GoodWindow with { M = 7 }, ErrorCode.BadWindow),
        ("too high for its padding", GoodWindow with { WindowPadTop = 0 }, ErrorCode.BadWindow),
        ("too wide for its padding", GoodWindow with { WindowPadRight = 0 }, ErrorCode.BadWindow),
        ("stride y too large", GoodWindow with { WindowStrideY = 3 }, ErrorCode.BadWindow),
        ("stride x too large", GoodWindow with { WindowStrideX = 3 }, ErrorCode.BadWindow),
        ("fewer rows than there is room for", GoodWindow with { M = 3, WindowOutHeight = 1 }, ErrorCode.None),
        ("padding below for nothing", GoodWindow with { WindowPadBottom = 255 }, ErrorCode.None),
        ("kernel row of 61 words", KernelRow(61), ErrorCode.None),
        ("kernel row of 62 words", KernelRow(62), ErrorCode.WindowTooWide),
        ("kernel row of 255 words", KernelRow(255), ErrorCode.WindowTooWide),
        ("image stride short", GoodWindow with { AStride = 18 }, ErrorCode.StrideTooSmall),
        ("image stride odd", GoodWindow with { AStride = 21 }, ErrorCode.Misaligned),
        ("window b stride short", GoodWindow with { BStride = 22 }, ErrorCode.StrideTooSmall),
        ("image to the end", GoodWindow with { AAddress = ulong.MaxValue - 59 }, ErrorCode.None),
        ("image past the end", GoodWindow with { AAddress = ulong.MaxValue - 57 }, ErrorCode.AddressWrap),
        ("c just behind the image", GoodWindow with { CAddress = 0x203c }, ErrorCode.None),
        ("c on the image's last word", GoodWindow with { CAddress = 0x203a }, ErrorCode.Overlap),
        ("c just before the image", GoodWindow with { CAddress = 0x2000 - 60 }, ErrorCode.None),
        ("c's last word on the image", GoodWindow with { CAddress = 0x2000 - 58 }, ErrorCode.Overlap),
        ("c on the last word of a window's b", GoodWindow with { CAddress = 0x3076 }, ErrorCode.Overlap),
        ("c just behind a window's b", GoodWindow with { CAddress = 0x3078 }, ErrorCode.None),
        ("channel table", GoodTable, ErrorCode.None),
        ("channel table on 4", GoodTable with { ChannelTable = 0x5004 }, ErrorCode.Misaligned),
        ("channel table on 1", GoodTable with { ChannelTable = 0x5001 }, ErrorCode.Misaligned),
        ("channel table to the end", GoodTable with { ChannelTable = ulong.MaxValue - 39 }, ErrorCode.None),
        ("channel table past the end", GoodTable with { ChannelTable = ulong.MaxValue - 31 }, ErrorCode.AddressWrap),
        ("c just behind the table", GoodTable with { CAddress = 0x5028 }, ErrorCode.None),
        ("c on the table's last word", GoodTable with { CAddress = 0x5026 }, ErrorCode.Overlap),
        ("c just before the table", GoodTable with { CAddress = 0x5000 - 30 }, ErrorCode.None),
        ("c's last word on the table", GoodTable with { CAddress = 0x5000 - 28 }, ErrorCode.Overlap),
        ("table and b may overlap", GoodTable with { ChannelTable = 0x3000 }, ErrorCode.None),
        ("window and table", GoodWindow with { ChannelTable = 0x5000 }, ErrorCode.None),
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
