namespace XrNpe.Vio.Tests;

public class NpyReaderTests
{
    // Written by numpy 1.24: np.lib.format.write_array(file, array, version).
    private const string F4Version1 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIC/AAAAvwAAAAAAAAA/AACAPwAAwD8=";
    private const string F8FortranBigVersion2 = "k05VTVBZAgB0AAAAeydkZXNjcic6ICc+ZjgnLCAnZm9ydHJhbl9vcmRlcic6IFRydWUsICdzaGFwZSc6ICgyLCAzKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAq/8AAAAAAAAD/gAAAAAAAAv+AAAAAAAAA/8AAAAAAAAAAAAAAAAAAAP/gAAAAAAAA=";
    private const string U1Version3 = "k05VTVBZAwB0AAAAeydkZXNjcic6ICd8dTEnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAQIDBAU=";
    private const string U2Version1 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPHUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAACA//8=";
    private const string I4FortranBig3D = "k05VTVBZAQB2AHsnZGVzY3InOiAnPmk0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAADAAAAAQAAAAQAAAACAAAABQAAAABAAAADQAAAAUAAAARAAAACQAAABUAAAACAAAADgAAAAYAAAASAAAACgAAABYAAAADAAAADwAAAAcAAAATAAAACwAAABc=";

    [Theory]
    [InlineData(F4Version1)]
    [InlineData(F8FortranBigVersion2)]
    public void Floats_written_by_numpy_are_read(string base64)
    {
        NumericTensor tensor = NpyReader.Parse("x", Convert.FromBase64String(base64));
        Assert.Equal([2, 3], tensor.Shape);
        Assert.Equal([-1, -0.5, 0, 0.5, 1, 1.5], tensor.Values!);
        Assert.Null(tensor.Integers);
    }

