using Barter.Benchmarks.Measuring;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>
/// The limit that engines are compared with: last price and top of the book taken from each event, and one position
/// valued at them, in the simplest code there is.
/// </summary>
internal struct BareLoop
{
    public const decimal Quantity = 0.25m;
    public const decimal Entry = 60_000m;

    public decimal Last { get; private set; }

    public (decimal Price, decimal Amount) Bid { get; private set; }

    public (decimal Price, decimal Amount) Ask { get; private set; }

    /// <summary>What the position is worth now.</summary>
    public decimal Pnl { get; private set; }

    /// <summary>A run over a day.</summary>
    public static Work Work(InMemoryMarketData day) => Measuring.Work.Of(day.Count, () =>
    {
        var loop = new BareLoop();
        loop.Run(day.Events.Span);
        GC.KeepAlive(loop.Pnl);
    });

    public void Run(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly var market in events)
        {
            See(market);
        }
    }

    public void See(in MarketEvent market)
    {
        switch (market.Kind)
        {
            case MarketEventKind.Trade:
                Last = market.TradePrice;
                Pnl = (Last - Entry) * Quantity;
                break;
            case MarketEventKind.OrderBookL1:
                Bid = (market.BidPrice, market.BidAmount);
                Ask = (market.AskPrice, market.AskAmount);
                Pnl = (((Bid.Price + Ask.Price) * 0.5m) - Entry) * Quantity;
                break;
        }
    }
}
