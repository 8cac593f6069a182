namespace XrNpe.Coproc.Tests;

public sealed class DescriptorTests
{
    [Fact]
    public void Fields_ascend_do_not_overlap_and_are_naturally_aligned()
    {
        int end = 0;
        foreach (DescriptorField field in DescriptorLayout.Fields)
        {
            Assert.True(field.Offset >= end, field.Name);
            Assert.True(field.Offset % field.Bytes == 0, field.Name);
            end = field.Offset + field.Bytes;
        }

        Assert.True(end <= DescriptorLayout.Bytes);
        Assert.Equal(
            DescriptorLayout.Bytes, DescriptorLayout.Fields.Sum(f => f.Bytes) + DescriptorLayout.Reserved.Sum(r => r.Bytes));
    }

    [Fact]
    public void Random_bytes_survive_the_round_trip_but_for_the_reserved_ones()
    {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            byte[] bytes = new byte[DescriptorLayout.Bytes];
            random.NextBytes(bytes);
            byte[] expected = [.. bytes];
            foreach ((int offset, int count) in DescriptorLayout.Reserved) expected.AsSpan(offset, count).Clear();
            Assert.Equal(expected, Descriptor.FromBytes(bytes).ToBytes());
        }
    }

    [Fact]
    public void Fields_stand_where_the_layout_says()
    {
        byte[] bytes = new Descriptor { Scale = -3, M = 0x01020304, CAddress = 0x1122334455667788, WindowPadRight = 9 }.ToBytes();
        Assert.Equal(DescriptorLayout.OpcodeMatmul, bytes[DescriptorLayout.Field("opcode").Offset]);
        Assert.Equal(0xfd, bytes[DescriptorLayout.Field("scale").Offset]);
        Assert.Equal([4, 3, 2, 1], bytes.Skip(DescriptorLayout.Field("m").Offset).Take(4));
        Assert.Equal([0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11], bytes.Skip(DescriptorLayout.Field("c_address").Offset).Take(8));
        Assert.Equal(9, bytes[DescriptorLayout.Field("window_pad_right").Offset]);
        Assert.Equal(-3, Descriptor.FromBytes(bytes).Scale);
    }
}
