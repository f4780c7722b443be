using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class SettingsTests
{
    private static readonly Asset Usd = new("usd", "USD");
    private static readonly Underlying<Asset> BtcUsd = new(new Asset("btc", "BTC"), Usd);

    public static TheoryData<string, InstrumentKind> Contracts => new()
    {
        { "perpetual", new InstrumentKind.Perpetual(1m, Usd) },
        { "future-20250328", new InstrumentKind.Future(1m, Usd, Timestamp.Parse("2025-03-28T08:00:00Z")) },
    };

    public static TheoryData<string, Order> OpenOrders => new()
    {
        { "is of another exchange", Resting with { Key = Desk.Key("a", Desk.Foreign) } },
        { "is of another exchange", Resting with { Key = Desk.Key("a", new InstrumentIndex(9)) } },
        { "is not in state open", Resting with { State = new ActiveOrderState.OpenInFlight() } },
        { "has no limit price", Resting with { Kind = OrderKind.Market } },
        { "has no limit price", Resting with { Price = null } },
        { "cannot rest", Resting with { TimeInForce = TimeInForce.FillOrKill } },
        { "has nothing left to fill", Resting with { Quantity = 0.5m } },
        { "needs 1050 of binance_spot:usdt, and 1000 is free", Resting with { Quantity = 11m } },
    };

    private static Order Resting => new(
        Desk.Key("a"), Side.Buy, 100m, 5m, OrderKind.Limit, TimeInForce.GoodUntilCancelled(),
        new ActiveOrderState.Open(new OrderId("1"), Desk.Start, 0.5m));

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Only_spot_can_be_settled(string name, InstrumentKind kind)
    {
        var catalog = InstrumentCatalog.Build(
        [
            Instrument.Spot(ExchangeId.Kraken, "XBTUSD", "btc", "usd"),
            Instrument.Define(ExchangeId.Okx, "X", BtcUsd, QuoteKind.UnderlyingQuote, kind),
        ]);
        var settings = new SimulatedExchangeSettings(0m, 0m, [], []);

        Assert.NotNull(new SimulatedExchange(catalog.Find(ExchangeId.Kraken), catalog, settings));
        var refusal = Assert.Throws<NotSupportedException>(
            () => new SimulatedExchange(catalog.Find(ExchangeId.Okx), catalog, settings));
        Assert.Contains($"okx-btc_usd-{name} is {name}", refusal.Message);
    }

    [Theory]
    [InlineData("quote", false)]
    [InlineData("quote asset", false)]
    [InlineData("base asset", true)]
    [InlineData("contract", true)]
    public void Quantities_are_counted_in_the_base_asset(string row, bool isSupported)
    {
        OrderQuantityUnit unit = row switch
        {
            "quote" => new OrderQuantityUnit.Quote(),
            "quote asset" => new OrderQuantityUnit.OfAsset(Usd),
            "base asset" => new OrderQuantityUnit.OfAsset(BtcUsd.Base),
            _ => new OrderQuantityUnit.Contract(),
        };
        var spec = new InstrumentSpec(new(0m, 1m), new(unit, 0m, 1m), new(0m));
        var catalog = InstrumentCatalog.Build(
            [Instrument.Define(ExchangeId.Okx, "X", BtcUsd, default, new InstrumentKind.Spot(), spec)]);

        var thrown = Record.Exception(
            () => new SimulatedExchange(default, catalog, new SimulatedExchangeSettings(0m, 0m, [], [])));

        Assert.Equal(isSupported, thrown is null);
        Assert.True(
            isSupported || thrown is NotSupportedException { Message: var text } && text.Contains("okx-btc_usd"));
    }

    [Theory]
    [InlineData("maker above", 100.1, 0.0, "maker fees must be from -100 to 100 per cent (0.05 is 0.05 %): 100.1")]
    [InlineData("taker below", 0.0, -101.0, "taker fees must be from -100 to 100 per cent (0.05 is 0.05 %): -101")]
    public void Fees_have_bounds(string row, double maker, double taker, string message)
    {
        Assert.NotEmpty(row);
        var wrong = Assert.Throws<ArgumentException>(() => new Desk((decimal)maker, (decimal)taker));
        Assert.Contains(message, wrong.Message);
    }

    [Fact]
    public void Balances_have_bounds_and_an_asset_of_the_exchange()
    {
        Assert.Contains(
            "balance of binance_spot:usdt must be at most",
            Assert.Throws<ArgumentException>(() => new Desk(usdt: 1_000_000_000_000_001m)).Message);
        Assert.Contains(
            "balance of binance_spot:btc must be at most",
            Assert.Throws<ArgumentException>(() => new Desk(btc: 0.0000000000001m)).Message);
        Assert.Contains("balance of AssetIndex(3): it is no asset of the exchange", Refused([Desk.Has(new(3), 1m)]));
        Assert.Contains("balance of AssetIndex(99): it is no asset of the exchange", Refused([Desk.Has(new(99), 1m)]));
        Assert.Contains(
            "balance of AssetIndex(0) is there twice", Refused([Desk.Has(Desk.Btc, 1m), Desk.Has(Desk.Btc, 1m)]));
    }

    [Theory]
    [MemberData(nameof(OpenOrders))]
    public void Open_orders_have_to_be_able_to_rest(string message, Order order)
    {
        var wrong = Assert.Throws<ArgumentException>(() => new Desk(usdt: 1_000m, openOrders: order));
        Assert.Contains(message, wrong.Message);
    }

    [Fact]
    public void Open_orders_have_names_of_their_own()
    {
        var other = Resting with { State = new ActiveOrderState.Open(new OrderId("2"), Desk.Start, 0m) };

        Assert.Contains(
            "open order a is there twice",
            Assert.Throws<ArgumentException>(() => new Desk(openOrders: [Resting, other])).Message);
        Assert.Contains(
            "open order 1 is there twice",
            Assert.Throws<ArgumentException>(
                () => new Desk(openOrders: [Resting, Resting with { Key = Desk.Key("b") }])).Message);
    }

    private static string Refused(ValueList<AssetBalance> balances)
    {
        var catalog = new Desk().Catalog;
        return Assert.Throws<ArgumentException>(() => new SimulatedExchange(
            default, catalog, new SimulatedExchangeSettings(0m, 0m, balances, []))).Message;
    }
}
