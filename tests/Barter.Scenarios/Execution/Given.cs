using Barter.Model;

namespace Barter.Scenarios.Execution;

/// <summary>The values that the cases of this area share.</summary>
internal static class Given
{
    /// <summary>T12.</summary>
    public static readonly Timestamp Noon = Timestamp.Parse("2024-01-01T12:00:00Z");

    public static readonly ActiveOrderState.Open Resting = new(new OrderId("order-123"), Noon, 0.05m);

    public static OrderKey Key(string strategy = "strategy-alpha", string id = "cid-123") =>
        new(new ExchangeIndex(1), new InstrumentIndex(42), new StrategyId(strategy), new ClientOrderId(id));

    public static OrderRequestOpen Request(OrderKey? key = null) =>
        OrderRequestOpen.Limit(key ?? Key(), Side.Buy, 50_000m, 0.1m, TimeInForce.GoodUntilCancelled());

    public static Order Filled(OrderKey? key = null) =>
        Request(key).ToOrder() with { State = new InactiveOrderState.FullyFilled() };

    public static Fill Trade(string id = "trade-123") => new(
        new TradeId(id), new OrderId("order-456"), new InstrumentIndex(42), new StrategyId("strategy-alpha"), Noon,
        Side.Buy, 50_000m, 0.1m, AssetFees.Quote(0.005m));

    public static AssetBalance Balance(int asset, decimal total, decimal free, Timestamp? time = null) =>
        new(new AssetIndex(asset), new Balance(total, free), time ?? Noon);

    public static InstrumentAccountSnapshot NoOrders(int instrument) => new(new InstrumentIndex(instrument), []);

    public static AccountSnapshot Account(
        ValueList<AssetBalance>? balances = null, ValueList<InstrumentAccountSnapshot>? instruments = null) =>
        new(new ExchangeIndex(1), balances ?? [], instruments ?? []);
}
