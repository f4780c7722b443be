using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>An exchange with one account, ours, that trades our orders against what its markets told.</summary>
/// <remarks>
/// <para>Pure: it knows no latency and no clock. Whoever calls it does so in the order of time at the exchange, and
/// delays what is reported; time that goes backwards is a defect and throws. Our orders never move the market and never
/// meet each other.</para>
/// <para>Reports of an accepted order: the order as open; on a trade the balances of base and quote, the fill, and the
/// order in its new state; where it comes to rest, the balance that it holds from. An order that ends untraded gives
/// its reservation back first: the balance, and then the answer to the cancel or the expired order.</para>
/// <para>An arriving order trades at the best opposite quote, up to what is displayed and not yet taken by us; where
/// no quote was ever told, no depth is known, and it trades in full at the last trade or candle close. A resting order
/// trades at its limit: up to the amount of a quote that reaches it, of a print or candle that goes through it, or of
/// a print at it once the queue ahead is served. A candle that began before the order came counts by its close.</para>
/// <para>A limit order needs its whole value at its limit, with the higher of both fees, even where it would trade for
/// less; a market order needs the value at the price it would get.</para>
/// </remarks>
public sealed class SimulatedExchange
{
    private readonly InstrumentCatalog _catalog;
    private readonly ExchangeIndex _exchange;
    private readonly Settlement _settlement;
    private readonly PerInstrument<(MarketView Market, RestingOrders Orders)?> _books;
    private readonly OrderRegister _register;
    private readonly List<RestingFill> _fills = [];
    private long _lastTradeId;
    private Timestamp _now = Timestamp.MinValue;

    /// <param name="exchange">Which exchange of the catalog it plays.</param>
    /// <param name="catalog">Names its assets and instruments.</param>
    /// <param name="settings">Fees, and the account at the beginning.</param>
    /// <exception cref="NotSupportedException">
    /// It has an instrument that is not spot, or whose quantities are not counted in its base asset.
    /// </exception>
    /// <exception cref="ArgumentException">The settings cannot be; the message names what.</exception>
    public SimulatedExchange(ExchangeIndex exchange, InstrumentCatalog catalog, SimulatedExchangeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(settings);
        SettingsRules.Demand(exchange, catalog, settings);
        (_exchange, _catalog) = (exchange, catalog);
        (_register, _lastTradeId) = (new OrderRegister(settings.LastOrderNumber), settings.LastTradeNumber);
        Ledger = new Ledger(catalog.Assets.Count);
        _settlement = new Settlement(Ledger, settings.MakerFeesPercent, settings.TakerFeesPercent);
        _books = new(catalog.Instruments.Count, index => catalog[index].Exchange == exchange ? NewBook() : null);
        foreach (var row in settings.Balances)
        {
            Ledger.Post(row.Asset, LedgerAccount.External, LedgerAccount.Free, row.Balance.Total);
        }

        foreach (var market in settings.Markets)
        {
            BookOf(market.Instrument)?.Market.See(market);
        }

        foreach (var order in settings.EndedOrders)
        {
            _register.Remember(order);
        }

        foreach (var order in settings.OpenOrders)
        {
            Resume(order);
        }

        foreach (var (asset, balance, _) in settings.Balances)
        {
            var locked = Math.Min(balance.Used - Ledger[asset, LedgerAccount.Reserved], _settlement.FreeOf(asset));
            Ledger.Post(asset, LedgerAccount.Free, LedgerAccount.Locked, Math.Max(0m, locked));
        }
    }

    /// <summary>The books behind all balances.</summary>
    public Ledger Ledger { get; }

    /// <summary>When the next order ends that is good until the end of its day; none without such.</summary>
    public Timestamp? NextExpiry => _register.NextExpiry;

    /// <summary>Takes note of the market, and trades the resting orders that it reaches.</summary>
    /// <remarks>Instruments of other exchanges do not matter, nor do book updates, which tell no best price.</remarks>
    public void See(in MarketEvent market, Timestamp now, List<AccountEvent> reports)
    {
        Advance(now, reports);
        if (market.IsReconnecting || BookOf(market.Instrument) is not var (view, orders))
        {
            return;
        }

        view.See(market);
        if (orders.IsEmpty)
        {
            return;
        }

        orders.Match(market, _fills);
        foreach (var (order, quantity) in _fills)
        {
            TradeResting(order, quantity, now, reports);
            if (!order.IsOpen)
            {
                orders.Remove(order);
            }
        }

        _fills.Clear();
    }

