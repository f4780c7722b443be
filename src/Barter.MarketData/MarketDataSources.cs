using Barter.Model;

namespace Barter.MarketData;

/// <summary>What can be asked of every <see cref="IMarketDataSource"/>.</summary>
public static class MarketDataSources
{
    /// <summary>The exchange time of the first item; reconnect marks and error items before it do not count.</summary>
    /// <exception cref="MarketDataException">There is no item, or what comes before it cannot be read.</exception>
    public static Timestamp FirstEventTime(this IMarketDataSource source)
    {
        using var stream = source.Open();
        while (stream.Next() is { IsEmpty: false } batch)
        {
            foreach (ref readonly var marketEvent in batch.Span)
            {
                if (!marketEvent.IsReconnecting)
                {
                    return marketEvent.TimeExchange;
                }
            }
        }

        var met = stream.Report;
        throw new MarketDataException(
            source.Name,
            0,
            string.Create(
                null,
                $"market data contains no events, only {met.Reconnects} reconnect mark(s) and {met.Errors} "
                + $"error item(s); give a recording with at least one item"));
    }
}
