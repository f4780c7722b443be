using Barter.Configuration;
using Barter.Model;

namespace Barter.Scenarios.Backtests;

public sealed class ConfigurationTests
{
    [Fact]
    [Trait("Case", "IBT-003")]
    public void A_catalog_numbers_what_its_instruments_name()
    {
        var none = InstrumentCatalog.Build([]);
        var two = InstrumentCatalog.Build([Spot("BTCUSDT", "btc"), Spot("ETHUSDT", "eth")]);

        Assert.Equal((0, 0, 0), (none.Exchanges.Count, none.Assets.Count, none.Instruments.Count));
        Assert.Equal((1, 3, 2), (two.Exchanges.Count, two.Assets.Count, two.Instruments.Count));
        Assert.True(two.TryFindInstrument("binance_spot-btc_usdt", out var index));
        Assert.Equal("BTCUSDT", two[index].Definition.NameExchange);
    }

    [Fact]
    [Trait("Case", "IBT-004")]
    public void A_simulated_execution_is_an_execution()
    {
        var latency = TimeSpan.FromMilliseconds(40);
        var config = new SystemConfig([Spot("BTCUSDT", "btc")], [])
            .WithExecution(new SimulatedExecutionConfig(ExchangeId.BinanceSpot, latency, 0m, 0m));

        var simulated = Assert.IsType<SimulatedExecutionConfig>(Assert.Single(config.Executions));

        Assert.Equal((ExchangeId.BinanceSpot, latency), (simulated.Exchange, simulated.Latency));
    }

    [Fact]
    [Trait("Case", "XA-016")]
    public void Limits_out_of_range_are_refused()
    {
        var config = new SystemConfig([Spot("BTCUSDT", "btc")], []);

        var tooMuch = Assert.Throws<ArgumentOutOfRangeException>(() => new RiskLimits(maxExposureFraction: 1.5m));
        var tooFar = Assert.Throws<ArgumentOutOfRangeException>(
            () => config.WithInstrumentRiskLimits(1, new RiskLimits(maxExposureFraction: 1m)));

        Assert.Contains("(0, 1], received 1.5", tooMuch.Message, StringComparison.Ordinal);
        Assert.Contains("index 1 is out of bounds for 1 instrument(s)", tooFar.Message, StringComparison.Ordinal);
    }

    private static Instrument Spot(string symbol, string asset) =>
        Instrument.Spot(ExchangeId.BinanceSpot, symbol, asset, "usdt");
}
