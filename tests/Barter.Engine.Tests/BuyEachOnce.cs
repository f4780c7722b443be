using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine.Tests;

/// <summary>Buys one of each instrument that has a price, no position and no order.</summary>
internal sealed class BuyEachOnce : IStrategy
{
    public StrategyId Id { get; } = new("TestBuyAndHoldStrategy");

    public void Decide(EngineState state, OrderBatch orders)
    {
        foreach (var row in state.Instruments)
        {
            if (row.Position is null && row.Orders.Count == 0 && row.Price is not null)
            {
                orders.Open(Request(row.Index, Side.Buy, ""));
            }
        }
    }

    public void ClosePositions(InstrumentFilter filter, EngineState state, OrderBatch orders)
    {
        foreach (var row in state.Instruments)
        {
            if (row.Position is { } position && filter.Matches(row.Instrument))
            {
                orders.Open(Request(row.Index, position.Side.Opposite(), "-close"));
            }
        }
    }

    /// <summary>A name is taken once and for all, so the closing order has one of its own.</summary>
    public OrderRequestOpen Request(InstrumentIndex instrument, Side side, string suffix) => OrderRequestOpen.Market(
        new OrderKey(World.Binance, instrument, Id, new ClientOrderId($"{instrument}{suffix}")), side, 1m);
}
