using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

/// <summary>
/// What the simulated exchange has to report, worked out anew from all that ever happened: slow and obvious.
/// </summary>
/// <remarks>
/// It keeps no balance, no queue and no depth: each is counted from the history whenever it is asked for.
/// </remarks>
internal sealed class ExchangeOracle(InstrumentCatalog catalog, SimulatedExchangeSettings settings)
{
    private readonly List<MarketEvent> _events = [];
    private readonly List<OracleOrder> _orders = [];
    private readonly List<Trade> _trades = [];
    private readonly HashSet<ClientOrderId> _names = [];

    /// <summary>A fill of ours; the event is the one that did it, or the last before it.</summary>
    private sealed record Trade(OracleOrder Order, decimal Price, decimal Quantity, bool IsMaker, int Event);

    public int TradeCount => _trades.Count;

    public int MakerCount => _trades.Count(trade => trade.IsMaker);

    public List<string> See(in MarketEvent market, Timestamp now)
    {
        var lines = Expire(now);
        _events.Add(market);
        var perSide = market.Kind == MarketEventKind.OrderBookL1;
        var left = market.Kind == MarketEventKind.Trade ? market.TradeAmount : VolumeOf(market);
        foreach (var side in new[] { Side.Buy, Side.Sell })
        {
            left = perSide ? Quoted(market, side.Opposite()).Amount : left;
            foreach (var order in RestingAt(market.Instrument).Where(order => order.Side == side).ToArray())
            {
                var quantity = Math.Min(Math.Min(order.Remaining, left), AllowedBy(market, order, left));
                if (quantity > 0m)
                {
                    left -= quantity;
                    lines.AddRange(Filled(order, order.Request.Price!.Value, quantity, isMaker: true));
                    lines.Add(StateOf(order));
                }
            }
        }

        return lines;
    }

    public List<string> Open(OrderRequestOpen request, Timestamp now)
    {
        var lines = Expire(now);
        var price = OfferPrice(request.Key.Instrument, request.Side);
        var taken = Takeable(request, price);
        var refused = Refusal(request, price, taken);
        _names.Add(request.Key.ClientOrderId);
        if (refused is not null)
        {
            lines.Add("refused " + refused);
            return lines;
        }

        var order = new OracleOrder(_orders.Count + 1, request, now);
        _orders.Add(order);
        lines.Add(StateOf(order));
        if (taken > 0m)
        {
            lines.AddRange(Filled(order, price!.Value, taken, isMaker: false));
        }

        var waits = request.Kind == OrderKind.Limit && request.TimeInForce.Kind is
            TimeInForce.Kinds.GoodUntilCancelled or TimeInForce.Kinds.GoodUntilEndOfDay;
        if (order.Remaining > 0m && !waits)
        {
            lines.Add($"{order.Number} cancelled");
        }
        else if (taken > 0m)
        {
            lines.Add(StateOf(order));
        }

        if (order.Remaining > 0m && waits)
        {
            Join(order);
            lines.Add(BalanceLine(Gives(order)));
        }

        return lines;
    }

    public List<string> Cancel(OrderRequestCancel request, Timestamp now)
    {
        var lines = Expire(now);
        var order = _orders.Find(order => request.Id is { } id
            ? id.Value == order.Number.ToString(null, null)
            : order.Request.Key.ClientOrderId == request.Key.ClientOrderId);
        if (order is not { Rests: true })
        {
            lines.Add("cancel refused: " + (order switch
            {
                null => "order rejected: unknown order",
                { Remaining: 0m } => "order already fully filled",
                _ => "order already cancelled",
            }));
            return lines;
        }

        order.Rests = false;
        lines.Add(BalanceLine(Gives(order)));
        lines.Add($"cancel of {order.Number} done");
        return lines;
    }

    public List<string> Expire(Timestamp now)
    {
        var lines = new List<string>();
        foreach (var order in _orders.Where(order => order.Rests && ExpiryOf(order) <= now).ToArray())
        {
            order.Rests = false;
            lines.Add(BalanceLine(Gives(order)));
            lines.Add("expired");
        }

        return lines;
    }

    public Timestamp? NextExpiry() => _orders.Where(order => order.Rests).Min(ExpiryOf);

    public decimal Total(AssetIndex asset)
    {
        var total = settings.Balances.Where(row => row.Asset == asset).Sum(row => row.Balance.Total);
        foreach (var trade in _trades)
        {
            var (sign, legs) = (trade.Order.Side == Side.Buy ? 1m : -1m, catalog[trade.Order.Instrument].Underlying);
            total += legs.Base == asset ? sign * trade.Quantity : 0m;
            total -= legs.Quote == asset ? (sign * trade.Price * trade.Quantity) + FeeOf(trade) : 0m;
        }

        return total;
    }

