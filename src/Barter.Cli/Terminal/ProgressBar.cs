using Spectre.Console;

namespace Barter.Cli.Terminal;

/// <summary>Shows how far work has come, to whoever watches and has waited a moment.</summary>
internal static class ProgressBar
{
    /// <summary>What bar, percentage and time take beside a title.</summary>
    private const int RestOfLine = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <param name="console">A bar is drawn on its standard error, if that is a terminal.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="share">From 0 to 1; none where it is not known. Called from any thread.</param>
    /// <param name="work">What is waited for.</param>
    public static Task<T> WatchAsync<T>(CliConsole console, string title, Func<double?> share, Task<T> work) =>
        WatchAsync(console, () => title, share, work);

    /// <inheritdoc cref="WatchAsync{T}(CliConsole, string, Func{double?}, Task{T})"/>
    public static async Task<T> WatchAsync<T>(
        CliConsole console, Func<string> title, Func<double?> share, Task<T> work)
    {
        if (console is { ErrorIsTerminal: true, IsDecorated: true }
            && await Task.WhenAny(work, Task.Delay(Patience)) != work)
        {
            await DrawAsync(console, title, share, work);
        }

        return await work;
    }

    private static Task DrawAsync(CliConsole console, Func<string> title, Func<double?> share, Task work) =>
        Canvas.On(console.Error)
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(Fitting(title(), console), maxValue: 1);
                while (!work.IsCompleted)
                {
                    bar.Description = Fitting(title(), console);
                    bar.IsIndeterminate = share() is null;
                    bar.Value = share() ?? 0;
                    await Task.WhenAny(work, Task.Delay(Refresh));
                }
            });

    /// <summary>The end of a title that is too long, as a percentage that goes on below cannot be read.</summary>
    internal static string Fitting(string title, CliConsole console)
    {
        var room = Math.Max(console.Size().Width - RestOfLine, 1);
        return Markup.Escape(title.Length <= room ? title : "…" + title[^(room - 1)..]);
    }
}
