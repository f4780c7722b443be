using System.Collections;
using System.Globalization;
using Barter.Model;
using Newtonsoft.Json;

namespace Barter.Backtest;

/// <summary>Writes a summary's nested dictionaries with what a run adds to them: lists of rows.</summary>
/// <remarks>The rows of a table stay on one line each, where lines are broken at all.</remarks>
internal static class DocumentJson
{
    public static string Write(IReadOnlyDictionary<string, object?> map, bool indented)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(text))
        {
            json.Formatting = indented ? Formatting.Indented : Formatting.None;
            Write(json, map);
        }

        return text.ToString();
    }

    private static void Write(JsonTextWriter json, IReadOnlyDictionary<string, object?> map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case decimal number:
                json.WriteValue(DecimalText.Format(number));
                break;
            case Timestamp time:
                json.WriteValue(time.ToString());
                break;
            case IReadOnlyDictionary<string, object?> map:
                Write(json, map);
                break;
            case object?[] row when !row.Any(cell => cell is IReadOnlyDictionary<string, object?>):
                WriteRow(json, row);
                break;
            case IEnumerable list and not string:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteValue(value);
                break;
        }
    }

    private static void WriteRow(JsonTextWriter json, object?[] row)
    {
        var usual = json.Formatting;
        json.WriteStartArray();
        json.Formatting = Formatting.None;
        foreach (var cell in row)
        {
            Write(json, cell);
        }

        json.WriteEndArray();
        json.Formatting = usual;
    }
}
