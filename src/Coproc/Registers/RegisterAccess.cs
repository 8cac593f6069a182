namespace XrNpe.Coproc;

/// <summary>Register accesses that the slave does not answer with OKAY.</summary>
internal static class RegisterAccess
{
    /// <summary>The error of a refused access.</summary>
    /// <param name="access">read or write.</param>
    /// <param name="offset">Byte offset.</param>
    /// <param name="response">The answer.</param>
    public static InvalidOperationException Refused(string access, uint offset, AxiResponse response) =>
        new($"register {access} at 0x{offset:x2} answered {response}; RegisterMap lists the offsets");
}