    public decimal Reserved(AssetIndex asset)
    {
        var fees = Math.Max(0m, Math.Max(settings.MakerFeesPercent, settings.TakerFeesPercent)) / 100m;
        return _orders.Where(order => order.Rests && Gives(order) == asset).Sum(order => order.Side == Side.Sell
            ? order.Remaining
            : order.Remaining * order.Request.Price!.Value * (1m + fees));
    }

    public IEnumerable<string> RestingAt() => _orders
        .Where(order => order.Rests)
        .OrderBy(order => order.Instrument)
        .Select(order => $"{order.Instrument.Value}: {StateOf(order)}");

    private IEnumerable<OracleOrder> RestingAt(InstrumentIndex instrument) => _orders
        .Where(order => order.Rests && order.Instrument == instrument)
        .OrderBy(order => order.Rank);

    private static Timestamp? ExpiryOf(OracleOrder order)
    {
        var day = order.Arrival.ToDateTimeOffset().UtcDateTime.Date.AddDays(1);
        return order.Request.TimeInForce.Kind == TimeInForce.Kinds.GoodUntilEndOfDay ? Timestamp.From(day) : null;
    }

    private static decimal VolumeOf(in MarketEvent market) =>
        market.Kind == MarketEventKind.Candle && market.Candle.Volume > 0m ? market.Candle.Volume : 1_000_000m;

    private static (decimal Price, decimal Amount) Quoted(in MarketEvent quote, Side side) =>
        side == Side.Buy ? (quote.BidPrice, quote.BidAmount) : (quote.AskPrice, quote.AskAmount);

    private static bool IsThrough(OracleOrder order, decimal price) =>
        order.Side == Side.Buy ? price < order.Request.Price : price > order.Request.Price;

    private AssetIndex Gives(OracleOrder order) =>
        order.Side == Side.Buy ? catalog[order.Instrument].Underlying.Quote : catalog[order.Instrument].Underlying.Base;

    private decimal FeeOf(Trade trade) => trade.Price * trade.Quantity
        * (trade.IsMaker ? settings.MakerFeesPercent : settings.TakerFeesPercent) / 100m;

    private static string StateOf(OracleOrder order) =>
        order.Remaining == 0m ? "filled" : $"{order.Number} open {DecimalText.Format(order.Filled)}";

    private string BalanceLine(AssetIndex asset)
    {
        var total = Total(asset);
        return $"{catalog[asset].Asset} {DecimalText.Format(total)}/{DecimalText.Format(total - Reserved(asset))}";
    }

    private int LastEvent(InstrumentIndex instrument, params MarketEventKind[] kinds) =>
        _events.FindLastIndex(market => market.Instrument == instrument && kinds.Contains(market.Kind));

    private decimal? OfferPrice(InstrumentIndex instrument, Side side)
    {
        var quote = LastEvent(instrument, MarketEventKind.OrderBookL1);
        if (quote >= 0)
        {
            return Quoted(_events[quote], side.Opposite()).Price;
        }

        var print = LastEvent(instrument, MarketEventKind.Trade, MarketEventKind.Candle);
        return print < 0 ? null
            : _events[print].Kind == MarketEventKind.Trade ? _events[print].TradePrice : _events[print].Candle.Close;
    }

    /// <summary>What is left of the last quote after all that we took of it.</summary>
    private decimal DisplayedLeft(InstrumentIndex instrument, Side quoteSide)
    {
        var quote = LastEvent(instrument, MarketEventKind.OrderBookL1);
        return quote < 0 ? 0m : Quoted(_events[quote], quoteSide).Amount - _trades
            .Where(trade => trade.Order.Instrument == instrument && trade.Order.Side != quoteSide)
            .Where(trade => trade.IsMaker ? trade.Event == quote : trade.Event >= quote)
            .Sum(trade => trade.Quantity);
    }

    private decimal Takeable(OrderRequestOpen request, decimal? offer)
    {
        var instrument = request.Key.Instrument;
        var isMarketable = offer is > 0m && (request.Kind == OrderKind.Market
            || (request.Side == Side.Buy ? offer <= request.Price : offer >= request.Price));
        var depth = LastEvent(instrument, MarketEventKind.OrderBookL1) < 0
            ? request.Quantity
            : DisplayedLeft(instrument, request.Side.Opposite());
        var killed = request.TimeInForce == TimeInForce.FillOrKill && depth < request.Quantity;
        return isMarketable && !killed ? Math.Min(depth, request.Quantity) : 0m;
    }

