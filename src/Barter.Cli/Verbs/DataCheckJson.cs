using System.Text.Json;
using Barter.MarketData.Checking;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a check found, as one line of JSON.</summary>
internal static class DataCheckJson
{
    public static string Write(MarketDataCheckResult result, InstrumentCatalog catalog) => JsonText.AsciiLine(json =>
    {
        json.WriteBoolean("has_problems", result.HasProblems);
        json.WriteNumber("items", result.Report.Items);
        json.WriteNumber("reconnects", result.Report.Reconnects);
        json.WriteNumber("errors", result.Report.Errors);
        json.WriteString("first_error", result.Report.FirstError);
        json.WriteStartObject("instruments");
        foreach (var row in result.Instruments)
        {
            json.WritePropertyName(catalog[row.Instrument].Name);
            Write(json, row);
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            Write(json, finding, catalog);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, InstrumentCounts counts)
    {
        json.WriteStartObject();
        json.WriteString("first", counts.First.ToString());
        json.WriteString("last", counts.Last.ToString());
        json.WriteStartObject("counts");
        foreach (var (kind, count) in counts.ByKind)
        {
            json.WriteNumber(DataCheckWords.Of(kind), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, InstrumentCatalog catalog)
    {
        json.WriteStartObject();
        json.WriteString("kind", DataCheckWords.Of(finding.Kind));
        json.WriteString("instrument", finding.Instrument is { } instrument ? catalog[instrument].Name : null);
        json.WriteNumber("count", finding.Count);
        WriteOrNull(json, "first_event", finding.FirstEvent);
        json.WriteString("first_time", finding.FirstTime?.ToString());
        WriteOrNull(json, "worst_ms", finding.Worst?.Ticks / TimeSpan.TicksPerMillisecond);
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
