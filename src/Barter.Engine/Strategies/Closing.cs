using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Ways to close positions.</summary>
public static class Closing
{
    /// <summary>The market order that closes a position: the opposite side, all of its size, at once.</summary>
    /// <param name="key">Names the closing order.</param>
    /// <param name="side">The side of the position: buy where it is long.</param>
    /// <param name="quantityAbs">The size of the position; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public static OrderRequestOpen MarketOrder(OrderKey key, Side side, decimal quantityAbs) => quantityAbs > 0m
        ? OrderRequestOpen.Market(key, side.Opposite(), quantityAbs)
        : throw new ArgumentOutOfRangeException(nameof(quantityAbs), quantityAbs, "position quantity must be positive");

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
