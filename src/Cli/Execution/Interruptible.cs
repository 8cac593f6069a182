namespace XrNpe.Cli;

/// <summary>Work that an interrupt (Ctrl-C) ends after the step that it is at.</summary>
internal static class Interruptible
{
    /// <summary>Runs work that can be cancelled.</summary>
    public static T Run<T>(Func<CancellationToken, T> work)
    {
        using var source = new CancellationTokenSource();
        void Cancel(object? sender, ConsoleCancelEventArgs e)
        {
            // The second time, the process ends at once.
            e.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        }

        Console.CancelKeyPress += Cancel;
        try
        {
            return work(source.Token);
        }
        finally
        {
            Console.CancelKeyPress -= Cancel;
        }
    }
}