    /// <summary>Places an order that arrives now.</summary>
    public void Open(OrderRequestOpen request, Timestamp now, List<AccountEvent> reports)
    {
        ArgumentNullException.ThrowIfNull(request);
        Advance(now, reports);
        if (Refusal(request) is { } error)
        {
            _register.Remember(request.Key.ClientOrderId);
            var failed = new InactiveOrderState.OpenFailed(new OrderError.Rejected(error));
            reports.Add(new AccountEvent.OrderSnapshot(_exchange, request.ToOrder() with { State = failed }));
            return;
        }

        var (market, orders) = BookOf(request.Key.Instrument)!.Value;
        var order = _register.Add(request.ToOrder(), now);
        Report(order, reports);
        var offer = market.OfferTo(request.Side);
        var taken = OrderRules.Takeable(request, offer);
        if (taken > 0m)
        {
            market.Take(order.Side, taken);
            order.Fill(taken, now);
            var instrument = _catalog[request.Key.Instrument];
            var fee = _settlement.SettleTaker(instrument, order.Side, offer!.Value.Price, taken);
            Report(order, offer.Value.Price, taken, fee, now, reports);
        }

        Rest(order, orders, taken > 0m, now, reports);
    }

    /// <summary>Cancels an order by the exchange's id, or by the client's where that is left out.</summary>
    public void Cancel(OrderRequestCancel request, Timestamp now, List<AccountEvent> reports)
    {
        ArgumentNullException.ThrowIfNull(request);
        Advance(now, reports);
        var order = request.Id is { } id ? _register.Find(id) : _register.Find(request.Key.ClientOrderId);
        ApiError? error = order?.Order.State switch
        {
            null => new ApiError.OrderRejected("unknown order"),
            InactiveOrderState.FullyFilled => new ApiError.OrderAlreadyFullyFilled(),
            InactiveOrderState => new ApiError.OrderAlreadyCancelled(),
            _ => null,
        };
        if (error is not null)
        {
            Answer(new OrderResponseCancel(order?.Order.Key ?? request.Key, new OrderError.Rejected(error)), reports);
            return;
        }

        Withdraw(order!, now, reports);
        order!.Cancel(now);
        Answer(new OrderResponseCancel(order.Order.Key, (InactiveOrderState.Cancelled)order.Order.State), reports);
    }

    /// <summary>Ends the orders whose day is over; every other call does so first, too.</summary>
    public void Expire(Timestamp now, List<AccountEvent> reports) => Advance(now, reports);

    /// <summary>The order of that name as it is now, also when it is over; none if it was not accepted.</summary>
    public Order? Find(ClientOrderId id) => _register.Find(id)?.Order;

    /// <summary>All balances in the order of assets, and the open orders of each instrument by arrival.</summary>
    public AccountSnapshot Snapshot(Timestamp now)
    {
        var balances = Enumerable.Range(0, _catalog.Assets.Count)
            .Select(index => new AssetIndex(index))
            .Where(asset => _catalog[asset].Exchange == _catalog[_exchange])
            .Select(asset => new AssetBalance(asset, Ledger.BalanceOf(asset), now));
        var instruments = _catalog.Instruments
            .Where(row => _books[row.Index] is { Orders.IsEmpty: false })
            .Select(row => new InstrumentAccountSnapshot(
                row.Index, _books[row.Index]!.Value.Orders.InArrivalOrder.Select(order => order.Order).ToValueList()));
        return new AccountSnapshot(_exchange, balances.ToValueList(), instruments.ToValueList());
    }

    private static (MarketView, RestingOrders) NewBook()
    {
        var market = new MarketView();
        return (market, new RestingOrders(market));
    }

    private (MarketView Market, RestingOrders Orders)? BookOf(InstrumentIndex instrument) =>
        _books.Contains(instrument) ? _books[instrument] : null;

    private void Advance(Timestamp now, List<AccountEvent> reports)
    {
        if (now < _now)
        {
            throw new InvalidOperationException($"time went backwards at {_catalog[_exchange]}: {now} after {_now}");
        }

        _now = now;
        while (_register.TakeExpired(now) is { } order)
        {
            Withdraw(order, now, reports);
            order.Expire();
            Report(order, reports);
        }
    }

