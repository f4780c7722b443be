using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Ways to close positions.</summary>
public static class Closing
{
    /// <summary>
    /// One market order for each open position of the chosen instruments, in index order, less what market orders in
    /// flight will close already.
    /// </summary>
    public static void AtMarket(InstrumentFilter filter, EngineState state, OrderBatch orders)
    {
        foreach (var row in state.Instruments)
        {
            if (row.Position is not { } position || !filter.Matches(row.Instrument))
            {
                continue;
            }

            var side = position.Side.Opposite();
            var quantity = position.QuantityAbs - row.Orders.QuantityRemaining(side, OrderKind.Market);
            if (quantity > 0m)
            {
                orders.Market(row.Index, side, quantity);
            }
        }
    }
}
