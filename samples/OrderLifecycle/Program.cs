// Follows an order from its key to its end: as values, as the engine's state, and through a simulated exchange.

using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Execution.Simulation;
using Barter.Model;

Console.WriteLine("=== Order lifecycle ===");
var catalog = InstrumentCatalog.Build([Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt")]);
var (binance, btcUsdt) = (catalog.Find(ExchangeId.BinanceSpot), new InstrumentIndex(0));
var usdt = catalog.FindAsset(ExchangeId.BinanceSpot, "usdt");
var start = Timestamp.Parse("2025-06-02T09:00:00Z");

var key = new OrderKey(binance, btcUsdt, new StrategyId("by-hand"), new ClientOrderId("first"));
Console.WriteLine($"Order key created: {key}");

var open = OrderRequestOpen.Limit(key, Side.Buy, 50_000m, 0.1m, TimeInForce.GoodUntilCancelled(postOnly: true));
Console.WriteLine($"Open request created: {open}");

var resting = open.ToOrder(new ActiveOrderState.Open(new OrderId("42"), start, FilledQuantity: 0m));
Console.WriteLine($"Order snapshot created: {resting.State}");

var reported = EngineEvents.AccountOrder(binance, resting);
Console.WriteLine($"Order event created: {ModelJson.EngineEvents.ToJson(reported)}");

var cancel = resting.ToCancelRequest()!;
Console.WriteLine($"Cancel request created for order {cancel.Id}");

var cancelled = EngineEvents.AccountOrderCancelled(binance, cancel, cancel.Id!.Value, start + TimeSpan.FromSeconds(1));
Console.WriteLine($"Cancel event created: {ModelJson.EngineEvents.ToJson(cancelled)}");

// The engine learns of the order by its request and by what the exchange reports, one event at a time
var engine = new TradingEngine(new EngineSettings
{
    Catalog = catalog,
    Executions = catalog.Exchanges,
    Strategy = new NoOrders(),
    Start = start,
});
Tell("sent", EngineEvents.SendOpenRequests(open));

// The simulated exchange answers with the same events that a real one would be translated to
var exchange = new SimulatedExchange(binance, catalog, new SimulatedExchangeSettings(
    MakerFeesPercent: 0.02m,
    TakerFeesPercent: 0.05m,
    [new AssetBalance(usdt, new Balance(10_000m, 10_000m), start)],
    OpenOrders: []));
var reports = new List<AccountEvent>();
exchange.Open(open, start, reports);
TellReports("opened through the simulated exchange");

var wish = engine.State[btcUsdt].Orders[0].ToCancelRequest()!;
Tell("cancel sent", EngineEvents.SendCancelRequests(wish));
exchange.Cancel(wish, start + TimeSpan.FromSeconds(2), reports);
TellReports("cancelled through the simulated exchange");
Console.WriteLine("Order lifecycle complete");

void TellReports(string what)
{
    foreach (var report in reports)
    {
        Tell($"{what}, {report.GetType().Name}", new EngineEvent.Account(report));
    }

    reports.Clear();
}

void Tell(string what, EngineEvent told)
{
    engine.Process(told);
    var orders = engine.State[btcUsdt].Orders;
    Console.WriteLine($"Order {what}: {(orders.Count == 0 ? "no order is active" : orders[0].State)}");
}
