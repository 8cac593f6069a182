using Spectre.Console;

namespace XrNpe.Cli;

/// <summary>Progress on standard error, when that is a terminal.</summary>
internal static class Progress
{
    /// <summary>Runs something that knows its steps.</summary>
    /// <param name="console">Where to show it.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="work">Does it, and names each step when it begins.</param>
    public static T Run<T>(ToolConsole console, int steps, Func<Action<string>, T> work)
    {
        if (!console.ShowsProgress) return work(_ => { });
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
        return terminal.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("starting", maxValue: steps);
            return work(step =>
            {
                task.Description = Markup.Escape(step);
                task.Increment(1);
            });
        });
    }
}
