using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>Any metric of a sheet as a cell: what kind of number it is follows from its key and its shape.</summary>
internal static class MetricText
{
    private static readonly string[] Fractions =
    [
        "return", "drawdown", "win_rate", "cagr", "volatility", "value_at_risk", "expected_shortfall", "index",
        "exposure", "time_in_market", "time_under_water", "best_period", "worst_period", "positive_periods",
        "probability", "kelly",
    ];

    private static readonly string[] Ratios =
        ["ratio", "factor", "gain_to_pain", "skewness", "kurtosis", "payoff", "quality", "turnover"];

    private static readonly string[] Counts =
    [
        "positions_closed", "wins", "losses", "periods", "streak", "closed", "market_events", "_sent", "fills",
        "_rejected", "refusals",
    ];

    public static string Title(JsonProperty row) => row.Value.Text("interval") is { } interval
        ? $"{Words.Title(row.Name)}, {interval}"
        : Words.Title(row.Name);

    public static Cell Of(JsonElement sheet, string key, JsonElement value)
    {
        var number = value.ValueKind == JsonValueKind.Object
            ? value.Number("value") ?? value.Number("mean_drawdown") ?? value.Number("total")
            : JsonReading.AsNumber(value);
        if (number is not { } known)
        {
            return value.ValueKind == JsonValueKind.String
                ? new Cell(value.GetString()!)
                : Cell.Missing(sheet.Text("undefined", key));
        }

        return Cell.Of(Of(key, known), known) with { Note = Note(value) };
    }

    public static string Of(string key, decimal value) => key switch
    {
        _ when key.EndsWith("_ms", StringComparison.Ordinal) => Words.Millis(value),
        "periods" or "min_track_record" => Words.Count(value),
        "sharpe_ratio_probability" or "positive_periods" => Words.Percent(value),
        _ when Contains(Ratios, key) => Words.Ratio(value),
        _ when Contains(Counts, key) => Words.Count(value),
        _ when Contains(Fractions, key) => Words.Percent(value),
        _ => Words.Amount(value),
    };

    private static string? Note(JsonElement value)
    {
        if ((value.Time("time_start"), value.Time("time_end")) is ({ } start, { } end))
        {
            return $"{Words.Length(end - start)}, from {Words.Time(start)}";
        }

        return value.Number("mean_duration_ms") is { } millis
            ? $"{Words.Millis(millis)} each"
            : value.Number("used") is > 0m and { } used ? $"{Words.Amount(used)} held by orders" : null;
    }

    private static bool Contains(string[] parts, string key) =>
        Array.Exists(parts, part => key.Contains(part, StringComparison.Ordinal));
}