    private string? Refusal(OrderRequestOpen request, decimal? offer, decimal taken)
    {
        if (_names.Contains(request.Key.ClientOrderId)
            || request.Quantity <= 0m
            || (offer is null && request.Kind == OrderKind.Market)
            || (request.TimeInForce.PostOnly && (request.Kind == OrderKind.Market || taken > 0m)))
        {
            return nameof(ApiError.OrderRejected);
        }

        var legs = catalog[request.Key.Instrument].Underlying;
        var percent = request.Kind == OrderKind.Market
            ? settings.TakerFeesPercent
            : Math.Max(settings.TakerFeesPercent, settings.MakerFeesPercent);
        var needed = request.Side == Side.Sell
            ? request.Quantity
            : request.Quantity * (request.Price ?? offer!.Value) * (1m + (Math.Max(0m, percent) / 100m));
        var asset = request.Side == Side.Sell ? legs.Base : legs.Quote;
        return Total(asset) - Reserved(asset) < needed ? nameof(ApiError.BalanceInsufficient) : null;
    }

    private IEnumerable<string> Filled(OracleOrder order, decimal price, decimal quantity, bool isMaker)
    {
        var trade = new Trade(order, price, quantity, isMaker, _events.Count - 1);
        _trades.Add(trade);
        order.Filled += quantity;
        order.Rests &= order.Remaining > 0m;
        var legs = catalog[order.Instrument].Underlying;
        return
        [
            BalanceLine(legs.Base), BalanceLine(legs.Quote),
            $"fill {_trades.Count} of {order.Number}: {order.Side} {DecimalText.Format(quantity)} "
            + $"@ {DecimalText.Format(price)} fee {DecimalText.Format(FeeOf(trade))}",
        ];
    }

    private void Join(OracleOrder order)
    {
        (order.Rests, order.Joined) = (true, _events.Count);
        var quote = LastEvent(order.Instrument, MarketEventKind.OrderBookL1);
        var best = quote < 0 ? 0m : Quoted(_events[quote], order.Side).Price;
        order.QueueAtJoin = best == 0m ? null
            : IsThrough(order, best) ? 0m
            : best == order.Request.Price ? DisplayedLeft(order.Instrument, order.Side)
            : null;
    }

    private decimal AllowedBy(in MarketEvent market, OracleOrder order, decimal left)
    {
        var limit = order.Request.Price!.Value;
        switch (market.Kind)
        {
            case MarketEventKind.OrderBookL1:
                var price = Quoted(market, order.Side.Opposite()).Price;
                return price > 0m && (price == limit || IsThrough(order, price)) ? left : 0m;
            case MarketEventKind.Trade when IsThrough(order, market.TradePrice):
                return left;
            case MarketEventKind.Trade:
                return market.TradePrice == limit && market.TradeSide != order.Side
                    ? left - (QueueAhead(order) ?? left)
                    : 0m;
            default:
                var began = _events.SkipLast(1)
                    .Where(row => row.Kind == MarketEventKind.Candle && row.Instrument == order.Instrument)
                    .Select(row => row.Candle.CloseTime)
                    .LastOrDefault(Timestamp.MinValue);
                var candle = market.Candle;
                var extreme = order.Side == Side.Buy ? candle.Low : candle.High;
                var sawAll = order.Arrival <= began && began < candle.CloseTime;
                return IsThrough(order, sawAll ? extreme : candle.Close) ? left : 0m;
        }
    }

    /// <summary>Who is served first at the order's price, before the event that is the last one now.</summary>
    private decimal? QueueAhead(OracleOrder order)
    {
        var ahead = order.QueueAtJoin;
        for (var i = order.Joined; i < _events.Count - 1; i++)
        {
            var market = _events[i];
            if (market.Instrument != order.Instrument)
            {
                continue;
            }

            if (market.Kind == MarketEventKind.OrderBookL1 && Quoted(market, order.Side) is { Price: > 0m } best)
            {
                ahead = IsThrough(order, best.Price) ? 0m
                    : best.Price == order.Request.Price ? Math.Min(ahead ?? best.Amount, best.Amount)
                    : ahead;
            }
            else if (market.Kind == MarketEventKind.Trade && market.TradeSide != order.Side
                && market.TradePrice == order.Request.Price)
            {
                var served = _trades
                    .Where(trade => trade.IsMaker && trade.Event == i && trade.Order.Rank.CompareTo(order.Rank) < 0)
                    .Sum(trade => trade.Quantity);
                ahead = ahead is null ? null : Math.Max(0m, ahead.Value - (market.TradeAmount - served));
            }
        }

        return ahead;
    }
}
