using Barter.Model;

namespace Barter.Scenarios.Integration;

public sealed class TradeTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2024-01-01T12:00:00Z");

    [Fact]
    [Trait("Case", "TRB-001")]
    public void A_trade_id_is_its_text()
    {
        TradeId[] ids = [new("trade-123"), new("trade-123"), new("trade-456")];

        Assert.Equal(("trade-123", "trade-123"), (ids[0].Value, ids[0].ToString()));
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.Equal(2, ids.ToHashSet().Count);
    }

    [Fact]
    [Trait("Case", "TRB-003")]
    public void A_fill_holds_all_nine_values_and_is_worth_price_times_quantity()
    {
        var fill = Make();

        Assert.Equal((new TradeId("trade-123"), new OrderId("order-456")), (fill.Id, fill.OrderId));
        Assert.Equal((new InstrumentIndex(42), new StrategyId("strategy-alpha")), (fill.Instrument, fill.Strategy));
        Assert.Equal((Noon, Side.Buy), (fill.TimeExchange, fill.Side));
        Assert.Equal((50000m, 0.1m, AssetFees.Quote(0.005m)), (fill.Price, fill.Quantity, fill.Fees));
        Assert.Equal(5000m, fill.ValueQuote);
        Assert.Equal(Make(), fill);
        Assert.Equal(Make().GetHashCode(), fill.GetHashCode());
    }

    private static Fill Make() => new(
        new TradeId("trade-123"), new OrderId("order-456"), new InstrumentIndex(42), new StrategyId("strategy-alpha"),
        Noon, Side.Buy, 50000m, 0.1m, AssetFees.Quote(0.005m));
}
