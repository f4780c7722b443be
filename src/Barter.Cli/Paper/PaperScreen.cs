using Barter.Actors;
using Barter.Cli.Terminal;
using Spectre.Console;
using Canvas = Barter.Cli.Terminal.Canvas;

namespace Barter.Cli.Paper;

/// <summary>The view of a session on a terminal: a screen of its own, drawn anew several times a second.</summary>
internal static class PaperScreen
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(150);

    // Lines are not wrapped there, so that a terminal that has just become smaller shows them cut
    private const string Enter = "\e[?1049h\e[?7l\e[H\e[2J";
    private const string Clear = "\e[H\e[2J";
    private const string Leave = "\e[?7h\e[?1049l";

    /// <summary>Draws until the session is over, and leaves the terminal as it was.</summary>
    public static async Task ShowAsync(CliConsole console, PaperSession session, Task over)
    {
        var canvas = Canvas.On(console.Output);
        canvas.Write(new ControlCode(Enter));
        try
        {
            while (!over.IsCompleted)
            {
                await DrawWhileOfOneSizeAsync(canvas, console, session, over);
            }
        }
        catch (SystemNotRunningException)
        {
            // Told by whoever ends the session
        }
        finally
        {
            canvas.Write(new ControlCode(Leave));
        }
    }

    private static async Task DrawWhileOfOneSizeAsync(
        IAnsiConsole canvas, CliConsole console, PaperSession session, Task over)
    {
        var (width, height) = console.Size();
        (canvas.Profile.Width, canvas.Profile.Height) = (width, height);
        canvas.Write(new ControlCode(Clear));
        await canvas.Live(Text.Empty).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            while (!over.IsCompleted && console.Size() == (width, height))
            {
                using var looking = new CancellationTokenSource();
                var look = session.LookAsync(looking.Token);
                if (await Task.WhenAny(look, over) == over)
                {
                    await looking.CancelAsync();
                    return;
                }

                live.UpdateTarget(new ViewPage(PaperView.Of(await look, width, Math.Max(1, height - 1))));
                await Task.WhenAny(over, Task.Delay(Refresh));
            }
        });
    }
}
