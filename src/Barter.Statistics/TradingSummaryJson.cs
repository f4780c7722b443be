using System.Diagnostics;
using System.Globalization;
using Barter.Model;
using Newtonsoft.Json;

namespace Barter.Statistics;

/// <summary>Writes the dictionaries of a summary, and what else is made like them, as JSON.</summary>
public static class TradingSummaryJson
{
    /// <param name="map">As <see cref="TradingSummary.ToDictionary"/> says: names to leaves or to more maps.</param>
    /// <param name="indented">Whether to break lines, with two spaces a level.</param>
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
            case null:
                json.WriteNull();
                break;
            case string text:
                json.WriteValue(text);
                break;
            case decimal number:
                json.WriteValue(DecimalText.Format(number));
                break;
            case long count:
                json.WriteValue(count);
                break;
            case Timestamp time:
                json.WriteValue(time.ToString());
                break;
            case IReadOnlyDictionary<string, object?> map:
                Write(json, map);
                break;
            case IReadOnlyList<object?> list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException($"No row for {value.GetType()}");
        }
    }
}
