using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Scenarios.EngineModel;

/// <summary>An engine that trades six instruments at one exchange, and what can be told to it.</summary>
internal sealed class Desk
{
    public static readonly Timestamp Start = Timestamp.Parse("2023-01-01T00:00:00Z");

    private int _fills;

    public Desk(IStrategy? strategy = null, TradingState trading = TradingState.Disabled, IRiskPolicy? risk = null) =>
        Engine = new TradingEngine(new EngineSettings
        {
            Catalog = Catalog,
            Executions = [ExchangeId.BinanceSpot],
            Strategy = strategy ?? new NoOrders(),
            Risk = risk ?? new ApproveAll(),
            Trading = trading,
            Start = Start,
        });

    public static InstrumentCatalog Catalog { get; } = InstrumentCatalog.Build(
        Enumerable.Range(0, 6).Select(i => Instrument.Spot(ExchangeId.BinanceSpot, $"A{i}USDT", $"a{i}", "usdt")));

    public static InstrumentIndex One { get; } = new(1);

    public TradingEngine Engine { get; }

    public EngineState State => Engine.State;

    public InstrumentState this[int instrument] => State[new InstrumentIndex(instrument)];

    public static OrderKey Key(string id, string strategy = "strat-1", int instrument = 1) => new(
        new ExchangeIndex(0), new InstrumentIndex(instrument), new StrategyId(strategy), new ClientOrderId(id));

    public EngineStep Tell(AccountEvent told) => Engine.Process(new EngineEvent.Account(told));

    public EngineStep Tell(Order order) => Tell(new AccountEvent.OrderSnapshot(order.Key.Exchange, order));

    public EngineStep Do(Command command) => Engine.Process(new EngineEvent.Commanded(command));

    public EngineStep Trading(TradingState trading) => Engine.Process(new EngineEvent.TradingStateUpdate(trading));

    public EngineStep Trade(decimal price, Timestamp time) => Engine.Process(
        MarketEvent.OfTrade(ExchangeId.BinanceSpot, One, time, time, 1, price, 1m, Side.Buy));

    /// <summary>Opens a position of instrument 1.</summary>
    public void Hold(Side side, decimal price, decimal quantity) => Tell(new AccountEvent.Filled(
        new ExchangeIndex(0),
        new Fill(
            new TradeId($"{++_fills}"), new OrderId("1"), One, new StrategyId("test-strategy"), Start, side, price,
            quantity, AssetFees.Quote(0m))));
}
