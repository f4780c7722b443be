using Barter.Model;

namespace Barter.Engine.Positions;

/// <summary>The arithmetic of positions. Quantities are absolute; fees are positive where paid.</summary>
/// <remarks>
/// A linear contract earns <c>quantity * size * (exit - entry)</c> of its quote asset, an inverse one
/// <c>quantity * size * (1 / entry - 1 / exit)</c> of its base asset; the sign turns for a short position.
/// </remarks>
public static class PositionMath
{
    /// <summary>Average entry price after adding to a position; 0 where nothing was held or is added.</summary>
    /// <remarks>Weighted by quantity; for inverse contracts by what each fill was worth in base (harmonic).</remarks>
    public static decimal AverageEntryPrice(
        decimal average, decimal quantity, decimal price, decimal added, bool isInverse = false)
    {
        if (quantity + added == 0m)
        {
            return 0m;
        }

        if (!isInverse || average == 0m || price == 0m)
        {
            return ((average * quantity) + (price * added)) / (quantity + added);
        }

        return (quantity + added) / ((quantity / average) + (added / price));
    }

    /// <summary>What closing a quantity at a price earns, before fees.</summary>
    public static decimal Gross(
        Side side, decimal entry, decimal exit, decimal quantity, decimal contractSize = 1m, bool isInverse = false)
    {
        var asLong = !isInverse
            ? (quantity * exit) - (quantity * entry)
            : entry == 0m || exit == 0m ? 0m : (quantity / entry) - (quantity / exit);
        return (side == Side.Buy ? asLong : -asLong) * contractSize;
    }

    /// <summary>What closing a quantity at a price earns, after the fee of closing it.</summary>
    public static decimal Realised(
        Side side, decimal entry, decimal exit, decimal quantity, decimal fee,
        decimal contractSize = 1m, bool isInverse = false) =>
        Gross(side, entry, exit, quantity, contractSize, isInverse) - fee;

    /// <summary>What a position would earn if it were closed at a price, with its exit fee estimated.</summary>
    public static decimal Unrealised(
        Side side, decimal entry, decimal price, decimal quantity, decimal quantityMax, decimal feesEnter,
        decimal contractSize = 1m, bool isInverse = false) =>
        Gross(side, entry, price, quantity, contractSize, isInverse) - ExitFees(quantity, quantityMax, feesEnter);

    /// <summary>Exit fees as a share of the entry fees; 0 for a position that never held anything.</summary>
    public static decimal ExitFees(decimal quantity, decimal quantityMax, decimal feesEnter) =>
        quantityMax == 0m ? 0m : quantity / quantityMax * feesEnter;

    /// <summary>Profit as a fraction of the largest entry notional; none where that is zero.</summary>
    public static decimal? Return(
        decimal realised, decimal average, decimal quantityMax, decimal contractSize = 1m, bool isInverse = false)
    {
        if (average == 0m)
        {
            return null;
        }

        var notional = (isInverse ? quantityMax / average : average * quantityMax) * contractSize;
        return notional == 0m ? null : realised / notional;
    }
}
