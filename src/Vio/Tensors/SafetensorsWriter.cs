using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace XrNpe.Vio;

/// <summary>Writes .safetensors files: float32, tensors in the order given, the same bytes for the same values.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">Name, shape and elements of each.</param>
    /// <param name="metadata">Free text about the file, by name.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Name, int[] Shape, double[] Data)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var header = new JsonObject();
        if (metadata.Count > 0) header.Add("__metadata__", new JsonObject([.. metadata.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))]));
        long offset = 0;
        foreach ((string name, int[] shape, double[] data) in tensors)
        {
            if (RealTensor.Count(shape) != data.Length) throw new ArgumentException($"{name} has {data.Length} elements, its shape {Network.Text(shape)} wants {RealTensor.Count(shape)}", nameof(tensors));
            long end = offset + (sizeof(float) * (long)data.Length);
            header.Add(name, new JsonObject
            {
                ["dtype"] = "F32",
                ["shape"] = new JsonArray([.. shape.Select(length => (JsonNode)length)]),
                ["data_offsets"] = new JsonArray(offset, end),
            });
            offset = end;
        }

        byte[] json = Encoding.UTF8.GetBytes(header.ToJsonString());
        int padded = (json.Length + Alignment - 1) / Alignment * Alignment;
        OutputFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
            stream.Write(length);
            stream.Write(json);
            for (int i = json.Length; i < padded; i++) stream.WriteByte((byte)' ');
            byte[] bytes = new byte[sizeof(float)];
            foreach ((_, _, double[] data) in tensors)
            {
                foreach (double x in data)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)x);
                    stream.Write(bytes);
                }
            }
        });
    }
}
