using System.Text.Json;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>Entries of a journal as lines of JSON.</summary>
internal static class EntryJson
{
    public static string Of(long number, Timestamp now, in MarketEvent told)
    {
        var (copy, kind) = (told, KindOf(told));
        return JsonText.Line(json =>
        {
            Begin(json, number, now, kind);
            json.WritePropertyName("event");
            ModelJson.MarketEvents.Write(json, copy);
        });
    }

    public static string Of(long number, JournalEntry entry) => JsonText.Line(json =>
    {
        Begin(json, number, entry.Now, KindOf(entry));
        switch (entry)
        {
            case JournalEntry.Started { Plan: var plan }:
                json.WritePropertyName("plan");
                WritePlan(json, plan);
                break;
            case JournalEntry.Entered entered:
                json.WriteNumber("report", entered.Report);
                json.WritePropertyName("event");
                ModelJson.EngineEvents.Write(json, entered.Event);
                break;
            case JournalEntry.MarketRead { Position: var position }:
                json.WriteNumber("position", position);
                break;
            case JournalEntry.OpenIntended open:
                json.WriteNumber("step", open.Step);
                json.WritePropertyName("request");
                ModelJson.OpenRequests.Write(json, open.Request);
                break;
            case JournalEntry.CancelIntended cancel:
                json.WriteNumber("step", cancel.Step);
                json.WritePropertyName("request");
                ModelJson.CancelRequests.Write(json, cancel.Request);
                break;
            case JournalEntry.Sent sent:
                json.WriteString("order", sent.Order.Value);
                json.WriteBoolean("is_cancel", sent.IsCancel);
                break;
            case JournalEntry.Ended { Reason: var reason }:
                json.WriteString("reason", reason);
                break;
        }
    });

    /// <summary>As the journal's statistics name it, such as <c>Market.Trade</c>.</summary>
    public static string KindOf(in MarketEvent told) => $"Market.{told.Kind}";

    public static string KindOf(JournalEntry entry) => entry.GetType().Name;

    private static void Begin(Utf8JsonWriter json, long number, Timestamp now, string kind)
    {
        json.WriteNumber("number", number);
        json.WriteString("now", now.ToString());
        json.WriteString("kind", kind);
    }

    private static void WritePlan(Utf8JsonWriter json, string plan)
    {
        try
        {
            json.WriteRawValue(plan);
        }
        catch (JsonException)
        {
            json.WriteStringValue(plan);
        }
    }
}
