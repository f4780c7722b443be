using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>Orders, events and strategies of the scenarios.</summary>
internal static class Given
{
    public static OrderKey Key(string strategy, string id, int instrument = 0) =>
        new(new ExchangeIndex(0), new InstrumentIndex(instrument), new StrategyId(strategy), new ClientOrderId(id));

    public static OrderRequestOpen Bid(string id, decimal price = 10m) =>
        OrderRequestOpen.Limit(Key("scenario", id), Side.Buy, price, 1m);

    public static EngineEvent Price(int instrument, decimal price) => EngineEvents.MarketTrade(
        ExchangeId.BinanceSpot, new InstrumentIndex(instrument),
        new PublicTrade("1", price, 1m, Side.Buy), Moment);

    public static Timestamp Moment { get; } = Timestamp.Parse("2025-06-02T00:00:01Z");

    public static EngineEvent Bought(int instrument, decimal quantity) => EngineEvents.AccountTrade(
        new ExchangeIndex(0), new Fill(
            new TradeId($"b{instrument}"), new OrderId("o"), new InstrumentIndex(instrument),
            new StrategyId("scenario"), Moment, Side.Buy, 10m, quantity, AssetFees.Quote(0m)));

    /// <summary>Events of which no single one is wrong, but whose sum no decimal holds.</summary>
    public static IEnumerable<EngineEvent> MoreThanTheCoreBears() => Enumerable.Range(0, 2_000).Select(at =>
        EngineEvents.AccountTrade(new ExchangeIndex(0), new Fill(
            new TradeId($"t{at}"), new OrderId("o"), new InstrumentIndex(0), new StrategyId("scenario"), Moment,
            Side.Buy, 10_000_000_000_000m, 10_000_000_000_000m, AssetFees.Quote(0m))));

    public static async Task<List<AuditTick>> AllAsync(AuditSubscription audit)
    {
        List<AuditTick> ticks = [];
        await foreach (var tick in audit.Ticks.ReadAllAsync())
        {
            ticks.Add(tick);
        }

        return ticks;
    }

    /// <summary>Throws wherever it is asked.</summary>
    internal sealed class Thrower : IStrategy
    {
        public StrategyId Id { get; } = new("thrower");

        public void Decide(EngineState state, OrderBatch orders) => throw new InvalidOperationException("no idea");
    }
}
