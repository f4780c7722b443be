using Barter.Backtest.Recording;
using Barter.Statistics;

namespace Barter.Backtest;

/// <summary>A result as one JSON document: the trading summary, and how it came about under <c>run</c>.</summary>
public static class BacktestJson
{
    /// <summary>Ends with a newline. Decimals are text, counts are numbers; equal results give equal bytes.</summary>
    /// <remarks>Series stand under <c>series</c>, where the run recorded them: tables of columns and rows.</remarks>
    public static string Write(BacktestResult result, bool indented = false)
    {
        var document = new OrderedDictionary<string, object?>(
            result.TradingSummary.ToDictionary(), StringComparer.Ordinal)
        {
            ["run"] = RunOf(result),
        };
        if (result.Series is { } series)
        {
            document["series"] = SeriesJson.Of(series, result);
        }

        return TradingSummaryJson.Write(document, indented) + "\n";
    }

    private static OrderedDictionary<string, object?> RunOf(BacktestResult result)
    {
        var run = new OrderedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = result.Id,
            ["strategy"] = result.Strategy,
            ["risk_free_return"] = result.RiskFreeReturn,
            ["interval"] = result.TradingSummary.Instruments.Values.First().PnlReturn.Interval,
            ["audit_digest"] = result.AuditDigest,
            ["market_events"] = result.Counts.MarketEvents,
            ["steps"] = result.Counts.Steps,
            ["orders_sent"] = result.Counts.OrdersSent,
            ["cancels_sent"] = result.Counts.CancelsSent,
            ["fills"] = result.Counts.Fills,
            ["orders_rejected"] = result.Counts.OrdersRejected,
            ["risk_refusals"] = result.Counts.RiskRefusals,
            ["fault"] = result.Counts.Fault,
            ["data"] = DataOf(result),
            ["orders"] = OrdersOf(result.Orders),
        };
        if (result.StateDigest is { } state)
        {
            run["state_digest"] = state;
        }

        if (result.Assumptions is { } assumptions)
        {
            run["assumptions"] = AssumptionsOf(assumptions);
        }

        return run;
    }

    private static OrderedDictionary<string, object?> DataOf(BacktestResult result) => new(StringComparer.Ordinal)
    {
        ["items"] = result.MarketData.Items,
        ["reconnects"] = result.MarketData.Reconnects,
        ["errors"] = result.MarketData.Errors,
        ["late"] = result.MarketData.Late,
        ["late_by_ms"] = (long)result.MarketData.LatestBy.TotalMilliseconds,
        ["first"] = result.MarketData.First,
        ["last"] = result.MarketData.Last,
    };

    private static OrderedDictionary<string, object?> OrdersOf(OrderStatistics orders) => new(StringComparer.Ordinal)
    {
        ["sent"] = orders.Sent,
        ["filled"] = orders.Filled,
        ["partly_filled"] = orders.PartlyFilled,
        ["cancelled"] = orders.Cancelled,
        ["expired"] = orders.Expired,
        ["open_at_end"] = orders.OpenAtEnd,
        ["cancel_ratio"] = orders.CancelRatio,
        ["time_to_fill_median_ms"] = Millis(orders.TimeToFillMedian),
        ["time_to_fill_mean_ms"] = Millis(orders.TimeToFillMean),
        ["rejected"] = Counts(orders.Rejected),
        ["risk_refused"] = Counts(orders.RiskRefused),
    };

    private static OrderedDictionary<string, object?> AssumptionsOf(RunAssumptions assumptions) =>
        new(StringComparer.Ordinal)
        {
            ["source"] = assumptions.Source,
            ["valuation_asset"] = assumptions.ValuationAsset,
            ["parameters"] = assumptions.Parameters.ToArray(),
            ["exchanges"] = new OrderedDictionary<string, object?>(
                assumptions.Exchanges.Select(row => KeyValuePair.Create(row.Exchange, (object?)ExchangeOf(row))),
                StringComparer.Ordinal),
        };

    private static OrderedDictionary<string, object?> ExchangeOf(ExchangeAssumptions row) => new(StringComparer.Ordinal)
    {
        ["latency_ms"] = Millis(row.Latency),
        ["maker_fees_percent"] = row.MakerFeesPercent,
        ["taker_fees_percent"] = row.TakerFeesPercent,
    };

    private static OrderedDictionary<string, object?> Counts(IEnumerable<KeyValuePair<string, long>> rows) =>
        new(rows.Select(row => KeyValuePair.Create(row.Key, (object?)row.Value)), StringComparer.Ordinal);

    private static decimal? Millis(TimeSpan? length) =>
        length is { } known ? (decimal)known.Ticks / TimeSpan.TicksPerMillisecond : null;
}
