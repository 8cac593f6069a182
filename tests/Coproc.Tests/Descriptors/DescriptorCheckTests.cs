using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class DescriptorCheckTests
{
    private const ulong Address = 0x1000;

    /// <summary>3×5×7 in p8 to p16: rows of A and B take 8 bytes, of C 10.</summary>
    private static readonly Descriptor Good = new()
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

    private static readonly CoprocConfig NoP4 = Presets.Tiny with { Formats = [NumberFormat.Fp4, NumberFormat.P8, NumberFormat.P16] };

    public static TheoryData<string, ErrorCode> Cases { get; } = new(Variants.Select(v => (v.Name, v.Expected)));

    private static IEnumerable<(string Name, Descriptor Descriptor, ErrorCode Expected)> Variants =>
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
        ("shift without leaky", Good with { Activation = 1, SlopeM = 255, SlopeS = 255 }, ErrorCode.None),
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

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_exactly_the_expected_problem(string name, ErrorCode expected)
    {
        Descriptor descriptor = Variants.Single(v => v.Name == name).Descriptor;
        DescriptorProblem? problem = DescriptorCheck.Find(descriptor.ToBytes(), Address, NoP4);
        Assert.Equal(expected, problem?.Code ?? ErrorCode.None);
        Assert.True(problem is null || problem.Message.Contains(':', StringComparison.Ordinal) || problem.Message.Contains("overlaps", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reserved_byte_counts()
    {
        foreach ((int offset, int count) in DescriptorLayout.Reserved)
        {
            for (int i = offset; i < offset + count; i++)
            {
                byte[] bytes = Good.ToBytes();
                bytes[i] = 0x80;
                Assert.Equal(ErrorCode.PaddingNotZero, DescriptorCheck.Find(bytes, Address, NoP4)?.Code);
            }
        }
    }

    [Fact]
    public void Every_window_byte_counts()
    {
        foreach (DescriptorField field in DescriptorLayout.Fields.Where(f => f.Name.StartsWith("window_", StringComparison.Ordinal)))
        {
            for (int i = 0; i < field.Bytes; i++)
            {
                byte[] bytes = Good.ToBytes();
                bytes[field.Offset + i] = 1;
                Assert.Equal(ErrorCode.WindowUnsupported, DescriptorCheck.Find(bytes, Address, NoP4)?.Code);
            }
        }
    }

    [Fact]
    public void The_lowest_code_wins()
    {
        // Everything wrong at once; mended one by one, from the lowest code up.
        Descriptor d = Good with
        {
            Opcode = 0, InputFormat = 9, Activation = 9, M = 0, K = 40000, WindowStrideX = 1, ChannelTable = 2,
            AAddress = ulong.MaxValue, AStride = 4, CAddress = 0x3000,
        };
        byte[] dirty = d.ToBytes();
        dirty[^1] = 1;
        Assert.Equal(ErrorCode.DescriptorMisaligned, DescriptorCheck.Find(dirty, Address + 64, NoP4)?.Code);
        Assert.Equal(ErrorCode.PaddingNotZero, DescriptorCheck.Find(dirty, Address, NoP4)?.Code);
        Expect(ErrorCode.BadOpcode, d);
        Expect(ErrorCode.BadFormat, d = d with { Opcode = 1 });
        Expect(ErrorCode.BadActivation, d = d with { InputFormat = 2 });
        Expect(ErrorCode.ZeroDimension, d = d with { Activation = 0 });
        Expect(ErrorCode.DotTooLong, d = d with { M = 3 });
        Expect(ErrorCode.WindowUnsupported, d = d with { K = 7 });
        Expect(ErrorCode.ChannelTableUnsupported, d = d with { WindowStrideX = 0 });
        Expect(ErrorCode.Misaligned, d = d with { ChannelTable = 0 });
        Expect(ErrorCode.StrideTooSmall, d = d with { AAddress = ulong.MaxValue - 1 });
        Expect(ErrorCode.AddressWrap, d = d with { AStride = 8 });
        Expect(ErrorCode.Overlap, d = d with { AAddress = 0x2000 });
        Expect(ErrorCode.None, d with { CAddress = 0x4000 });

        static void Expect(ErrorCode code, Descriptor descriptor) =>
            Assert.Equal(code, DescriptorCheck.Find(descriptor.ToBytes(), Address, NoP4)?.Code ?? ErrorCode.None);
    }
}
