using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using XrNpe.Coproc;
using XrNpe.Synth;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>The <c>xrnpe</c> tool: its verbs, and the exit code and one-line message that every failure becomes.</summary>
public static class XrnpeTool
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="console">Where to read and write.</param>
    /// <returns>0 done, 1 failed, 2 wrong usage or bad input, 3 generated files stale.</returns>
    public static int Run(IReadOnlyList<string> arguments, ToolConsole console)
    {
        try
        {
            int exitCode = Invoke(Root(console), arguments, console);
            console.Out.Flush();
            return exitCode;
        }
        catch (IOException e) when (StandardOutput.IsGone(e))
        {
            // Whoever stops reading has what he wanted: no message.
            return ExitCode.Failed;
        }
        catch (Exception e) when (ExitCodeOf(e) is var exitCode)
        {
            // Results that stand before the bad line of a stream are good ones.
            FlushQuietly(console.Out);
            console.Error.WriteLine($"xrnpe: {OneLine(Message(e))}");
            return exitCode;
        }
    }

    private static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand("XR-NPE: a mixed-precision matrix engine in FP4, Posit(4,1), Posit(8,0) and Posit(16,1).")
        {
            GenerateVerb.Create(console),
            ExplainVerb.Create(console),
            ConvertVerb.Create(console),
            EvalVerb.Create(console),
            VectorsVerb.Create(console),
            MatmulVerb.Create(console),
            VerifyVerb.Create(console),
            VioVerb.Create(console),
            BenchVerb.Create(console),
            ProfileVerb.Create(console),
            SynthVerb.Create(console),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static int Invoke(RootCommand root, IReadOnlyList<string> arguments, ToolConsole console)
    {
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            Command command = parsed.CommandResult.Command;
            string verb = command == root ? "xrnpe" : $"xrnpe {command.Name}";
            console.Error.WriteLine($"xrnpe: {OneLine(string.Join(" ", parsed.Errors.Select(e => e.Message)))} See {verb} --help.");
            return ExitCode.BadInput;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static int ExitCodeOf(Exception exception) => exception switch
    {
        InputException or ConfigException or ToolMissingException or NarToFp4Exception or SynthesisToolMissingException or LibertyException => ExitCode.BadInput,
        _ => ExitCode.Failed,
    };

    /// <summary>The message of a failure; one that no user can cause also says what it is, for the report to us.</summary>
    private static string Message(Exception exception) => exception switch
    {
        InputException or ConfigException or ToolMissingException or CoprocException or VerilatedBuildException or AxiProtocolException
            or SynthesisToolMissingException or LibertyException or SynthesisFailedException or BackendMismatchException or InterruptedException or TimeoutException or IOException => exception.Message,
        _ => $"this is a defect of xrnpe: {exception.GetType().Name}: {exception.Message}",
    };

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void FlushQuietly(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
            // The reader of a pipe has gone; the failure that is being reported says so or matters more.
        }
    }
}
