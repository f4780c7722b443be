using Barter.Model;

namespace Barter.Engine.Reconciliation;

/// <summary>Makes up the fills that lead from the position we know to the one that an exchange states.</summary>
/// <remarks>
/// They keep the worth of the account as it is at the stated average price wherever that can be: what the trades in
/// between earned is in the balances, and nobody can tell it any more.
/// </remarks>
internal static class PositionBridge
{
    /// <summary>Average prices that differ by less, as a fraction, differ by rounding only.</summary>
    private const decimal PriceTolerance = 0.0001m;

    /// <summary>Nobody traded at a price that is further away from the average than this factor.</summary>
    private const decimal PriceFactorMax = 2m;

    public static IReadOnlyList<Fill> Fills(InstrumentState row, StatedPosition? stated, Timestamp time)
    {
        var (quantity, average) = stated is { Quantity: not 0m } some ? (some.Quantity, some.PriceAverage) : (0m, 0m);
        var held = row.Position?.QuantitySigned ?? 0m;
        var heldAt = row.Position?.PriceEntryAverage ?? 0m;
        var steps = Steps(held, heldAt, quantity, average, row.Instrument.IsInverse);

        // Counted from the end: whoever was interrupted between the two goes on with the name that was due
        return [.. steps.Select((step, i) => ToFill(row, step.Quantity, step.Price, time, steps.Length - 1 - i))];
    }

    private static (decimal Quantity, decimal Price)[] Steps(
        decimal held, decimal heldAt, decimal stated, decimal average, bool isInverse)
    {
        var isSamePrice = Math.Abs(heldAt - average) <= average * PriceTolerance;
        if (held == stated && (stated == 0m || isSamePrice))
        {
            return [];
        }

        if (stated == 0m)
        {
            return [(-held, heldAt)];
        }

        if (held == 0m || Math.Sign(held) != Math.Sign(stated) || isSamePrice)
        {
            return [(stated - held, average)];
        }

        return AddedAt(Math.Abs(held), heldAt, Math.Abs(stated), average, isInverse) is { } price
            ? [(stated - held, price)]
            : [(-held, average), (stated, average)];
    }

    /// <summary>The price at which what is missing must have been added; none where it was not just added to.</summary>
    private static decimal? AddedAt(decimal held, decimal heldAt, decimal stated, decimal average, bool isInverse)
    {
        var added = stated - held;
        if (added <= 0m)
        {
            return null;
        }

        var worth = isInverse ? (stated / average) - (held / heldAt) : (stated * average) - (held * heldAt);
        if (worth <= 0m)
        {
            return null;
        }

        var price = isInverse ? added / worth : worth / added;
        return price >= average / PriceFactorMax && price <= average * PriceFactorMax ? price : null;
    }

    private static Fill ToFill(InstrumentState row, decimal quantity, decimal price, Timestamp time, int part)
    {
        var id = TradeId.Bridge(row.Instrument.Exchange, row.Index, time, part);
        return new Fill(
            id, new OrderId(id.Value), row.Index, new StrategyId("reconciler"), time,
            quantity > 0m ? Side.Buy : Side.Sell, price, Math.Abs(quantity), default);
    }
}
