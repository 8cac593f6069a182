using System.Globalization;
using DataType = XrNpe.Vio.Onnx.TensorProto.Types.DataType;

namespace XrNpe.Vio;

/// <summary>Element types by ONNX's numbers.</summary>
internal static class OnnxTypes
{
    /// <summary>True for the types that hold real numbers.</summary>
    public static bool IsFloat(long type) => (DataType)type is DataType.Float or DataType.Double or DataType.Float16 or DataType.Bfloat16;

    /// <summary>A type as the standard calls it; its number where it is newer than those we know.</summary>
    public static string Name(long type) =>
        Enum.IsDefined((DataType)type) ? ((DataType)type).ToString().ToUpperInvariant() : type.ToString(CultureInfo.InvariantCulture);
}
