using Barter.Backtest;
using Barter.Configuration;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Scenarios.Balances;

public sealed class InitialBalanceTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2024-01-01T12:00:00Z");

    [Fact]
    [Trait("Case", "BAL-001")]
    public void A_seeded_balance_is_what_the_session_ends_with()
    {
        var seed = new InitialBalance(ExchangeId.BinanceSpot, "usdt", 4321.5m, 2100.25m);
        var market = new InMemoryMarketData(
            [MarketEvent.OfTrade(ExchangeId.BinanceSpot, new InstrumentIndex(0), Noon, Noon, 1, 50000m, 1m, Side.Buy)]);

        // Without a strategy nothing trades, as while trading is disabled
        var summary = Backtester.Run(
            new BacktestArgsConstant(Config(), market, initialBalances: [seed]),
            new BacktestArgsDynamic("seeded", 0.05m)).TradingSummary;

        var usdt = summary.Assets["binance_spot:usdt"].BalanceEnd!.Value;
        Assert.Equal((4321.5m, 2100.25m, 2221.25m), (usdt.Total, usdt.Free, usdt.Used));
        Assert.Equal(new Balance(0.1m, 0.1m), summary.Assets["binance_spot:btc"].BalanceEnd);
    }

    [Fact]
    [Trait("Case", "BAL-002")]
    public void A_balance_of_an_unknown_exchange_is_refused()
    {
        var refusal = Assert.Throws<FormatException>(() => InitialBalance.Parse("unknown_exchange:usdt=1"));

        Assert.Contains("'unknown_exchange' is not a recognised exchange", refusal.Message);
    }

    private static SystemConfig Config() => SystemConfig.Parse(
        """
        {"instruments":[{"exchange":"binance_spot","name_exchange":"BTCUSDT",
          "underlying":{"base":"btc","quote":"usdt"},"quote":"underlying_quote","kind":"spot"}],
         "executions":[{"mocked_exchange":"binance_spot","latency_ms":100,"fees_percent":0.05,
          "initial_state":{"exchange":"binance_spot","balances":[
            {"asset":"usdt","balance":{"total":10000,"free":10000},"time_exchange":"2024-01-01T00:00:00Z"},
            {"asset":"btc","balance":{"total":0.1,"free":0.1},"time_exchange":"2024-01-01T00:00:00Z"}],
            "instruments":[]}}]}
        """);
}
