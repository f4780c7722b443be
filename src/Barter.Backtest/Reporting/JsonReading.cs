using System.Text.Json;
using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>Reads a document in which anything may be missing or of another kind than expected.</summary>
internal static class JsonReading
{
    /// <summary>What stands at the end of a path of keys; none where there is nothing, or null.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    public static decimal? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { } found ? AsNumber(found) : null;

    public static Timestamp? Time(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { } found ? AsTime(found) : null;

    /// <summary>The members of an object; none where there is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Object } found ? [.. found.EnumerateObject()] : [];

    /// <summary>The items of an array; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } found ? [.. found.EnumerateArray()] : [];

    public static decimal? AsNumber(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDecimal(out var number) => number,
        JsonValueKind.String when DecimalText.TryParse(element.GetString(), out var number) => number,
        _ => null,
    };

    public static Timestamp? AsTime(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && Timestamp.TryParse(element.GetString(), out var time)
            ? time
            : null;

    /// <summary>The time and the numbers of a row; none where a cell is something else.</summary>
    public static (Timestamp Time, decimal[] Values)? Row(JsonElement row, int columns)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() < columns || AsTime(row[0]) is not { } time)
        {
            return null;
        }

        var values = new decimal[columns - 1];
        for (var i = 1; i < columns; i++)
        {
            if (AsNumber(row[i]) is not { } value)
            {
                return null;
            }

            values[i - 1] = value;
        }

        return (time, values);
    }
}
