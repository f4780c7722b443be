using Barter.Backtest.Recording;
using Barter.Model;

namespace Barter.Backtest;

/// <summary>The one place that knows the keys and columns of a run's series.</summary>
internal static class SeriesJson
{
    public static OrderedDictionary<string, object?> Of(RunSeries series, BacktestResult result)
    {
        string[] names = [.. result.TradingSummary.Instruments.Keys];
        return new(StringComparer.Ordinal)
        {
            ["equity"] = Table(
                ["time", "first", "low", "high", "last", "drawdown"],
                series.Equity.Points.Select(object?[] (point) =>
                    [point.Time, point.First, point.Low, point.High, point.Last, Rounded(point.Drawdown)]),
                ("asset", result.Assumptions?.ValuationAsset),
                ("interval_ms", (long)series.Equity.Interval.TotalMilliseconds),
                ("unpriced", series.Unpriced.ToArray())),
            ["days"] = Table(
                ["day", "open", "close"],
                series.Days.Select(object?[] (day) => [day.Day, day.Open, day.Close]),
                ("left_out", series.DaysLeftOut)),
            ["prices"] = new OrderedDictionary<string, object?>(
                series.Prices.Select(row => KeyValuePair.Create(row.Key, (object?)PricesOf(row.Value))),
                StringComparer.Ordinal),
            ["fills"] = Table(
                ["time", "instrument", "side", "price", "quantity", "fees"],
                series.Fills.Select(object?[] (fill) =>
                [
                    fill.TimeExchange, names[fill.Instrument.Value], fill.Side == Side.Buy ? "buy" : "sell",
                    fill.Price, fill.Quantity, fill.Fees.Fees,
                ]),
                ("left_out", series.FillsLeftOut)),
        };
    }

    private static OrderedDictionary<string, object?> PricesOf(PointSeries prices) => Table(
        ["time", "first", "low", "high", "last"],
        prices.Points.Select(object?[] (point) => [point.Time, point.First, point.Low, point.High, point.Last]),
        ("interval_ms", (long)prices.Interval.TotalMilliseconds));

    private static OrderedDictionary<string, object?> Table(
        string[] columns, IEnumerable<object?[]> rows, params ReadOnlySpan<(string Key, object? Value)> more)
    {
        var table = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in more)
        {
            table.Add(key, value);
        }

        table.Add("columns", columns);
        table.Add("rows", rows.ToList());
        return table;
    }

    private static decimal Rounded(decimal fraction) => Math.Round(fraction, 8);
}
