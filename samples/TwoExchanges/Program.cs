// Adds an instrument of a second exchange to a configuration, makes a market up for both, and trades on both.
// Usage: TwoExchanges [configuration], from the root of the repository.

using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.MarketData.Generation;
using Barter.Model;

Console.WriteLine("=== Two exchanges ===");
var single = await SystemConfig.LoadAsync(args.ElementAtOrDefault(0) ?? "data/config/spot.json");
Console.WriteLine($"Base configuration loaded: {single}");

// Configurations do not change: adding makes a new one, and what does not fit together is refused here
var coinbase = Instrument.Spot(ExchangeId.Coinbase, "BTC-USD", "btc", "usd");
var both = new SystemConfig([.. single.Instruments, coinbase], single.Executions, single.Risk, single.RiskFreeReturn)
    .WithExecution(new SimulatedExecutionConfig(
        ExchangeId.Coinbase,
        latency: TimeSpan.FromMilliseconds(40),
        makerFeesPercent: 0.1m,
        takerFeesPercent: 0.2m,
        balances: [new StartingBalance("usd", new Balance(5_000m, 5_000m))]));
Console.WriteLine($"Coinbase BTC instrument added: {coinbase.NameInternal}");

// Everything is reached by its index in the sorted catalog, whatever the order in the configuration was
var catalog = both.BuildCatalog();
foreach (var instrument in catalog.Instruments)
{
    Console.WriteLine($"  {instrument.Index} {instrument.Name} at {catalog[instrument.Exchange]}");
}

Console.WriteLine($"Setup complete: {catalog.Exchanges.Count} exchanges, {catalog.Instruments.Count} instruments");

// The same seed makes the same market on every machine; here every price begins at 100
var market = new MarketGenerator(catalog, new MarketGeneratorOptions { Seed = 42, EventsPerSecond = 1m });
var constant = new BacktestArgsConstant(both, new InMemoryMarketData(market.Generate(), "seed 42"));
var result = Backtester.Run(
    constant, new BacktestArgsDynamic("two-exchanges", 0.05m, () => new BuyAndHold(notional: 100m)));
foreach (var (asset, sheet) in result.TradingSummary.Assets)
{
    Console.WriteLine($"  {asset} ends with {sheet.BalanceEnd}");
}

Console.WriteLine($"Run complete: {result.Counts.OrdersSent} orders sent, {result.Counts.Fills} fills");
