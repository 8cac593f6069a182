namespace XrNpe.Vio.Tests;

public class NpyWriterTests
{
    // np.save of np.arange(6).reshape(2, 3) * 0.5 - 1 as float32, and of [1, 0x8000, 65535] as uint16.
    private const string F4 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIC/AAAAvwAAAAAAAAA/AACAPwAAwD8=";
    private const string U2 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPHUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAACA//8=";

    [Fact]
    public void The_bytes_are_those_of_numpy()
    {
        using var values = new MemoryStream();
        NpyWriter.WriteValues(values, [2, 3], [-1, -0.5, 0, 0.5, 1, 1.5], single: true);
        Assert.Equal(F4, Convert.ToBase64String(values.ToArray()));

        using var codes = new MemoryStream();
        NpyWriter.WriteCodes(codes, [3], [1, 0x8000, 0xffff], bits: 16);
        Assert.Equal(U2, Convert.ToBase64String(codes.ToArray()));
    }

    [Theory]
    [InlineData(4, 0xful)]
    [InlineData(8, 0xfful)]
    [InlineData(16, 0xfffful)]
    [InlineData(32, 0xfffffffful)]
    [InlineData(64, ulong.MaxValue)]
    public void Codes_of_every_width_read_back(int bits, ulong largest)
    {
        using var stream = new MemoryStream();
        NpyWriter.WriteCodes(stream, [1, 2], [0, largest], bits);
        Assert.Equal([0ul, largest], CodeRange.Check("x", NpyReader.Parse("x", stream.ToArray()), "f", bits));
    }

    [Fact]
    public void Doubles_read_back()
    {
        using var stream = new MemoryStream();
        NpyWriter.WriteValues(stream, [2, 1], [0.1, double.NegativeInfinity], single: false);
        Assert.Equal([0.1, double.NegativeInfinity], NpyReader.Parse("x", stream.ToArray()).Values!);
    }
}
