using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine.Tests;

/// <summary>Two instruments at an exchange where we trade, and one at an exchange that is only listened to.</summary>
internal static class World
{
    public static readonly ExchangeIndex Binance = new(0);
    public static readonly ExchangeIndex Kraken = new(1);
    public static readonly InstrumentIndex BtcUsdt = new(0);
    public static readonly InstrumentIndex EthBtc = new(1);
    public static readonly InstrumentIndex XbtUsd = new(2);
    public static readonly AssetIndex Btc = new(0);
    public static readonly AssetIndex Eth = new(1);
    public static readonly AssetIndex Usdt = new(2);
    public static readonly StrategyId Scripted = new("scripted");

    public static InstrumentCatalog Catalog { get; } = InstrumentCatalog.Build(
    [
        Spot(ExchangeId.BinanceSpot, "binance_spot_btc_usdt", "BTCUSDT", "BTC", "USDT"),
        Spot(ExchangeId.BinanceSpot, "binance_spot_eth_btc", "ETHBTC", "ETH", "BTC"),
        Spot(ExchangeId.Kraken, "kraken_xbt_usd", "XBT/USD", "XBT", "USD"),
    ]);

    public static Instrument Spot(
        ExchangeId exchange, string name, string symbol, string baseAsset, string quote, InstrumentSpec? spec = null) =>
        new(
            exchange, name, symbol,
            new Underlying<Asset>(Asset.FromExchangeName(baseAsset), Asset.FromExchangeName(quote)),
            QuoteKind.UnderlyingQuote, new InstrumentKind.Spot(), spec);

    /// <summary>A contract on btc_usd, linear or inverse; the only instrument of its catalog.</summary>
    public static InstrumentCatalog Perpetual(decimal size, bool isInverse)
    {
        var (btc, usd) = (Asset.FromExchangeName("btc"), Asset.FromExchangeName("usd"));
        return InstrumentCatalog.Build(
        [
            Instrument.Define(
                ExchangeId.Bitmex, "PERP", new Underlying<Asset>(btc, usd),
                isInverse ? QuoteKind.UnderlyingBase : QuoteKind.UnderlyingQuote,
                new InstrumentKind.Perpetual(size, isInverse ? btc : usd)),
        ]);
    }

    public static TradingEngine NewEngine(
        IStrategy? strategy = null,
        IRiskPolicy? risk = null,
        TradingState trading = TradingState.Disabled,
        Timestamp start = default,
        InstrumentCatalog? catalog = null) => new(new EngineSettings
        {
            Catalog = catalog ?? Catalog,
            Executions = [(catalog ?? Catalog).Exchanges[0]],
            Strategy = strategy ?? new NoOrders(),
            Risk = risk ?? new ApproveAll(),
            Trading = trading,
            Start = start,
        });

    public static Timestamp Day(int days) => Timestamp.Epoch + TimeSpan.FromDays(days);

    public static Timestamp At(int millis) => Timestamp.FromUnixMillis(millis);

    public static ExchangeId ExchangeOf(InstrumentIndex instrument) => Catalog[instrument].ExchangeId;

    public static OrderKey Key(InstrumentIndex instrument, string id, StrategyId? strategy = null) =>
        new(Catalog[instrument].Exchange, instrument, strategy ?? Scripted, new ClientOrderId(id));

    public static EngineEvent Trade(InstrumentIndex instrument, decimal price, Timestamp time) =>
        new EngineEvent.Market(TradeEvent(instrument, price, time));

    public static MarketEvent TradeEvent(InstrumentIndex instrument, decimal price, Timestamp time) =>
        MarketEvent.OfTrade(ExchangeOf(instrument), instrument, time, time, 1, price, 1m, Side.Buy);

    public static EngineEvent Book(InstrumentIndex instrument, Level? bid, Level? ask, Timestamp time) =>
        new EngineEvent.Market(MarketEvent.OfL1(
            ExchangeOf(instrument), instrument, time, time, new OrderBookL1(time, bid, ask)));

    public static EngineEvent MarketLost(ExchangeId exchange) =>
        new EngineEvent.Market(MarketEvent.Reconnecting(exchange));

    public static EngineEvent Told(AccountEvent told) => new EngineEvent.Account(told);

    public static EngineEvent BalanceTold(AssetIndex asset, decimal total, decimal free, Timestamp time) =>
        Told(new AccountEvent.BalanceSnapshot(
            Catalog.Find(Catalog[asset].Exchange), new AssetBalance(asset, new Balance(total, free), time)));

    public static EngineEvent Filled(Fill fill) =>
        Told(new AccountEvent.Filled(Catalog[fill.Instrument].Exchange, fill));

    public static EngineEvent Reported(OrderRequestOpen request, OrderState state) =>
        Told(new AccountEvent.OrderSnapshot(request.Key.Exchange, request.ToOrder() with { State = state }));

    public static EngineEvent CancelRefused(OrderKey key, OrderError error) =>
        Told(new AccountEvent.OrderCancelled(key.Exchange, new OrderResponseCancel(key, error)));

    public static EngineEvent Cancelled(OrderKey key, Timestamp time) => Told(new AccountEvent.OrderCancelled(
        key.Exchange, new OrderResponseCancel(key, new InactiveOrderState.Cancelled(new OrderId("1"), time))));

    public static EngineEvent Do(Command command) => new EngineEvent.Commanded(command);

    public static EngineEvent Trading(TradingState state) => new EngineEvent.TradingStateUpdate(state);

    public static EngineEvent OpenCommand(params OrderRequestOpen[] requests) =>
        Do(new Command.SendOpenRequests(requests.ToValueList()));

    public static Fill FillOf(
        Side side, decimal price, decimal quantity, decimal fee = 0m, Timestamp time = default, string id = "t",
        InstrumentIndex instrument = default, string order = "1") => new(
            new TradeId(id), new OrderId(order), instrument, Scripted, time, side, price, quantity,
            AssetFees.Quote(fee));

    public static OrderRequestOpen Limit(
        InstrumentIndex instrument, string id, Side side = Side.Buy, decimal price = 1m, decimal quantity = 1m) =>
        OrderRequestOpen.Limit(Key(instrument, id), side, price, quantity);

    public static OrderRequestOpen Market(
        InstrumentIndex instrument, string id, Side side = Side.Buy, decimal quantity = 1m) =>
        OrderRequestOpen.Market(Key(instrument, id), side, quantity);

    public static SendOutput<T> Sent<T>(params T[] requests) => new(requests.ToValueList(), []);

    public static ValueList<ExecutionRequest> Opens(params OrderRequestOpen[] requests) =>
        requests.Select(request => (ExecutionRequest)new ExecutionRequest.Open(request)).ToValueList();

    public static ValueList<ExecutionRequest> Cancels(params OrderRequestCancel[] requests) =>
        requests.Select(request => (ExecutionRequest)new ExecutionRequest.Cancel(request)).ToValueList();
}
