using XrNpe.Coproc;

namespace XrNpe.Rtlgen;

/// <summary>Where the drawings of registers and descriptor stand, beside the document that shows them.</summary>
internal static class Drawings
{
    private const string Folder = "xrnpe_regs/";

    /// <summary>Path of the descriptor's drawing.</summary>
    public const string Descriptor = Folder + "descriptor.svg";

    /// <summary>Path of a register's drawing.</summary>
    public static string Of(Register register) => $"{Folder}{RegisterScript.Lower(register.Name)}.svg";
}
