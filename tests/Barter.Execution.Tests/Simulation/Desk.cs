using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

/// <summary>A simulated exchange with btc_usdt and eth_usdt, a clock, and what was reported as short lines.</summary>
internal sealed class Desk
{
    public static readonly Timestamp Start = Timestamp.Parse("2025-01-01T12:00:00Z");
    private static readonly StrategyId Strategy = new("test");

    private readonly List<AccountEvent> _reports = [];

    public Desk(
        decimal maker = 0m, decimal taker = 0m, decimal usdt = 10_000m, decimal btc = 2m, InstrumentSpec? spec = null,
        params Order[] openOrders)
    {
        Catalog = InstrumentCatalog.Build(
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt", spec),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
            Instrument.Spot(ExchangeId.Kraken, "XBTUSD", "btc", "usd"),
        ]);
        Settings = new SimulatedExchangeSettings(
            maker, taker, [Has(Usdt, usdt), Has(Btc, btc)], openOrders.ToValueList());
        Exchange = new SimulatedExchange(new ExchangeIndex(0), Catalog, Settings);
    }

    // Sorted by name: btc, eth, usdt; btc_usdt, eth_usdt; then kraken's
    public static AssetIndex Btc { get; } = new(0);

    public static AssetIndex Usdt { get; } = new(2);

    public static InstrumentIndex BtcUsdt { get; } = new(0);

    public static InstrumentIndex EthUsdt { get; } = new(1);

    public static InstrumentIndex Foreign { get; } = new(2);

    public InstrumentCatalog Catalog { get; }

    public SimulatedExchangeSettings Settings { get; }

    public SimulatedExchange Exchange { get; }

    public Timestamp Now { get; private set; } = Start;

    public IReadOnlyList<AccountEvent> Reports => _reports;

    public static AssetBalance Has(AssetIndex asset, decimal total) => new(asset, new Balance(total, total), default);

    public static OrderKey Key(string id, InstrumentIndex? instrument = null) =>
        new(new ExchangeIndex(0), instrument ?? BtcUsdt, Strategy, new ClientOrderId(id));

    public static OrderRequestOpen Market(string id, Side side, decimal quantity, TimeInForce? inForce = null) =>
        new(Key(id), side, null, quantity, OrderKind.Market, inForce ?? TimeInForce.ImmediateOrCancel);

    public static OrderRequestOpen Limit(
        string id, Side side, decimal quantity, decimal price, TimeInForce inForce = default) =>
        new(Key(id), side, price, quantity, OrderKind.Limit, inForce);

    public Desk At(double seconds)
    {
        Now = Start + TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Desk At(string time)
    {
        Now = Timestamp.Parse(time);
        return this;
    }

    /// <summary>Best bid and ask, as price and amount; a price of zero is none.</summary>
    public string[] Quote(decimal bid, decimal bidAmount, decimal ask, decimal askAmount) => See(MarketEvent.OfL1(
        ExchangeId.BinanceSpot, BtcUsdt, Now, Now,
        new OrderBookL1(Now, LevelOf(bid, bidAmount), LevelOf(ask, askAmount))));

    public string[] Book(Level[] bids, Level[] asks) => See(MarketEvent.OfBookSnapshot(
        ExchangeId.BinanceSpot, BtcUsdt, Now, Now,
        new OrderBookLevels(1, Now, bids.ToValueList(), asks.ToValueList())));

    public string[] Print(decimal price, decimal amount, Side aggressor) =>
        See(MarketEvent.OfTrade(ExchangeId.BinanceSpot, BtcUsdt, Now, Now, 1, price, amount, aggressor));

    /// <summary>A candle that closes now.</summary>
    public string[] Candle(decimal high, decimal low, decimal close, decimal volume = 0m, double? closedAt = null)
    {
        var time = closedAt is { } seconds ? Start + TimeSpan.FromSeconds(seconds) : Now;
        var candle = new Candle(time, close, high, low, close, volume, 1);
        return See(MarketEvent.OfCandle(ExchangeId.BinanceSpot, BtcUsdt, Now, Now, candle));
    }

    public string[] See(MarketEvent market) => Heard(reports => Exchange.See(market, Now, reports));

    public string[] Open(OrderRequestOpen request) => Heard(reports => Exchange.Open(request, Now, reports));

    public string[] Cancel(string clientId, string? id = null) => Heard(reports => Exchange.Cancel(
        new OrderRequestCancel(Key(clientId), id is null ? null : new OrderId(id)), Now, reports));

    public string[] Expire() => Heard(reports => Exchange.Expire(Now, reports));

    /// <summary>Total and free, such as <c>10000/9500</c>.</summary>
    public string BalanceOf(AssetIndex asset) => ReportText.Of(Exchange.Ledger.BalanceOf(asset));

    private static Level? LevelOf(decimal price, decimal amount) => price == 0m ? null : new Level(price, amount);

    private string[] Heard(Action<List<AccountEvent>> call)
    {
        var before = _reports.Count;
        call(_reports);
        Assert.True(Exchange.Ledger.IsBalanced());
        return [.. _reports.Skip(before).Select(report => ReportText.Of(report, Catalog))];
    }
}
