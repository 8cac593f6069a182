using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace XrNpe.Cli;

/// <summary>A verb with examples for its help.</summary>
/// <param name="name">Name.</param>
/// <param name="description">One sentence.</param>
/// <param name="examples">Command lines, without the prompt.</param>
internal sealed class VerbCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines that show how it is used.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>The usual help, then the verb's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not VerbCommand { Examples.Count: > 0 } verb) return exitCode;

        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in verb.Examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return exitCode;
    }
}
