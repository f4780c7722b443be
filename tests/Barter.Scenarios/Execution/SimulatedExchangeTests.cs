using Barter.Configuration;
using Barter.Execution.Simulation;
using Barter.Model;
using static Barter.Scenarios.Execution.Given;

namespace Barter.Scenarios.Execution;

public sealed class SimulatedExchangeTests
{
    private static readonly InstrumentCatalog Catalog =
        InstrumentCatalog.Build([Instrument.Spot(ExchangeId.Mock, "BTCUSDT", "btc", "usdt")]);

    private static readonly ExchangeIndex Mock = Catalog.Find(ExchangeId.Mock);

    private static readonly InstrumentIndex BtcUsdt = Catalog.FindInstrument(ExchangeId.Mock, "BTCUSDT");

    private readonly SimulatedExchange _exchange = new(
        Mock, Catalog, new SimulatedExchangeSettings(0m, 0m, [Funds("usdt", 1_000m), Funds("btc", 0m)], []));

    [Fact]
    [Trait("Case", "EXE-104")]
    public void A_simulated_execution_is_the_mock_exchange_at_once_and_for_nothing_unless_told_otherwise()
    {
        var config = new SimulatedExecutionConfig();

        Assert.Equal(("mock", TimeSpan.Zero), (config.Exchange.ToWire(), config.Latency));
        Assert.Equal((0m, 0m), (config.MakerFeesPercent, config.TakerFeesPercent));
        Assert.Empty(config.Balances);
        Assert.Empty(config.Orders);
    }

    [Fact]
    [Trait("Case", "EXE-106")]
    public void A_market_order_is_answered_and_every_report_is_of_the_exchange()
    {
        var account = _exchange.Snapshot(Noon);
        Assert.Equal("mock", Catalog[account.Exchange].ToWire());
        Assert.Contains(account.Balances, row => Catalog[row.Asset].Asset.NameInternal == "usdt");
        Assert.Empty(account.Instruments);

        var unpriced = Open(OrderRequestOpen.Market(Order("1"), Side.Buy, 0.1m));
        Assert.IsType<InactiveOrderState.OpenFailed>(
            Assert.IsType<AccountEvent.OrderSnapshot>(Assert.Single(unpriced)).Order.State);

        // The exchange prices market orders, so its market has to have traded
        _exchange.See(MarketEvent.OfTrade(ExchangeId.Mock, BtcUsdt, Noon, Noon, 1, 5_000m, 1m, Side.Buy), Noon, []);
        var reports = Open(OrderRequestOpen.Market(Order("2"), Side.Buy, 0.1m));

        Assert.All(reports, report => Assert.Equal(Mock, report.Exchange));
        Assert.Equal(
            [
                typeof(AccountEvent.OrderSnapshot), typeof(AccountEvent.BalanceSnapshot),
                typeof(AccountEvent.BalanceSnapshot), typeof(AccountEvent.Filled), typeof(AccountEvent.OrderSnapshot),
            ],
            reports.Select(report => report.GetType()));
        Assert.Equal(
            [new Balance(0.1m, 0.1m), new Balance(500m, 500m)],
            _exchange.Snapshot(Noon).Balances.Select(row => row.Balance));
    }

    [Fact]
    [Trait("Case", "EXE-108")]
    public void A_limit_order_at_zero_is_refused_in_an_answer()
    {
        var answer = Assert.IsType<AccountEvent.OrderSnapshot>(Assert.Single(
            Open(OrderRequestOpen.Limit(Order("1"), Side.Buy, 0m, 0.1m))));

        var error = Assert.IsType<InactiveOrderState.OpenFailed>(answer.Order.State).Error;
        Assert.Equal("order rejected: limit price must be above 0: 0", error.ToString());
    }

    [Fact]
    [Trait("Case", "EXE-109")]
    public void The_catalog_names_what_an_exchange_trades_both_ways()
    {
        var catalog = InstrumentCatalog.Build(
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
        ]);

        Assert.Equal(new ExchangeIndex(0), catalog.Find(ExchangeId.BinanceSpot));
        Assert.Equal(["btc", "eth", "usdt"], catalog.Assets.Select(row => row.Asset.NameExchange));
        Assert.Equal(["BTCUSDT", "ETHUSDT"], catalog.Instruments.Select(row => row.Definition.NameExchange));
        Assert.Equal("btc", catalog[catalog.FindAsset(ExchangeId.BinanceSpot, "btc")].Asset.NameExchange);
        Assert.Equal(
            "ETHUSDT", catalog[catalog.FindInstrument(ExchangeId.BinanceSpot, "ETHUSDT")].Definition.NameExchange);
        Assert.Throws<IndexNotFoundException>(() => catalog.FindAsset(ExchangeId.BinanceSpot, "doge"));
        Assert.Throws<IndexNotFoundException>(() => catalog.FindInstrument(ExchangeId.BinanceSpot, "DOGEUSDT"));
    }

    private static AssetBalance Funds(string asset, decimal amount) =>
        new(Catalog.FindAsset(ExchangeId.Mock, asset), new Balance(amount, amount), Noon);

    private static OrderKey Order(string id) => new(Mock, BtcUsdt, StrategyId.Unknown, new ClientOrderId(id));

    private List<AccountEvent> Open(OrderRequestOpen request)
    {
        var reports = new List<AccountEvent>();
        _exchange.Open(request, Noon, reports);
        return reports;
    }
}
