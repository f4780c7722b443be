using Barter.Benchmarks.Measuring;
using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>Books that follow their changes, and somebody who looks at the best levels after each change.</summary>
internal sealed class BookLoop
{
    /// <summary>How many levels are looked at, of both sides together.</summary>
    public const int Watched = 20;

    private const int Depth = Watched / 2;

    private readonly MarketEvent[] _events;
    private readonly decimal _reference;

    public BookLoop(int changes)
    {
        _events = BookDay.Of(changes);
        _reference = Reference();
    }

    public Work Work => Work.Of(_events.Length, () => Mismatch.Refuse(_reference, Run()));

    /// <summary>What bids have more than asks within the levels that are watched, summed over all events.</summary>
    private decimal Run()
    {
        var books = new PerInstrument<OrderBook>(BookDay.Instruments, _ => new OrderBook());
        var seen = new PerInstrument<(decimal Bids, decimal Asks)>(BookDay.Instruments, _ => default);
        var excess = 0m;
        foreach (ref readonly var market in _events.AsSpan())
        {
            var book = books[market.Instrument];
            book.Apply(market);
            ref var amounts = ref seen[market.Instrument];
            amounts = (
                market.Levels.Bids.Count > 0 ? AmountIn(book.Bids) : amounts.Bids,
                market.Levels.Asks.Count > 0 ? AmountIn(book.Asks) : amounts.Asks);
            excess += amounts.Bids - amounts.Asks;
        }

        return excess;
    }

    private static decimal AmountIn(OrderBookSide side)
    {
        var amount = 0m;
        var depth = Math.Min(Depth, side.Count);
        for (var i = 0; i < depth; i++)
        {
            amount += side[i].Amount;
        }

        return amount;
    }

    /// <summary>The same of sorted maps.</summary>
    private decimal Reference()
    {
        var books = Enumerable.Range(0, BookDay.Instruments)
            .Select(_ => (
                Bids: new SortedDictionary<decimal, decimal>(), Asks: new SortedDictionary<decimal, decimal>()))
            .ToArray();
        var excess = 0m;
        foreach (var market in _events)
        {
            var (bids, asks) = books[market.Instrument.Value];
            foreach (var level in market.Levels.Bids)
            {
                Set(bids, -level.Price, level.Amount);
            }

            foreach (var level in market.Levels.Asks)
            {
                Set(asks, level.Price, level.Amount);
            }

            excess += bids.Values.Take(Depth).Sum() - asks.Values.Take(Depth).Sum();
        }

        return excess;
    }

    private static void Set(SortedDictionary<decimal, decimal> side, decimal price, decimal amount)
    {
        side.Remove(price);
        if (amount > 0m)
        {
            side.Add(price, amount);
        }
    }
}
