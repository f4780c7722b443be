using System.Text.Json;
using Barter.Backtest.Recording;
using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>The series of a stored result; empty where the run did not record them.</summary>
internal sealed class SeriesData
{
    public SeriesData(JsonElement root)
    {
        Asset = root.Text("series", "equity", "asset") ?? root.Text("run", "assumptions", "valuation_asset")
            ?? root.Text("portfolio", "currency") ?? "";
        Equity = Points(root.Items("series", "equity", "rows"), 6);
        Prices = [.. root.Members("series", "prices")
            .Select(row => (row.Name, Points(row.Value.Items("rows"), 5)))
            .Where(row => row.Item2.Count > 0)];
        Days = [.. root.Items("series", "days", "rows")
            .Select(row => JsonReading.Row(row, 3))
            .OfType<(Timestamp Time, decimal[] Values)>()
            .Select(row => new EquityDay(row.Time, row.Values[0], row.Values[1]))];
        Fills = [.. root.Items("series", "fills", "rows").Select(FillOf).OfType<FillRow>()];
        FillsLeftOut = root.Number("series", "fills", "left_out") ?? 0m;
        Unpriced = [.. root.Items("series", "equity", "unpriced").Select(item => item.ToString())];
        IsRecorded = root.At("series") is not null;
    }

    public bool IsRecorded { get; }

    public string Asset { get; }

    public IReadOnlyList<SeriesPoint> Equity { get; }

    public IReadOnlyList<(string Instrument, IReadOnlyList<SeriesPoint> Points)> Prices { get; }

    public IReadOnlyList<EquityDay> Days { get; }

    public IReadOnlyList<FillRow> Fills { get; }

    public decimal FillsLeftOut { get; }

    public IReadOnlyList<string> Unpriced { get; }

    /// <summary>The deepest drawdown, as a fraction.</summary>
    public decimal Drawdown => Equity.Max(point => point.Drawdown);

    /// <summary>Fewer points for the same line: neighbours become one.</summary>
    public static IReadOnlyList<SeriesPoint> Thinned(IReadOnlyList<SeriesPoint> points, int max)
    {
        var each = (points.Count + max - 1) / max;
        return each <= 1
            ? points
            : [.. points.Chunk(each).Select(chunk => new SeriesPoint(
                chunk[0].Time,
                chunk[0].First,
                chunk.Min(point => point.Low),
                chunk.Max(point => point.High),
                chunk[^1].Last,
                chunk.Max(point => point.Drawdown)))];
    }

    private static List<SeriesPoint> Points(IEnumerable<JsonElement> rows, int columns) =>
    [
        .. rows.Select(row => JsonReading.Row(row, columns))
            .OfType<(Timestamp Time, decimal[] Values)>()
            .Select(row => new SeriesPoint(
                row.Time,
                row.Values[0],
                row.Values[1],
                row.Values[2],
                row.Values[3],
                row.Values.ElementAtOrDefault(4))),
    ];

    private static FillRow? FillOf(JsonElement row) =>
        row.ValueKind == JsonValueKind.Array && row.GetArrayLength() >= 6
        && JsonReading.AsTime(row[0]) is { } time && JsonReading.AsNumber(row[3]) is { } price
        && JsonReading.AsNumber(row[4]) is { } quantity
            ? new FillRow(
                time, row[1].ToString(), row[2].ToString() is "buy", price, quantity,
                JsonReading.AsNumber(row[5]) ?? 0m)
            : null;
}