    [Fact]
    public void Integers_written_by_numpy_are_codes()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], NpyReader.Parse("x", Convert.FromBase64String(U1Version3)).Integers!);
        NumericTensor row = NpyReader.Parse("x", Convert.FromBase64String(U2Version1));
        Assert.Equal([3], row.Shape);
        Assert.Equal([1, 0x8000, 0xffff], row.Integers!);
    }

    [Fact]
    public void Fortran_order_of_three_dimensions_is_undone()
    {
        NumericTensor tensor = NpyReader.Parse("x", Convert.FromBase64String(I4FortranBig3D));
        Assert.Equal([2, 3, 4], tensor.Shape);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (long)i), tensor.Integers!);
    }

    [Theory]
    [InlineData("|i1", new byte[] { 0xff }, -1)]
    [InlineData("<i2", new byte[] { 0xfe, 0xff }, -2)]
    [InlineData(">i2", new byte[] { 0x01, 0x02 }, 258)]
    [InlineData("<u2", new byte[] { 0xfe, 0xff }, 0xfffe)]
    [InlineData("<i4", new byte[] { 0xff, 0xff, 0xff, 0xff }, -1)]
    [InlineData(">u4", new byte[] { 0xff, 0, 0, 1 }, 0xff000001)]
    [InlineData("<i8", new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, -1)]
    [InlineData(">u8", new byte[] { 0, 0, 0, 0, 0, 0, 0, 7 }, 7)]
    public void Every_integer_type_is_read(string descriptor, byte[] data, long expected) =>
        Assert.Equal([expected], NpyReader.Parse("x", NpyBytes.Make(descriptor, "(1,)", data)).Integers!);

    [Theory]
    [InlineData("(0, 3)")]
    [InlineData("(2147483647, 2147483647, 2147483647, 0)")]
    public void An_empty_array_is_a_tensor_without_elements(string shape) =>
        Assert.Equal(0, NpyReader.Parse("x", NpyBytes.Make("<f4", shape, [])).Count);

    [Fact]
    public void A_scalar_has_no_dimensions()
    {
        NumericTensor scalar = NpyReader.Parse("x", NpyBytes.Make("<f4", "()", [0, 0, 0x80, 0x3f]));
        Assert.Empty(scalar.Shape);
        Assert.Equal([1.0], scalar.Values!);
    }

    [Theory]
    [InlineData("<f2", "dtype \"<f2\"", "f4, f8")]
    [InlineData("<c8", "dtype \"<c8\"", "f4, f8")]
    [InlineData("|b1", "dtype \"|b1\"", "f4, f8")]
    [InlineData("f4", "dtype \"f4\"", "\"<f4\"")]
    [InlineData("|f4", "dtype \"|f4\"", "\"<f4\"")]
    [InlineData("<U3", "dtype \"<U3\"", "f4, f8")]
    public void Other_dtypes_are_named(string descriptor, params string[] parts) => Refused(NpyBytes.Make(descriptor, "(1,)", new byte[8]), parts);

    [Theory]
    [InlineData("(2, 3)", 23, "(2, 3)", "24 bytes", "23 follow", "cut short")]
    [InlineData("(2, 3)", 25, "24 bytes", "25 follow", "after the array")]
    [InlineData("(2147483647, 2147483647, 2147483647)", 4, "more bytes than any file has")]
    [InlineData("(65536, 65536)", 4, "17179869184 bytes", "4 follow")]
    public void A_shape_that_is_not_the_data_is_named(string shape, int bytes, params string[] parts) =>
        Refused(NpyBytes.Make("<f4", shape, new byte[bytes]), parts);

    [Theory]
    [InlineData("", "a dictionary", "its end")]
    [InlineData("[1]", "a dictionary", "byte 10")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}", "no shape")]
    [InlineData("{'descr': '<f4', 'shape': (1,)}", "no fortran_order")]
    [InlineData("{'fortran_order': False, 'shape': (1,)}", "no descr")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", "each once", "byte 27")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}", "True or False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", "a dimension from 0")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,)}", "a dimension from 0 to 2147483647")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 1}", "a tuple")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,", "a dimension", "its end")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x", "nothing but blanks")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}", "each once")]
    [InlineData("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", "structure")]
    [InlineData("{'descr", "a key")]
    public void A_wrong_header_is_named_with_its_place(string dictionary, params string[] parts) => Refused(NpyBytes.Make(dictionary, new byte[4]), parts);

    [Fact]
    public void Blanks_and_long_integers_of_old_Python_are_read() =>
        Assert.Equal([2, 1], NpyReader.Parse("x", NpyBytes.Make("{ \"shape\" : ( 2L, 1L ) ,'fortran_order':False,'descr':'|u1' }  ", [1, 2])).Shape);

    [Fact]
    public void What_is_no_npy_file_is_named()
    {
        Refused([], "is not a .npy file");
        Refused("hello, world"u8.ToArray(), "is not a .npy file", "93 4e 55 4d 50 59");
        Refused("PK\u0003\u0004"u8.ToArray(), ".npz");
        Refused([0x93, .. "NUMPY"u8], "ends after 6 bytes");
        Refused([0x93, .. "NUMPY"u8, 1, 0, 5], "ends after 9 bytes");
        Refused([0x93, .. "NUMPY"u8, 4, 0, 5, 0], "version 4", "1, 2 or 3");
        Refused(NpyBytes.Make("{}", [], headerLength: 500), "says 500 bytes", "only 3 follow");
        Refused(NpyBytes.Make("{}", [], version: 2, headerLength: -1), "says 4294967295 bytes");
    }

    [Fact]
    public void Every_truncation_of_a_good_file_is_refused_in_one_line()
    {
        byte[] good = Convert.FromBase64String(F4Version1);
        for (int length = 0; length < good.Length; length++) Refused(good[..length], "x.npy");
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        using var scratch = new Scratch();
        Assert.Contains("no such file", Assert.Throws<InputException>(() => NpyReader.Read(scratch.PathOf("none.npy"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<InputException>(() => NpyReader.Read(scratch.Folder)).Message, StringComparison.Ordinal);
    }

    private static void Refused(byte[] bytes, params string[] parts)
    {
        string message = Assert.Throws<InputException>(() => NpyReader.Parse("x.npy", bytes)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.Contains("x.npy", message, StringComparison.Ordinal);
        foreach (string part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }
}
