using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.TestKit.Tests;

/// <summary>Wants one btc. A careful one waits for its order; a hasty one asks until it sees the position.</summary>
internal sealed class BuyOnce(bool isHasty = false, decimal? limit = null, bool cancelsWhenOpen = false) : IStrategy
{
    private bool _hasAsked;

    public StrategyId Id { get; } = new("buy-once");

    public void Decide(EngineState state, OrderBatch orders)
    {
        var row = state.Instruments[0];
        if (cancelsWhenOpen && row.Orders.Count > 0 && row.Orders[0].State is ActiveOrderState.Open)
        {
            orders.Cancel(row.Orders[0]);
        }

        if (row.Price is null || row.Position is not null || (!isHasty && _hasAsked))
        {
            return;
        }

        _hasAsked = true;
        if (limit is { } price)
        {
            orders.Limit(row.Index, Side.Buy, price, 1m);
        }
        else
        {
            orders.Market(row.Index, Side.Buy, 1m);
        }
    }
}
