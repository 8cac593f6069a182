using Scriban.Runtime;
using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>The error codes for templates: a member per code, named as in hardware, lower case.</summary>
internal static class ErrorScript
{
    /// <summary>The script object, such as <c>errors.bad_opcode</c>.</summary>
    public static ScriptObject Create()
    {
        var errors = new ScriptObject();
        foreach (ErrorCode code in ErrorCodes.All) errors[Name(code)] = (int)code;
        return errors;
    }

#pragma warning disable CA1308 // Verilog names are lower case; this is no normalization for comparing.
    private static string Name(ErrorCode code) => ErrorCodes.HardwareName(code).ToLowerInvariant();
#pragma warning restore CA1308
}
