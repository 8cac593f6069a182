using System.IO.Compression;
using System.Runtime.InteropServices;

namespace XrNpe.Vio.Tests;

/// <summary>Makes .npz archives as numpy does.</summary>
internal static class NpzBytes
{
    public static byte[] Make(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                // savez stores, savez_compressed deflates.
                using Stream entry = archive.CreateEntry(name, name.Length % 2 == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Floats(int[] shape, double[] values) =>
        NpyBytes.Make("<f4", NumericTensor.ShapeText(shape), MemoryMarshal.AsBytes<float>(Array.ConvertAll(values, x => (float)x)).ToArray());
}