    private ApiError? Refusal(OrderRequestOpen request)
    {
        var (key, name) = (request.Key, _catalog[_exchange]);
        if (_register.IsKnown(key.ClientOrderId))
        {
            return new ApiError.OrderRejected($"client order id {key.ClientOrderId} was used before");
        }

        return key.Exchange == _exchange && BookOf(key.Instrument) is var (market, _)
            ? OrderRules.FirstBroken(request, _catalog[key.Instrument], market, _settlement)
            : new ApiError.InstrumentInvalid(key.Instrument, $"{name} does not trade it");
    }

    private void Resume(Order order)
    {
        var resumed = _register.Resume(order);
        var instrument = _catalog[order.Key.Instrument];
        var asset = Settlement.GivenAsset(instrument, order.Side);
        var required = _settlement.RequiredToRest(order.Side, resumed.Limit, resumed.Remaining);
        if (_settlement.FreeOf(asset) < required)
        {
            throw new ArgumentException(
                $"simulated exchange: open order {order.Key} needs {DecimalText.Format(required)} "
                + $"of {_catalog[asset]}, and {DecimalText.Format(_settlement.FreeOf(asset))} is free", nameof(order));
        }

        _settlement.Reserve(instrument, resumed);
        BookOf(order.Key.Instrument)!.Value.Orders.Add(resumed);
    }

    private void Rest(
        SimulatedOrder order, RestingOrders orders, bool hasTraded, Timestamp now, List<AccountEvent> reports)
    {
        var staysNot = order.Order is { Kind: OrderKind.Market }
            or { TimeInForce.Kind: TimeInForce.Kinds.ImmediateOrCancel or TimeInForce.Kinds.FillOrKill };
        if (order.IsOpen && staysNot)
        {
            order.Cancel(now);
            Report(order, reports);
            return;
        }

        if (hasTraded)
        {
            Report(order, reports);
        }

        if (order.IsOpen)
        {
            var instrument = _catalog[order.Order.Key.Instrument];
            _settlement.Reserve(instrument, order);
            orders.Add(order);
            _register.Await(order);
            Report(Settlement.GivenAsset(instrument, order.Side), now, reports);
        }
    }

    private void TradeResting(SimulatedOrder order, decimal quantity, Timestamp now, List<AccountEvent> reports)
    {
        order.Fill(quantity, now);
        var fee = _settlement.SettleMaker(_catalog[order.Order.Key.Instrument], order, quantity);
        Report(order, order.Limit, quantity, fee, now, reports);
        Report(order, reports);
    }

    private void Withdraw(SimulatedOrder order, Timestamp now, List<AccountEvent> reports)
    {
        var instrument = _catalog[order.Order.Key.Instrument];
        BookOf(instrument.Index)!.Value.Orders.Remove(order);
        _settlement.Release(instrument, order);
        Report(Settlement.GivenAsset(instrument, order.Side), now, reports);
    }

    private void Answer(OrderResponseCancel response, List<AccountEvent> reports) =>
        reports.Add(new AccountEvent.OrderCancelled(_exchange, response));

    private void Report(AssetIndex asset, Timestamp now, List<AccountEvent> reports) => reports.Add(
        new AccountEvent.BalanceSnapshot(_exchange, new AssetBalance(asset, Ledger.BalanceOf(asset), now)));

    private void Report(SimulatedOrder order, List<AccountEvent> reports) =>
        reports.Add(new AccountEvent.OrderSnapshot(_exchange, order.Order));

    private void Report(
        SimulatedOrder order, decimal price, decimal quantity, decimal fee, Timestamp now, List<AccountEvent> reports)
    {
        var key = order.Order.Key;
        var (@base, quote) = (_catalog[key.Instrument].Underlying.Base, _catalog[key.Instrument].Underlying.Quote);
        Report(@base, now, reports);
        Report(quote, now, reports);
        var id = new TradeId(string.Create(null, $"{++_lastTradeId}"));
        var fees = new AssetFees(quote, fee);
        reports.Add(new AccountEvent.Filled(
            _exchange,
            new Fill(id, order.Id, key.Instrument, key.Strategy, now, order.Side, price, quantity, fees)));
    }
}
