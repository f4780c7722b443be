using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class RefusedEventTests
{
    private static readonly InstrumentIndex NoInstrument = new(3);
    private static readonly AssetIndex NoAsset = new(5);
    private static readonly ExchangeIndex NoExchange = new(2);
    private static readonly AssetIndex Xbt = new(4);
    private static readonly Order Resting =
        Limit(BtcUsdt, "a").ToOrder() with { State = new ActiveOrderState.Open(new OrderId("1"), Day(3), 0m) };

    private static readonly Dictionary<string, EngineEvent> Unknown = new(StringComparer.Ordinal)
    {
        ["trade of no instrument"] = Market(ExchangeId.BinanceSpot, NoInstrument),
        ["trade of instrument -1"] = Market(ExchangeId.BinanceSpot, new InstrumentIndex(-1)),
        ["trade at another exchange"] = Market(ExchangeId.Kraken, BtcUsdt),
        ["market lost nowhere"] = MarketLost(ExchangeId.Other),
        ["nowhere reconciled"] = new EngineEvent.Reconciled(ExchangeId.Other),
        ["account lost nowhere"] = new EngineEvent.AccountReconnecting(ExchangeId.Other),
        ["balance of no asset"] = Told(new AccountEvent.BalanceSnapshot(Binance, Balance(NoAsset))),
        ["balance of another exchange"] = Told(new AccountEvent.BalanceSnapshot(Binance, Balance(Xbt))),
        ["balance of no exchange"] = Told(new AccountEvent.BalanceSnapshot(NoExchange, Balance(Usdt))),
        ["order of no instrument"] = Order(Resting.Key with { Instrument = NoInstrument }, Binance),
        ["order of instrument -1"] = Order(Resting.Key with { Instrument = new InstrumentIndex(-1) }, Binance),
        ["order at exchange -1"] = Order(Resting.Key, new ExchangeIndex(-1)),
        ["balance of asset -1"] = Told(new AccountEvent.BalanceSnapshot(Binance, Balance(new AssetIndex(-1)))),
        ["order of another exchange"] = Order(Resting.Key, Kraken),
        ["order that names another exchange"] = Order(Resting.Key with { Exchange = Kraken }, Binance),
        ["order that names no exchange"] = Order(Resting.Key with { Exchange = NoExchange }, Binance),
        ["cancel answer of no instrument"] = Told(new AccountEvent.OrderCancelled(
            Binance,
            new OrderResponseCancel(
                Resting.Key with { Instrument = NoInstrument }, new OrderError.Rejected(new ApiError.RateLimit())))),
        ["fill of no instrument"] = Fill(FillOf(Side.Buy, 1m, 1m, instrument: NoInstrument), Binance),
        ["fill of another exchange"] = Fill(FillOf(Side.Buy, 1m, 1m), Kraken),
        ["fill with fees in no asset"] =
            Fill(FillOf(Side.Buy, 1m, 1m) with { Fees = new AssetFees(NoAsset, 1m) }, Binance),
        ["fill with fees in another exchange's asset"] =
            Fill(FillOf(Side.Buy, 1m, 1m) with { Fees = new AssetFees(Xbt, 1m) }, Binance),
        ["snapshot of no exchange"] = Snapshot(NoExchange, [], []),
        ["snapshot with no asset"] = Snapshot(Binance, [Balance(Usdt), Balance(NoAsset)], []),
        ["snapshot with no instrument"] = Snapshot(Binance, [Balance(Usdt)], [new(NoInstrument, [])]),
        ["snapshot with an order of another exchange"] = Snapshot(
            Kraken, [], [new(BtcUsdt, [Resting with { Key = Resting.Key with { Exchange = Kraken } }])]),
        ["cancel at no exchange"] = Do(new Command.CancelOrders(new InstrumentFilter.Exchanges([Binance, NoExchange]))),
        ["cancel of no instrument"] = Do(new Command.CancelOrders(new InstrumentFilter.Instruments([NoInstrument]))),
        ["close of no instrument"] = Do(new Command.ClosePositions(new InstrumentFilter.Instruments([NoInstrument]))),
        ["close of no underlying"] = Do(new Command.ClosePositions(
            new InstrumentFilter.Underlyings([new Underlying<AssetIndex>(Btc, NoAsset)]))),
    };

    private static readonly Dictionary<string, EngineEvent> OutOfRange = new(StringComparer.Ordinal)
    {
        ["trade at zero"] = Trade(BtcUsdt, 0m, Day(3)),
        ["trade below zero"] = Trade(BtcUsdt, -1m, Day(3)),
        ["trade beyond counting"] = Trade(BtcUsdt, decimal.MaxValue, Day(3)),
        ["book beyond counting"] = Book(BtcUsdt, new Level(decimal.MaxValue, 1m), new Level(1m, 1m), Day(3)),
        ["amount beyond counting"] = Book(BtcUsdt, new Level(1m, 1m), new Level(2m, decimal.MaxValue), Day(3)),
        ["candle at zero"] = new EngineEvent.Market(MarketEvent.OfCandle(
            ExchangeId.BinanceSpot, BtcUsdt, Day(3), Day(3), new Candle(Day(3), 1m, 1m, 1m, 0m, 1m, 1))),
        ["order beyond counting"] = Told(new AccountEvent.OrderSnapshot(
            Binance, Resting with { Quantity = decimal.MaxValue })),
        ["filled beyond counting"] = Told(new AccountEvent.OrderSnapshot(
            Binance, Resting with { State = new ActiveOrderState.Open(new OrderId("1"), Day(3), decimal.MinValue) })),
        ["fill beyond counting"] = Fill(FillOf(Side.Buy, decimal.MaxValue, 1m), Binance),
    };

    public static TheoryData<string> UnknownNames => new(Unknown.Keys);

    public static TheoryData<string> OutOfRangeNames => new(OutOfRange.Keys);

    [Theory]
    [MemberData(nameof(UnknownNames))]
    public void An_event_that_names_what_is_not_there_is_refused(string row) =>
        Assert.NotEmpty(Assert.IsType<EngineError.UnknownIndex>(Refuse(Unknown[row])).What);

    [Theory]
    [MemberData(nameof(OutOfRangeNames))]
    public void An_event_that_counts_what_cannot_be_is_refused(string row) =>
        Assert.NotEmpty(Assert.IsType<EngineError.OutOfRange>(Refuse(OutOfRange[row])).What);

    /// <summary>What was refused changed nothing, nobody was asked, and the next event is processed.</summary>
    private static EngineError Refuse(EngineEvent cause)
    {
        var calls = 0;
        var strategy = new ScriptedStrategy
        {
            OnDecide = (_, _) => calls++,
            OnSee = () => calls++,
            OnHear = _ => calls++,
            OnLost = (_, _) => calls++,
            OnClose = (_, _) => calls++,
        };
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        engine.Process(Filled(FillOf(Side.Buy, 1m, 1m, time: Day(1))));
        engine.Process(Trade(BtcUsdt, 2m, Day(2)));
        var (before, callsBefore) = (StateText.Of(engine.State), calls);

        var step = engine.Process(cause);

        Assert.Equal((2ul, Day(2), false), (step.Sequence, step.Time, step.IsTerminal));
        Assert.Empty(step.Outputs);
        Assert.Empty(step.Requests);
        Assert.Equal((before, callsBefore), (StateText.Of(engine.State), calls));
        Assert.True(engine.Process(Trade(BtcUsdt, 3m, Day(4))).IsQuiet);
        Assert.Equal(3m, engine.State[BtcUsdt].Price);
        return Assert.Single(step.Errors);
    }

    private static EngineEvent Market(ExchangeId exchange, InstrumentIndex instrument) =>
        new EngineEvent.Market(MarketEvent.OfTrade(exchange, instrument, Day(3), Day(3), 1, 1m, 1m, Side.Buy));

    private static AssetBalance Balance(AssetIndex asset) => new(asset, new Balance(1m, 1m), Day(3));

    private static EngineEvent Order(OrderKey key, ExchangeIndex at) =>
        Told(new AccountEvent.OrderSnapshot(at, Resting with { Key = key }));

    private static EngineEvent Fill(Fill fill, ExchangeIndex at) => Told(new AccountEvent.Filled(at, fill));

    private static EngineEvent Snapshot(
        ExchangeIndex exchange, ValueList<AssetBalance> balances, ValueList<InstrumentAccountSnapshot> instruments) =>
        Told(new AccountEvent.Snapshot(new AccountSnapshot(exchange, balances, instruments)));
}
