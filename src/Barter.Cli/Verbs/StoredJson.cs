using System.Text.Json;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>Stored market data, as one line of JSON.</summary>
internal static class StoredJson
{
    /// <summary>All series of all files.</summary>
    public static string WriteList(IReadOnlyList<StoredPart> parts) => JsonText.AsciiLine(json =>
    {
        json.WriteNumber("files", parts.Count);
        json.WriteNumber("events", parts.Sum(part => part.Content.Count));
        json.WriteNumber("bytes", parts.Sum(part => part.Content.Length));
        json.WriteStartArray("series");
        foreach (var part in parts)
        {
            WriteSeries(json, part);
        }

        json.WriteEndArray();
    });

    /// <summary>Each file with its series.</summary>
    public static string WriteFiles(IReadOnlyList<StoredPart> parts) => JsonText.AsciiLine(json =>
    {
        json.WriteStartArray("files");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteString("source", part.Source);
            json.WriteNumber("events", part.Content.Count);
            json.WriteNumber("blocks", part.Content.Blocks);
            json.WriteNumber("bytes", part.Content.Length);
            json.WriteStartArray("series");
            WriteSeries(json, part);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteSeries(Utf8JsonWriter json, StoredPart part)
    {
        foreach (var row in part.Content.Series)
        {
            json.WriteStartObject();
            json.WriteString("exchange", row.Exchange.ToWire());
            json.WriteString("instrument", row.Instrument);
            json.WriteString("kind", DataCheckWords.Of(row.Kind));
            json.WriteNumber("events", row.Count);
            json.WriteString("first", TimeOf(row.First));
            json.WriteString("last", TimeOf(row.Last));
            json.WriteString("file", part.Name);
            json.WriteEndObject();
        }
    }

    private static string? TimeOf(Timestamp time) => time == Timestamp.MinValue ? null : time.ToString();
}
