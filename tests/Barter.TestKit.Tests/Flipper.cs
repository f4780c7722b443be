using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.TestKit.Tests;

/// <summary>Buys and sells in turn, one order at a time; resting ones are cancelled after some steps.</summary>
internal sealed class Flipper(bool isResting) : IStrategy
{
    private int _steps;

    public StrategyId Id { get; } = new("flipper");

    public void Decide(EngineState state, OrderBatch orders)
    {
        var row = state.Instruments[0];
        if (row.Price is not { } price)
        {
            return;
        }

        if (row.Orders.Count > 0)
        {
            if (++_steps % 7 == 0)
            {
                orders.Cancel(row.Orders[0]);
            }

            return;
        }

        var side = row.Position is { Side: Side.Buy } ? Side.Sell : Side.Buy;
        if (isResting)
        {
            orders.Limit(row.Index, side, side == Side.Buy ? price - 0.5m : price + 0.5m, 0.5m);
        }
        else
        {
            orders.Market(row.Index, side, 0.5m);
        }
    }
}
