using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>Our resting orders in one instrument, and which of them trade on what the market tells.</summary>
/// <remarks>
/// Orders are served best price first, then by arrival, and share the amount of the event; where one event could serve
/// both sides, the bids come first. To be touched is not enough: a print or a candle has to go through the limit, but
/// for prints at the limit once the queue ahead is known and used up.
/// </remarks>
internal sealed class RestingOrders(MarketView market)
{
    private readonly List<SimulatedOrder> _bids = [];
    private readonly List<SimulatedOrder> _asks = [];

    public bool IsEmpty => _bids.Count == 0 && _asks.Count == 0;

    public IEnumerable<SimulatedOrder> InArrivalOrder => _bids.Concat(_asks).OrderBy(order => order.Number);

    public void Add(SimulatedOrder order)
    {
        var orders = Of(order.Side);
        var place = orders.Count;
        while (place > 0 && IsBeyond(order.Side, orders[place - 1].Limit, order.Limit))
        {
            place--;
        }

        orders.Insert(place, order);
        var (best, amount) = market.Best(order.Side);
        Queue(order, best, amount);
    }

    public void Remove(SimulatedOrder order) => Of(order.Side).Remove(order);

    /// <summary>Decides what trades on an event that the market view has already seen.</summary>
    public void Match(in MarketEvent seen, List<RestingFill> fills)
    {
        switch (seen.Kind)
        {
            case MarketEventKind.OrderBookL1 or MarketEventKind.OrderBookSnapshot:
                MatchQuote(Side.Buy, fills);
                MatchQuote(Side.Sell, fills);
                break;
            case MarketEventKind.Trade:
                var amount = Math.Max(0m, Amounts.Cut(seen.TradeAmount));
                MatchTrade(Side.Buy, seen, ref amount, fills);
                MatchTrade(Side.Sell, seen, ref amount, fills);
                break;
            case MarketEventKind.Candle:
                var candle = seen.Candle;
                var volume = candle.Volume > 0m ? Amounts.Cut(candle.Volume) : decimal.MaxValue;
                MatchCandle(Side.Buy, candle, ref volume, fills);
                MatchCandle(Side.Sell, candle, ref volume, fills);
                break;
        }
    }

    // Below a bid, above an ask: where the market is through the order, and where other orders come after it
    private static bool IsBeyond(Side side, decimal price, decimal limit) =>
        side == Side.Buy ? price < limit : price > limit;

    private static bool IsThrough(Side side, decimal price, decimal limit) =>
        price > 0m && IsBeyond(side, price, limit);

    private static void Queue(SimulatedOrder order, decimal best, decimal amount)
    {
        if (best == order.Limit)
        {
            order.QueueAhead = order.QueueAhead is { } ahead ? Math.Min(ahead, amount) : amount;
        }
        else if (best != 0m && IsBeyond(order.Side, best, order.Limit))
        {
            order.QueueAhead = 0m;
        }
    }

    private List<SimulatedOrder> Of(Side side) => side == Side.Buy ? _bids : _asks;

    private void MatchQuote(Side side, List<RestingFill> fills)
    {
        var (best, displayed) = market.Best(side);
        var (price, offered) = market.Best(side.Opposite());
        var left = Amounts.Cut(offered);
        foreach (var order in Of(side))
        {
            Queue(order, best, displayed);
            if (price == order.Limit || IsThrough(side, price, order.Limit))
            {
                Serve(order, order.Remaining, ref left, fills);
            }
        }

        market.Take(side, Amounts.Cut(offered) - left);
    }

    private void MatchTrade(Side side, in MarketEvent trade, ref decimal left, List<RestingFill> fills)
    {
        foreach (var order in Of(side))
        {
            if (IsThrough(side, trade.TradePrice, order.Limit))
            {
                Serve(order, order.Remaining, ref left, fills);
            }
            else if (trade.TradePrice == order.Limit && trade.TradeSide != side && order.QueueAhead is { } ahead)
            {
                order.QueueAhead = Math.Max(0m, ahead - left);
                Serve(order, Amounts.Cut(Math.Max(0m, left - ahead)), ref left, fills);
            }
        }
    }

    private void MatchCandle(Side side, in Candle candle, ref decimal left, List<RestingFill> fills)
    {
        var before = market.CandleClosedBefore;
        foreach (var order in Of(side))
        {
            // A candle that is told again, or late, may have begun before the order came: only its close counts
            var restedBefore = order.Arrival <= before && before < candle.CloseTime;
            var extreme = side == Side.Buy ? candle.Low : candle.High;
            var price = restedBefore ? extreme : candle.Close;
            if (order.Arrival <= candle.CloseTime && IsThrough(side, price, order.Limit))
            {
                Serve(order, order.Remaining, ref left, fills);
            }
        }
    }

    private static void Serve(SimulatedOrder order, decimal available, ref decimal left, List<RestingFill> fills)
    {
        var quantity = Math.Min(Math.Min(available, order.Remaining), left);
        if (quantity > 0m)
        {
            left -= quantity;
            fills.Add(new RestingFill(order, quantity));
        }
    }
}
