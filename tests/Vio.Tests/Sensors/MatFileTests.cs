using System.Text;

namespace XrNpe.Vio.Tests;

public class MatFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Doubles_are_read_in_row_major_order(bool bigEndian)
    {
        var make = new MatBytes(bigEndian);
        byte[] matrix = make.Matrix("x", 6, [2, 3], 9, make.Doubles(1, 4, 2, 5, 3, 6));
        foreach (byte[] file in new[] { make.File(matrix), make.File(make.Compressed(matrix)) })
        {
            NumericTensor tensor = Read(file, "x");
            Assert.Equal([2, 3], tensor.Shape);
            Assert.Equal([1, 2, 3, 4, 5, 6], tensor.Values!);
        }
    }

    [Theory]
    [InlineData(1, new byte[] { 0xff, 2 }, -1)]
    [InlineData(2, new byte[] { 0xff, 2 }, 255)]
    [InlineData(3, new byte[] { 0xfe, 0xff, 2, 0 }, -2)]
    [InlineData(4, new byte[] { 0xfe, 0xff, 2, 0 }, 65534)]
    [InlineData(5, new byte[] { 0xfd, 0xff, 0xff, 0xff, 2, 0, 0, 0 }, -3)]
    [InlineData(6, new byte[] { 0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0 }, 4294967295)]
    [InlineData(7, new byte[] { 0, 0, 0xc0, 0xbf, 0, 0, 0, 0x40 }, -1.5)]
    [InlineData(12, new byte[] { 0xfc, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 0, 0, 0, 0 }, -4)]
    [InlineData(13, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0x80, 2, 0, 0, 0, 0, 0, 0, 0 }, 9223372036854775808.0)]
    public void Doubles_that_MATLAB_stored_smaller_are_read(int type, byte[] values, double first)
    {
        var make = new MatBytes(bigEndian: false);
        Assert.Equal([first, 2], Read(make.File(make.Matrix("small", 6, [1, 2], type, values)), "small").Values!);
    }

    [Fact]
    public void The_variable_is_found_behind_others()
    {
        var make = new MatBytes(bigEndian: false);
        byte[] text = make.Matrix("text", 4, [1, 2], 4, [65, 0, 66, 0]);
        byte[] other = make.Compressed(make.Matrix("other", 6, [1, 1], 9, make.Doubles(1)));
        byte[] wanted = make.Compressed(make.Matrix("wanted", 6, [1, 1], 9, make.Doubles(7)));
        byte[] file = make.File(text, other, wanted);
        Assert.Equal([7], Read(file, "wanted").Values!);
        Refused(file, "missing", "\"missing\"", "\"text\", \"other\", \"wanted\"");
        Refused(file, "text", "array class 4");
    }

    [Fact]
    public void What_is_written_comes_back_exactly()
    {
        using var scratch = new Scratch();
        double[] values = [1.0 / 3, -0.0, double.MaxValue, double.Epsilon, 5, 6];
        MatFile.Write(scratch.PathOf("0.mat"), "imu_data_interp", 3, 2, values);
        NumericTensor back = MatFile.Read(scratch.PathOf("0.mat"), "imu_data_interp");
        Assert.Equal([3, 2], back.Shape);
        Assert.Equal(values, back.Values!);
    }

    [Fact]
    public void What_is_no_MATLAB_5_file_is_named()
    {
        var make = new MatBytes(bigEndian: false);
        Refused([1, 2, 3], "x", "3 bytes", "128");
        Refused(new byte[200], "x", "MI or IM");
        byte[] later = make.File();
        later[125] = 2;
        Refused(later, "x", "version 2");
        byte[] hdf = [.. Encoding.ASCII.GetBytes("MATLAB 7.3 MAT-file".PadRight(600))];
        Refused(hdf, "x", "7.3", "-v7");
        Refused(make.File(), "x", "it has none");
        Refused(make.File(make.Matrix("x", 6, [2, 2], 9, make.Doubles(1, 2, 3))), "x", "(2, 2)", "32 bytes", "24");
        Refused(make.File(make.Matrix("x", 6, [-2, 2], 9, make.Doubles(1, 2, 3))), "x", "dimensions from 0 on");
        byte[] complex = make.Matrix("x", 6 | 0x800, [1, 1], 9, make.Doubles(1));
        Refused(make.File(complex), "x", "complex");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_truncation_and_every_flipped_byte_is_refused_or_read(bool compressed)
    {
        var make = new MatBytes(bigEndian: false);
        byte[] matrix = make.Matrix("x", 6, [2, 1], 9, make.Doubles(1, 2));
        byte[] good = make.File(compressed ? make.Compressed(matrix) : matrix);
        for (int length = 0; length < good.Length; length++) Refused(good[..length], "x");
        for (int i = 0; i < good.Length; i++)
        {
            byte[] flipped = [.. good];
            flipped[i] ^= 0xff;
            try
            {
                Assert.Equal(2, Read(flipped, "x").Count);
            }
            catch (InputException e)
            {
                Assert.Contains("imu.mat", e.Message, StringComparison.Ordinal);
            }
        }
    }

    private static NumericTensor Read(byte[] file, string variable)
    {
        using var scratch = new Scratch();
        return MatFile.Read(scratch.Write("imu.mat", file), variable);
    }

    private static void Refused(byte[] file, string variable, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => Read(file, variable)).Message;
        Assert.All(["imu.mat", .. parts], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
