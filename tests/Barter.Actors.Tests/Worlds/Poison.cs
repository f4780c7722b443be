using Barter.Model;

namespace Barter.Actors.Tests.Worlds;

/// <summary>Facts that the core accepts one by one, and whose sum no decimal can hold.</summary>
internal static class Poison
{
    public static IEnumerable<EngineEvent> Fills => Enumerable.Range(1, 1_000).Select(Fill);

    private static EngineEvent Fill(int id) => new EngineEvent.Account(new AccountEvent.Filled(
        new ExchangeIndex(0),
        new Fill(
            new TradeId($"poison-{id}"), new OrderId("poison"), new InstrumentIndex(0), new StrategyId("poison"),
            Timestamp.From(Markets.Start), Side.Buy, 10_000_000_000_000m, 10_000_000_000_000m,
            new AssetFees(null, 0m))));
}
