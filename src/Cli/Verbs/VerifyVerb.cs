using System.CommandLine;

namespace XrNpe.Cli;

internal static class VerifyVerb
{
    public static Command Create(ToolConsole console)
    {
        _ = console;
        return new Command("verify", "x");
    }
}
