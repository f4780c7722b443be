using System.Text.Json;
using Barter.Actors;
using Barter.Backtest;
using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>What came of a replay, for people and for programs.</summary>
internal sealed class ReplayPage
{
    private const string Nothing = "nothing";

    private readonly SessionFolder _folder;
    private readonly JournalReplayed _replayed;
    private readonly TimeSpan _took;
    private readonly BacktestCounts _counts;

    private ReplayPage(SessionFolder folder, JournalReplayed replayed, TimeSpan took)
    {
        (_folder, _replayed, _took) = (folder, replayed, took);
        _counts = replayed.Replica.Summarise().Counts;
    }

    private JournalReplica Replica => _replayed.Replica;

    public static ReplayPage Of(SessionFolder folder, JournalReplayed replayed, TimeSpan took) =>
        new(folder, replayed, took);

    public string ToText() => _replayed.Difference is { } difference
        ? TextOf(difference)
        : string.Create(
            null,
            $"""
            identical: {_counts.Steps:N0} events, {_counts.OrdersSent:N0} orders, {_counts.Fills:N0} fills
            session {_folder.Name}, {Strategy}, {Life}
            audit digest {Replica.AuditDigest}
            state digest {Replica.StateDigest}
            took {_took.TotalSeconds:F1} s{Left}

            """).ReplaceLineEndings("\n");

    public string ToJson() => JsonText.Line(json =>
    {
        json.WriteString("session", _folder.Name);
        json.WriteString("strategy", Replica.Plan!.Strategy);
        json.WriteBoolean("is_identical", _replayed.IsIdentical);
        json.WriteNumber("entries", Replica.Entries);
        json.WriteNumber("events", _counts.Steps);
        json.WriteNumber("orders", _counts.OrdersSent);
        json.WriteNumber("fills", _counts.Fills);
        json.WriteNumber("starts", Replica.Starts);
        json.WriteString("ended", Replica.EndedReason);
        json.WriteString("audit_digest", Replica.AuditDigest);
        json.WriteString("state_digest", Replica.StateDigest);
        json.WriteNumber("took_ms", (long)_took.TotalMilliseconds);
        if (_replayed.Difference is { } difference)
        {
            json.WriteStartObject("difference");
            Write(json, difference);
            json.WriteEndObject();
        }
    });

    private string Strategy =>
        string.Join(' ', [Replica.Plan!.Strategy ?? "a strategy without a name", .. Replica.Plan.Parameters]);

    private string Life => (Replica.Starts, Replica.EndedReason) switch
    {
        (1, { }) => "started once and ended",
        (1, null) => "started once, has not ended",
        (var starts, { }) => string.Create(null, $"started {starts:N0} times and ended"),
        (var starts, _) => string.Create(null, $"started {starts:N0} times, has not ended"),
    };

    /// <summary>A process can die between an event and what the event wished for; the next start sends it.</summary>
    private string Left => Replica.NotIntended == 0
        ? ""
        : string.Create(null, $"; its last event wishes for {Replica.NotIntended} more, which were not written");

    private string TextOf(ReplayDifference difference) => string.Create(
        null,
        $"""
        different at entry {difference.Entry:N0}, {difference.Now}: the first of all
        session {_folder.Name}, {Strategy}
        event: entry {difference.CauseEntry:N0}, {EventWords.Of(difference.Cause, Replica.State.Catalog)}
        then:  step {difference.Step}, {TextOf(difference.Then)}
        now:   {(difference.Instead is null ? Nothing : TextOf(difference.Instead))}
        the same until there: {_counts.Steps:N0} events, {_counts.OrdersSent:N0} orders, {_counts.Fills:N0} fills
        'barter journal dump {_folder.Location} --from {difference.CauseEntry} --to {difference.Entry}' shows it

        """).ReplaceLineEndings("\n");

    private static string TextOf(ExecutionRequest? request) => request switch
    {
        ExecutionRequest.Open { Request: var open } => open.ToString(),
        ExecutionRequest.Cancel { Request: var cancel } => $"cancel {cancel.Key}",
        _ => Nothing,
    };

    private static void Write(Utf8JsonWriter json, ReplayDifference difference)
    {
        json.WriteNumber("entry", difference.Entry);
        json.WriteString("now", difference.Now.ToString());
        json.WriteNumber("step", difference.Step);
        json.WriteNumber("cause_entry", difference.CauseEntry);
        json.WritePropertyName("cause");
        ModelJson.EngineEvents.Write(json, difference.Cause);
        Write(json, "then", difference.Then);
        Write(json, "instead", difference.Instead);
    }

    private static void Write(Utf8JsonWriter json, string name, ExecutionRequest? request)
    {
        json.WritePropertyName(name);
        switch (request)
        {
            case ExecutionRequest.Open { Request: var open }:
                ModelJson.OpenRequests.Write(json, open);
                break;
            case ExecutionRequest.Cancel { Request: var cancel }:
                ModelJson.CancelRequests.Write(json, cancel);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
