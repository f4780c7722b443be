using Barter.Configuration;
using Barter.MarketData;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>The made-up events that all rows run over: trades and tops of the book of one instrument.</summary>
internal static class LoopDay
{
    public static readonly SystemConfig Config = SystemConfig.Parse(
        """
        {
          "risk_free_return": 0.05,
          "instruments": [
            {
              "exchange": "binance_spot", "name_exchange": "BTCUSDT",
              "underlying": { "base": "btc", "quote": "usdt" }, "quote": "underlying_quote", "kind": "spot",
              "spec": {
                "price": { "min": 0.01, "tick_size": 0.01 },
                "quantity": { "unit": { "Asset": "btc" }, "min": 0.0001, "increment": 0.0001 },
                "notional": { "min": 5 }
              }
            }
          ],
          "executions": [
            {
              "mocked_exchange": "binance_spot", "latency_ms": 100, "fees_percent": 0.05,
              "initial_state": {
                "exchange": "binance_spot",
                "balances": [
                  { "asset": "usdt", "balance": { "total": 1000000000, "free": 1000000000 },
                    "time_exchange": "2025-06-02T00:00:00Z" },
                  { "asset": "btc", "balance": { "total": 10000, "free": 10000 },
                    "time_exchange": "2025-06-02T00:00:00Z" }
                ],
                "instruments": []
              }
            }
          ]
        }
        """,
        "loop");

    public static readonly InstrumentCatalog Catalog = Config.BuildCatalog();

    /// <summary>So many events, ten a second.</summary>
    public static InMemoryMarketData Of(int count)
    {
        var generator = new MarketGenerator(Catalog, new MarketGeneratorOptions
        {
            Seed = 20250602,
            Start = Timestamp.Parse("2025-06-02T00:00:00Z"),
            Duration = TimeSpan.FromSeconds(count),
            Instruments = [new GeneratedInstrument(new InstrumentIndex(0), 60_000m)],
        });
        return new InMemoryMarketData(generator.Generate().Take(count), "loop");
    }
}
