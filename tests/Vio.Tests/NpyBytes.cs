using System.Text;

namespace XrNpe.Vio.Tests;

/// <summary>Makes .npy files byte by byte, right and wrong ones.</summary>
internal static class NpyBytes
{
    public static byte[] Make(string dictionary, byte[] data, byte version = 1, int? headerLength = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(dictionary + "\n");
        int length = headerLength ?? text.Length;
        byte[] lengthField = version == 1 ? BitConverter.GetBytes((ushort)length) : BitConverter.GetBytes(length);
        return [0x93, .. "NUMPY"u8, version, 0, .. lengthField, .. text, .. data];
    }

    public static byte[] Make(string descriptor, string shape, byte[] data, bool fortran = false) =>
        Make($"{{'descr': '{descriptor}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}", data);
}
