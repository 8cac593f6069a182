using System.Globalization;
using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>Elements of tensors that lie in files beside the model: https://onnx.ai/onnx/repo-docs/ExternalData.html.</summary>
internal static class OnnxExternalData
{
    /// <summary>The bytes of a tensor.</summary>
    /// <param name="path">The model; the file is looked for in its folder, or one below.</param>
    /// <param name="tensor">The tensor, which says location, offset and length.</param>
    /// <param name="bytes">How many it must have.</param>
    /// <exception cref="InputException">The file is not there, too short, or outside the model's folder.</exception>
    public static byte[] Read(string path, TensorProto tensor, long bytes)
    {
        string where = $"{path}: the data of tensor {InputException.Quote(tensor.Name)}";
        string location = Entry(tensor, "location") ?? throw new InputException($"{where} are external, and no location says where");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string file = Path.GetFullPath(Path.Combine(folder, location.Replace('\0', '?')));
        if (!file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InputException($"{where} are in {InputException.Quote(location)}, outside the model's folder: put the file beside the model");
        }

        if (!File.Exists(file)) throw new InputException($"{where} are in {InputException.Quote(location)}, and the model's folder has no such file");
        long offset = Number(where, tensor, "offset") ?? 0;
        using FileStream stream = InputFile.Open(file);
        long length = Number(where, tensor, "length") ?? bytes;
        if (length != bytes) throw new InputException($"{where} are {length} bytes in {InputException.Quote(location)}, and its type and shape need {bytes}");
        if (offset > stream.Length - bytes)
        {
            throw new InputException($"{where} are bytes {offset} to {offset + bytes} of {InputException.Quote(location)}, which has {stream.Length}: is it whole, and the one of this model?");
        }

        byte[] data = new byte[bytes];
        stream.Position = offset;
        stream.ReadExactly(data);
        return data;
    }

    private static string? Entry(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static long? Number(string where, TensorProto tensor, string key)
    {
        if (Entry(tensor, key) is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InputException($"{where} have the {key} {InputException.Quote(text)}: a number of bytes");
    }
}
