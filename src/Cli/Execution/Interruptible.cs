namespace XrNpe.Cli;

/// <summary>Work that an interrupt (Ctrl-C) ends after the step that it is at.</summary>
internal static class Interruptible
{
    /// <summary>Runs work that can be cancelled.</summary>
    /// <param name="left">What is left of it then, and how to go on.</param>
    /// <param name="work">Does it.</param>
    /// <exception cref="InterruptedException">It was cancelled.</exception>
    public static T Run<T>(string left, Func<CancellationToken, T> work)
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
        catch (OperationCanceledException)
        {
            throw new InterruptedException($"interrupted; {left}");
        }
        finally
        {
            Console.CancelKeyPress -= Cancel;
        }
    }
}
