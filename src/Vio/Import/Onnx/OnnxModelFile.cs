using Google.Protobuf;
using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>Reads the bytes of an ONNX file: https://onnx.ai/onnx/repo-docs/IR.html.</summary>
internal static class OnnxModelFile
{
    /// <summary>The oldest version of the operators that is read: from it on they broadcast as numpy does.</summary>
    public const int OldestOpset = 7;

    private static readonly string[] StandardDomains = ["", "ai.onnx"];

    /// <summary>True for the operators that ONNX itself defines.</summary>
    public static bool IsStandard(string domain) => StandardDomains.Contains(domain);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is no ONNX model, is cut short, or is too old.</exception>
    public static ModelProto Read(string path)
    {
        ModelProto model = Parse(path, InputFile.ReadAll(path));
        if (model.Graph is null) throw new InputException($"{path} is not an ONNX model, or is cut short: it holds no graph");
        if (model.Graph.Node.Count == 0) throw new InputException($"{path} is not an ONNX model, or an empty one: its graph has no nodes");
        long opset = Opset(path, model);
        return opset >= OldestOpset
            ? model
            : throw new InputException($"{path} uses opset {opset}: export the network with {OldestOpset} or later");
    }

    /// <summary>The version of the standard operators.</summary>
    /// <exception cref="InputException">The model does not say.</exception>
    public static int Opset(string path, ModelProto model)
    {
        OperatorSetIdProto? standard = model.OpsetImport.FirstOrDefault(set => IsStandard(set.Domain));
        return standard is null
            ? throw new InputException($"{path} does not say which opset it uses (opset_import): it is not an ONNX model, or is cut short")
            : (int)Math.Clamp(standard.Version, 0, int.MaxValue);
    }

    private static ModelProto Parse(string path, byte[] bytes)
    {
        try
        {
            return ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InputException($"{path} is not an ONNX model, or is cut short: {e.Message}", e);
        }
    }
}
