using Spectre.Console;

namespace XrNpe.Cli;

/// <summary>Progress on standard error, when that is a terminal.</summary>
internal static class Progress
{
    /// <summary>Runs something that tells how far it is.</summary>
    /// <param name="console">Where to show it.</param>
    /// <param name="work">Does it; may report what it is doing and which part of it is done, 0 to 1, from any thread.</param>
    public static T Run<T>(ToolConsole console, Func<Action<string, double>, T> work)
    {
        if (!console.ShowsProgress) return work((_, _) => { });
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                // A bar for each thing that is done: the time left follows from the bar's own speed.
                var keep = new Lock();
                string current = "starting";
                ProgressTask task = context.AddTask(current, maxValue: 1);
                return work((what, part) =>
                {
                    lock (keep)
                    {
                        if (what != current)
                        {
                            task.StopTask();
                            task = context.AddTask(Markup.Escape(what), maxValue: 1);
                            current = what;
                        }

                        task.Value = Math.Max(task.Value, part);
                    }
                });
            });
    }
}
