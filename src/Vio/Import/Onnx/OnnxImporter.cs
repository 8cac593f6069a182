using XrNpe.Vio.Onnx;

namespace XrNpe.Vio;

/// <summary>
/// Reads a network from an ONNX file. The graph is read for a batch of 1: all shapes are then known, arithmetic on them is computed at once, and the
/// axis of the batch goes. Layers are called after their weights, <c>encoder.conv1</c> for <c>encoder.conv1.weight</c>.
/// </summary>
public static class OnnxImporter
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">
    /// It is no ONNX model, is cut short, its shapes do not fit, or it needs what is not supported; the message then lists all of that.
    /// </exception>
    public static Network Read(string path)
    {
        ModelProto model = OnnxModelFile.Read(path);
        return new OnnxReading(path, model.Graph, OnnxModelFile.Opset(path, model)).Run();
    }
}
