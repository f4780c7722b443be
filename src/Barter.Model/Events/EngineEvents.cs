namespace Barter.Model;

/// <summary>Makes <see cref="EngineEvent"/>s, and refuses those that no exchange could have told.</summary>
/// <remarks>
/// Where no time of receipt is given it is that of the exchange. Indexes are not known here: the engine refuses an
/// event whose index is not in its catalog.
/// </remarks>
public static class EngineEvents
{
    /// <summary>The only event after which the engine stops.</summary>
    public static EngineEvent Shutdown { get; } = new EngineEvent.Shutdown();

    public static EngineEvent Trading(bool isEnabled) =>
        new EngineEvent.TradingStateUpdate(isEnabled ? TradingState.Enabled : TradingState.Disabled);

    /// <exception cref="ArgumentException">There is no request.</exception>
    public static EngineEvent SendOpenRequests(params ReadOnlySpan<OrderRequestOpen> requests) =>
        new EngineEvent.Commanded(new Command.SendOpenRequests(ValueList.Create(requests)));

    /// <exception cref="ArgumentException">There is no request.</exception>
    public static EngineEvent SendCancelRequests(params ReadOnlySpan<OrderRequestCancel> requests) =>
        new EngineEvent.Commanded(new Command.SendCancelRequests(ValueList.Create(requests)));

    /// <param name="filter">Whose positions; those of all instruments where it is left out.</param>
    public static EngineEvent ClosePositions(InstrumentFilter? filter = null) =>
        new EngineEvent.Commanded(new Command.ClosePositions(filter ?? InstrumentFilter.All));

    /// <param name="filter">Whose orders; those of all instruments where it is left out.</param>
    public static EngineEvent CancelOrders(InstrumentFilter? filter = null) =>
        new EngineEvent.Commanded(new Command.CancelOrders(filter ?? InstrumentFilter.All));

    /// <exception cref="ArgumentOutOfRangeException">The amount is not positive.</exception>
    public static EngineEvent MarketTrade(
        ExchangeId exchange, InstrumentIndex instrument, in PublicTrade trade, Timestamp timeExchange,
        Timestamp? timeReceived = null)
    {
        RequirePositive(trade.Amount, "amount", nameof(trade));
        return Market(
            MarketEvent.OfTrade(exchange, instrument, timeExchange, timeReceived ?? timeExchange, trade));
    }

    /// <param name="exchange">Where it was told.</param>
    /// <param name="instrument">Whose book it is.</param>
    /// <param name="book">Either side may be empty.</param>
    /// <param name="timeExchange">That of the last update where it is left out.</param>
    /// <param name="timeReceived">That of the exchange where it is left out.</param>
    public static EngineEvent MarketL1(
        ExchangeId exchange, InstrumentIndex instrument, in OrderBookL1 book, Timestamp? timeExchange = null,
        Timestamp? timeReceived = null)
    {
        var time = timeExchange ?? book.LastUpdateTime;
        return Market(MarketEvent.OfL1(exchange, instrument, time, timeReceived ?? time, book));
    }

    /// <summary>All of a book. Levels may come in any order.</summary>
    public static EngineEvent MarketBookSnapshot(
        ExchangeId exchange, InstrumentIndex instrument, OrderBookLevels levels, Timestamp timeExchange,
        Timestamp? timeReceived = null) => Market(MarketEvent.OfBookSnapshot(
            exchange, instrument, timeExchange, timeReceived ?? timeExchange, BestFirst(levels)));

    /// <summary>The levels of a book that changed. They may come in any order.</summary>
    public static EngineEvent MarketBookUpdate(
        ExchangeId exchange, InstrumentIndex instrument, OrderBookLevels levels, Timestamp timeExchange,
        Timestamp? timeReceived = null) => Market(MarketEvent.OfBookUpdate(
            exchange, instrument, timeExchange, timeReceived ?? timeExchange, BestFirst(levels)));

