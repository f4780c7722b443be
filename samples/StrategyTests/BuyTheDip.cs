using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace StrategyTests;

/// <summary>
/// Buys one unit when the price is below a limit, once, and sells it when it is 10 % above what it paid.
/// </summary>
public sealed class BuyTheDip(decimal below) : IStrategy
{
    public StrategyId Id { get; } = new("buy-the-dip");

    public void Decide(EngineState state, OrderBatch orders)
    {
        var btc = state.Instruments[0];
        if (btc.Orders.Count > 0 || btc.Price is not { } price)
        {
            return;
        }

        if (btc.Position is null && price < below)
        {
            orders.Market(btc.Index, Side.Buy, 1m);
        }
        else if (btc.Position is { } position && price >= 1.1m * position.PriceEntryAverage)
        {
            orders.Market(btc.Index, Side.Sell, position.QuantityAbs);
        }
    }
}
