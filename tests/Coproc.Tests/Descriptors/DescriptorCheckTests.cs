namespace XrNpe.Coproc.Tests;

public sealed class DescriptorCheckTests
{
    private const ulong Address = 0x1000;

    /// <summary>16 buffer entries of 4 words.</summary>
    private static readonly CoprocConfig NoP4 = Presets.Tiny with { Formats = DescriptorVariants.Formats };

    public static TheoryData<string, ErrorCode> Cases { get; } = new(DescriptorVariants.All.Select(v => (v.Name, v.Expected)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_exactly_the_expected_problem(string name, ErrorCode expected)
    {
        Descriptor descriptor = DescriptorVariants.All.Single(v => v.Name == name).Descriptor;
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
                byte[] bytes = DescriptorVariants.Good.ToBytes();
                bytes[i] = 0x80;
                Assert.Equal(ErrorCode.PaddingNotZero, DescriptorCheck.Find(bytes, Address, NoP4)?.Code);
            }
        }
    }

    [Fact]
    public void Every_window_byte_makes_a_window()
    {
        foreach (DescriptorField field in DescriptorLayout.Fields.Where(f => f.Name.StartsWith("window_", StringComparison.Ordinal)))
        {
            for (int i = 0; i < field.Bytes; i++)
            {
                byte[] bytes = DescriptorVariants.Good.ToBytes();
                bytes[field.Offset + i] = 1;
                Assert.Equal(ErrorCode.BadWindow, DescriptorCheck.Find(bytes, Address, NoP4)?.Code);
            }
        }
    }

    [Fact]
    public void The_lowest_code_wins()
    {
        // Everything wrong at once; mended one by one, from the lowest code up.
        Descriptor d = DescriptorVariants.Good with
        {
            Opcode = 0,
            InputFormat = 9,
            Activation = 9,
            M = 0,
            K = 40000,
            WindowStrideX = 1,
            ChannelTable = 2,
            AAddress = ulong.MaxValue,
            AStride = 4,
            CAddress = 0x3000,
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
        Expect(ErrorCode.BadWindow, d = d with { K = 7 });
        Expect(ErrorCode.WindowTooWide, TooWide(d));
        Expect(ErrorCode.Misaligned, d = d with { WindowStrideX = 0 });
        Expect(ErrorCode.Misaligned, d = d with { AAddress = ulong.MaxValue - 1 });
        Expect(ErrorCode.StrideTooSmall, d = d with { ChannelTable = 0 });
        Expect(ErrorCode.AddressWrap, d = d with { AStride = 8 });
        Expect(ErrorCode.Overlap, d = d with { AAddress = 0x2000 });
        Expect(ErrorCode.None, d with { CAddress = 0x4000 });

        // 3 pixels of 99 words.
        static Descriptor TooWide(Descriptor d) => d with
        {
            M = 1,
            K = 3 * 198,
            WindowHeight = 1,
            WindowWidth = 3,
            WindowChannels = 198,
            WindowKernelHeight = 1,
            WindowKernelWidth = 3,
            WindowStrideY = 1,
            WindowStrideX = 1,
            WindowOutHeight = 1,
            WindowOutWidth = 1,
        };

        static void Expect(ErrorCode code, Descriptor descriptor) =>
            Assert.Equal(code, DescriptorCheck.Find(descriptor.ToBytes(), Address, NoP4)?.Code ?? ErrorCode.None);
    }

    [Theory]
    [InlineData("window channels 0", "window_channels is 0: 1 to 65535 with a window")]
    [InlineData("k padded", "k is 24: 18, the window's 2×3 pixels of 3 channels")]
    [InlineData("m not the window's", "m is 7: 6, the window's 2×3 output pixels")]
    [InlineData("too high for its padding", "window_out_height is 2: at most 1 along y")]
    [InlineData("kernel row of 62 words", "takes 17 buffer entries of 64 bits, wherever it starts in the first: at most 16 (buffer_depth 64 words)")]
    [InlineData("image stride short", "a_stride is 18: at least 20, the bytes of a row of the image")]
    [InlineData("channel table on 4", "channel_table is 0x5004: a multiple of 8")]
    [InlineData("channel table past the end", "channel_table 0xffffffffffffffe0 plus 40 bytes passes the end")]
    [InlineData("c on the table's last word", "overlaps channel_table at 0x5000 + 40 bytes")]
    public void Messages_say_what_would_be_right(string name, string expected)
    {
        Descriptor descriptor = DescriptorVariants.All.Single(v => v.Name == name).Descriptor;
        Assert.Contains(expected, DescriptorCheck.Find(descriptor.ToBytes(), Address, NoP4)!.Message, StringComparison.Ordinal);
    }
}