    /// <exception cref="ArgumentOutOfRangeException">Its volume is negative, or its low above its high.</exception>
    public static EngineEvent MarketCandle(
        ExchangeId exchange, InstrumentIndex instrument, in Candle candle, Timestamp timeExchange,
        Timestamp? timeReceived = null)
    {
        if (candle.Volume < 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(candle), candle, "volume must not be negative");
        }

        if (candle.Low > candle.High)
        {
            throw new ArgumentOutOfRangeException(nameof(candle), candle, "low must not be above high");
        }

        return Market(
            MarketEvent.OfCandle(exchange, instrument, timeExchange, timeReceived ?? timeExchange, candle));
    }

    /// <summary>A liquidation, told when it happened.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Price or quantity is not positive.</exception>
    public static EngineEvent MarketLiquidation(
        ExchangeId exchange, InstrumentIndex instrument, in Liquidation liquidation, Timestamp? timeReceived = null)
    {
        RequirePositive(liquidation.Price, "price", nameof(liquidation));
        RequirePositive(liquidation.Quantity, "quantity", nameof(liquidation));
        return Market(MarketEvent.OfLiquidation(
            exchange, instrument, liquidation.Time, timeReceived ?? liquidation.Time, liquidation));
    }

    public static EngineEvent MarketReconnecting(ExchangeId exchange) => Market(MarketEvent.Reconnecting(exchange));

    public static EngineEvent AccountReconnecting(ExchangeId exchange) => new EngineEvent.AccountReconnecting(exchange);

    public static EngineEvent AccountBalance(ExchangeIndex exchange, AssetBalance balance) =>
        Account(new AccountEvent.BalanceSnapshot(exchange, balance));

    /// <exception cref="ArgumentException">The order is one of another exchange.</exception>
    public static EngineEvent AccountOrder(ExchangeIndex exchange, Order order)
    {
        RequireExchange(exchange, order.Key, nameof(order));
        return Account(new AccountEvent.OrderSnapshot(exchange, order));
    }

    /// <summary>A cancel succeeded.</summary>
    /// <exception cref="ArgumentException">
    /// The request is one for another exchange, or names another order than <paramref name="id"/>.
    /// </exception>
    public static EngineEvent AccountOrderCancelled(
        ExchangeIndex exchange, OrderRequestCancel request, OrderId id, Timestamp timeExchange)
    {
        RequireExchange(exchange, request.Key, nameof(request));
        if (request.Id is { } asked && asked != id)
        {
            throw new ArgumentException($"order id {id} does not match that of the request, {asked}", nameof(id));
        }

        return Account(new AccountEvent.OrderCancelled(
            exchange, new OrderResponseCancel(request.Key, new InactiveOrderState.Cancelled(id, timeExchange))));
    }

    public static EngineEvent AccountSnapshot(AccountSnapshot snapshot) =>
        Account(new AccountEvent.Snapshot(snapshot));

    /// <summary>One of our orders traded. Fees below zero are a rebate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Price or quantity is not positive.</exception>
    public static EngineEvent AccountTrade(ExchangeIndex exchange, Fill fill)
    {
        RequirePositive(fill.Price, "price", nameof(fill));
        RequirePositive(fill.Quantity, "quantity", nameof(fill));
        return Account(new AccountEvent.Filled(exchange, fill));
    }

    private static EngineEvent.Market Market(in MarketEvent market) => new(market);

    private static EngineEvent.Account Account(AccountEvent told) => new(told);

    private static OrderBookLevels BestFirst(OrderBookLevels levels) => levels with
    {
        Bids = levels.Bids.OrderByDescending(level => level.Price).ToValueList(),
        Asks = levels.Asks.OrderBy(level => level.Price).ToValueList(),
    };

    private static void RequirePositive(decimal value, string what, string parameter)
    {
        if (value <= 0m)
        {
            throw new ArgumentOutOfRangeException(
                parameter, $"{what} must be positive, received {DecimalText.Format(value)}");
        }
    }

    private static void RequireExchange(ExchangeIndex exchange, OrderKey key, string parameter)
    {
        if (key.Exchange != exchange)
        {
            throw new ArgumentException(
                $"order exchange {key.Exchange.Value} does not match exchange {exchange.Value}", parameter);
        }
    }
}
