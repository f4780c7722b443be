using Barter.Statistics;

namespace Barter.Backtest;

/// <summary>A result as one JSON document: the trading summary, and how it came about under <c>run</c>.</summary>
public static class BacktestJson
{
    /// <summary>Ends with a newline. Decimals are text, counts are numbers; equal results give equal bytes.</summary>
    public static string Write(BacktestResult result, bool indented = false)
    {
        var document = new OrderedDictionary<string, object?>(
            result.TradingSummary.ToDictionary(), StringComparer.Ordinal)
        {
            ["run"] = RunOf(result),
        };
        return TradingSummaryJson.Write(document, indented) + "\n";
    }

    private static OrderedDictionary<string, object?> RunOf(BacktestResult result) => new(StringComparer.Ordinal)
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
        ["data"] = new OrderedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["items"] = result.MarketData.Items,
            ["reconnects"] = result.MarketData.Reconnects,
            ["errors"] = result.MarketData.Errors,
            ["late"] = result.MarketData.Late,
            ["first"] = result.MarketData.First,
            ["last"] = result.MarketData.Last,
        },
    };
}
