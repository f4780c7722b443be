using Barter.Model;

namespace Barter.TestKit;

/// <summary>What a market does in a scenario. Each trade and quote is told one beat after the one before.</summary>
public static class Market
{
    /// <summary>A trade; its price may be what no market should tell: 0, negative, 1e18.</summary>
    /// <param name="price">In quote.</param>
    /// <param name="amount">In base.</param>
    /// <param name="side">Of the order that took.</param>
    public static MarketStep Trade(decimal price, decimal amount = 1m, Side side = Side.Buy) =>
        new MarketStep.Traded(price, amount, side);

    /// <summary>Trades of 1 each.</summary>
    public static MarketStep Trades(params ReadOnlySpan<decimal> prices) => Several(prices, price => Trade(price));

    /// <summary>A best bid and a best ask, each of an amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A price is not positive, or the amount is negative.</exception>
    public static MarketStep Quote(decimal bid, decimal ask, decimal amount = 10m)
    {
        _ = (new Level(bid, amount), new Level(ask, amount));
        return new MarketStep.Quoted(bid, ask, amount);
    }

    /// <summary>Quotes of 10 each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A price is not positive.</exception>
    public static MarketStep Quotes(params ReadOnlySpan<(decimal Bid, decimal Ask)> quotes) =>
        Several(quotes, quote => Quote(quote.Bid, quote.Ask));

    /// <summary>Trades whose prices are drawn: each a step above or below the one before, never below a step.</summary>
    /// <param name="count">How many.</param>
    /// <param name="from">The first price.</param>
    /// <param name="step">Above 0.</param>
    public static MarketStep Walk(int count, decimal from = 100m, decimal step = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return new MarketStep.Walked(count, from, step);
    }

    /// <summary>The link to the market data is lost; it is back with what comes next.</summary>
    public static MarketStep Drop() => new MarketStep.Lost();

    /// <summary>The link is lost, and what it tells first when it is back is older than what was told before.</summary>
    /// <param name="bid">Of the stale book.</param>
    /// <param name="ask">Of the stale book.</param>
    /// <param name="by">How old it is.</param>
    public static MarketStep ReconnectWithStaleSnapshot(decimal bid, decimal ask, TimeSpan by) =>
        new MarketStep.Several([Drop(), new MarketStep.QuotedLate(bid, ask, by)]);

    /// <summary>Nothing happens for a time.</summary>
    public static MarketStep Pause(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        return new MarketStep.ClockMoved(span);
    }

    /// <summary>The exchange's clock jumps; after a jump back its times are late until they have caught up.</summary>
    public static MarketStep ClockJump(TimeSpan by) => new MarketStep.ClockMoved(by);

    /// <summary>The exchange's clock shows a time: a leap day, the end of a year.</summary>
    public static MarketStep ClockAt(Timestamp time) => new MarketStep.ClockSet(time);

    /// <summary>What follows is told of another instrument.</summary>
    /// <param name="instrument">The exchange's symbol, or our name.</param>
    public static MarketStep On(string instrument) => new MarketStep.Of(instrument);

    private static MarketStep.Several Several<T>(ReadOnlySpan<T> items, Func<T, MarketStep> make)
    {
        var steps = new List<MarketStep>(items.Length);
        foreach (var item in items)
        {
            steps.Add(make(item));
        }

        return new MarketStep.Several(steps.ToValueList());
    }
}
