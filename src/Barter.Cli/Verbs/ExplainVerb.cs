using System.CommandLine;
using Barter.Actors;
using Barter.Cli.Sessions;
using Barter.Cli.Terminal;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary><c>barter explain</c>: what happened to one order, and why.</summary>
internal sealed class ExplainVerb(CliConsole console)
{
    private const string More =
        """
        An order is named by its client order id, by the beginning or end of that if no
        other order has the same, or by the id that the exchange gave it. Orders that
        the risk policy refused have a client order id as well.

        Example:
          barter explain sessions/paper paper-ema-cross-17

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var session = new SessionArguments();
        var order = new Argument<string>("order") { Description = "which order, see below", HelpName = "order" };
        var format = Options.Format("text");
        var command = new VerbCommand("explain", "Tell what happened to an order, and why.") { More = () => More };
        session.AddTo(command);
        command.Arguments.Add(order);
        command.Options.Add(format);
        var verb = new ExplainVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(
            session.Read(parsed),
            parsed.GetRequiredValue(order),
            parsed.GetRequiredValue(format) is "json",
            cancellation));
        return command;
    }

    private async Task<int> RunAsync(SessionFolder folder, string order, bool isJson, CancellationToken cancellation)
    {
        var (story, replayed) = await ProgressBar.WatchAsync(
            console, "replaying", () => null, Task.Run(() => Read(folder, order, cancellation), cancellation));
        if (story.Meant.Count > 1)
        {
            throw OrderSearch.Ambiguous(order, story.Meant);
        }

        if (story.Request is null)
        {
            throw new IOException(
                $"{folder.Name}: no order is called '{order}', begins or ends so; "
                + $"'barter journal dump {folder.Location} --kind OpenIntended' lists those that were sent");
        }

        var page = new ExplainPage(story);
        console.Output.Write(isJson ? page.ToJson() : page.ToText());
        if (replayed.Difference is { } difference)
        {
            console.Say(
                $"barter: a replay does something else than the session from entry {difference.Entry} on, "
                + "and so is not told further; 'barter replay' shows what");
            return ExitCode.Failed;
        }

        return ExitCode.Done;
    }

    private static (OrderStory Story, JournalReplayed Replayed) Read(
        SessionFolder folder, string order, CancellationToken cancellation)
    {
        var search = new OrderSearch(order);
        JournalFile.Read(folder.Disk, search);
        var found = search.Find();

        // What was refused was never sent: only a replay knows of it
        Func<ClientOrderId, bool> isMeant = found is { } sent
            ? id => id == sent
            : id => string.Equals(id.Value, order, StringComparison.Ordinal)
                || OrderSearch.IsMeant(id, order);
        var story = new OrderStory(isMeant, search.IdsOf(found));
        var options = new ReplayOptions { Watcher = story };
        return (story, JournalReplay.Run(folder.Disk, options, cancellationToken: cancellation));
    }
}
