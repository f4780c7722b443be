using System.CommandLine;
using System.Text.Json;
using Barter.Cli.Sessions;
using Barter.Cli.Terminal;
using Barter.Journal;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary><c>barter sessions</c>: the sessions in a directory, and how they are.</summary>
internal static class SessionsVerb
{
    private const string None = "-";

    private const string More =
        """
        A session that was killed has not ended: the command that began it goes on
        where it was. Open orders, PnL and positions are as of the last event: where
        a session has not said so itself, its journal is replayed. --quick takes what
        it said when it began or at its last snapshot, and tells how many events came
        after that.

        Example:
          barter sessions sessions --format json

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var directory = new Argument<string>("dir")
        {
            Description = "the directory that 'barter paper --journal' named",
            HelpName = "dir",
        };
        var quick = new Option<bool>("--quick")
        {
            Description = "replay no journal, though events may be missing from the figures",
        };
        var format = Options.Format();
        var command = new VerbCommand("sessions", "List the sessions that a directory keeps.")
        {
            More = () => More,
            Arguments = { directory },
            Options = { quick, format },
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var place = parsed.GetRequiredValue(directory);
            var looks = await ProgressBar.WatchAsync(
                console, "reading", () => null,
                Task.Run(() => Look(place, parsed.GetValue(quick), cancellation), cancellation));
            console.Output.Write(parsed.GetRequiredValue(format) is "json"
                ? JsonOf(looks)
                : PageOf(console, place, looks));
            return ExitCode.Done;
        });
        return command;
    }

    private static SessionLook[] Look(string directory, bool isQuick, CancellationToken cancellation) =>
        [.. SessionFolder.All(directory).Select(folder => SessionLook.At(folder, isQuick, cancellation))];

    private static string PageOf(CliConsole console, string directory, SessionLook[] looks)
    {
        if (looks.Length == 0)
        {
            return $"{directory} holds no sessions\n";
        }

        var page = new TextPage(console.Width, console is { OutputIsTerminal: true, IsDecorated: true });
        page.Table(new SummaryTable(
            "",
            ["Session", "State", "Last event", "Events", "Open orders", "PnL", "Positions"],
            looks.Select(look => ValueList.Create<string>(
            [
                look.Name,
                look.Process is { } process and > 0 ? $"{look.State} ({process})" : look.State,
                look.LastTime?.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss", null) ?? None,
                (look.Row?.Events + look.Unseen)?.ToString("N0", null) ?? None,
                look.Row?.OpenOrders.ToString("N0", null) ?? None,
                look.Row?.Pnl ?? None,
                look.Row is { Positions.Length: > 0 } row ? row.Positions : None,
            ])).ToValueList()));
        foreach (var look in looks.Where(look => look.Problem is not null))
        {
            page.Line($"{look.Name}: {look.Problem}");
        }

        foreach (var look in looks.Where(look => look.Unseen > 0))
        {
            page.Line(string.Create(
                null,
                $"{look.Name}: orders, PnL and positions are those of {look.Row!.LastTime}, "
                + $"{look.Unseen:N0} events before"));
        }

        return page.ToString();
    }

    private static string JsonOf(SessionLook[] looks) => JsonText.Line(json =>
    {
        json.WriteStartObject("sessions");
        foreach (var look in looks)
        {
            json.WriteStartObject(look.Name);
            json.WriteString("state", look.State);
            WriteProcess(json, look.Process);
            if (look.Row is { } row)
            {
                Write(json, look, row);
            }

            if (look.Problem is not null)
            {
                json.WriteString("problem", look.Problem);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static void WriteProcess(Utf8JsonWriter json, int? process)
    {
        if (process is { } known and > 0)
        {
            json.WriteNumber("process", known);
        }
        else
        {
            json.WriteNull("process");
        }
    }

    private static void Write(Utf8JsonWriter json, SessionLook look, SessionRow row)
    {
        json.WriteString("last_event", look.LastTime.ToString());
        json.WriteNumber("events", row.Events + look.Unseen);
        json.WriteNumber("events_not_in_figures", look.Unseen);
        json.WriteNumber("open_orders", row.OpenOrders);
        Write(json, "positions", row.Positions);
        Write(json, "pnl", row.Pnl);
    }

    /// <summary>From <c>0.5 btc, 2 eth</c> to <c>{"btc":"0.5","eth":"2"}</c>.</summary>
    private static void Write(Utf8JsonWriter json, string name, string amounts)
    {
        json.WriteStartObject(name);
        foreach (var amount in amounts.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var space = amount.IndexOf(' ', StringComparison.Ordinal);
            json.WriteString(amount[(space + 1)..], amount[..space]);
        }

        json.WriteEndObject();
    }
}
