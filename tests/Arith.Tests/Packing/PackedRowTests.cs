using CsCheck;

namespace XrNpe.Arith.Tests;

public class PackedRowTests
{
    [Theory]
    [MemberData(nameof(TestFormats.All), MemberType = typeof(TestFormats))]
    public void What_is_packed_comes_out_and_pad_lanes_are_zero(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        Gen.UInt[0, info.Mask].Array[0, 40].Sample(
            codes =>
            {
                byte[] row = [.. Enumerable.Repeat((byte)0xff, (int)PackedRow.Bytes(format, codes.Length))];
                PackedRow.Pack(format, codes, row);

                var back = new uint[info.IsInput ? row.Length / 2 * info.Lanes : codes.Length];
                PackedRow.Unpack(format, row, back);
                Assert.Equal(codes, back[..codes.Length]);
                Assert.All(back[codes.Length..], lane => Assert.Equal(0u, lane));
            },
            iter: 2_000);
    }

    [Theory]
    [InlineData(NumberFormat.Fp4, new uint[] { 1, 2, 3, 4, 5 }, new byte[] { 0x21, 0x43, 0x05, 0x00 })]
    [InlineData(NumberFormat.P8, new uint[] { 0x12, 0x34, 0x56 }, new byte[] { 0x12, 0x34, 0x56, 0x00 })]
    [InlineData(NumberFormat.P16, new uint[] { 0x1234 }, new byte[] { 0x34, 0x12 })]
    [InlineData(NumberFormat.F32, new uint[] { 0x1234_5678 }, new byte[] { 0x78, 0x56, 0x34, 0x12 })]
    public void Lane_0_is_lowest_and_words_are_little_endian(NumberFormat format, uint[] codes, byte[] expected)
    {
        var row = new byte[expected.Length];
        PackedRow.Pack(format, codes, row);
        Assert.Equal(expected, row);
    }

    [Fact]
    public void Nothing_beyond_the_row_is_written()
    {
        byte[] row = [0xff, 0xff, 0xff];
        PackedRow.Pack(NumberFormat.P8, [1], row);
        Assert.Equal([0x01, 0x00, 0xff], row);
    }
}
