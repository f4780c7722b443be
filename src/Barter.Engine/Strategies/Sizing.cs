using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>How much to order.</summary>
public static class Sizing
{
    /// <summary>
    /// The largest quantity that a notional pays for and the exchange accepts; zero where there is none, or where the
    /// price is not positive.
    /// </summary>
    public static decimal QuantityFor(decimal notional, decimal price, IndexedInstrument instrument)
    {
        if (price <= 0m)
        {
            return 0m;
        }

        var quantity = instrument.IsInverse
            ? notional / instrument.ContractSize
            : notional / price / instrument.ContractSize;
        var lots = Rounding.ToLot(quantity, instrument.Definition.Spec);
        return IsOrderable(lots, price, instrument) ? lots : 0m;
    }

    /// <summary>Whether an exchange would take an order of that size: what is smaller is dust, which stays.</summary>
    public static bool IsOrderable(decimal quantity, decimal price, IndexedInstrument instrument) =>
        quantity > 0m
        && (instrument.Definition.Spec is not { } spec
            || (quantity >= spec.Quantity.Min && NotionalOf(quantity, price, instrument) >= spec.Notional.Min));

    /// <summary>What a quantity is worth at a price, in quote asset.</summary>
    public static decimal NotionalOf(decimal quantity, decimal price, IndexedInstrument instrument) =>
        (instrument.IsSpot ? quantity : quantity * instrument.ContractSize) * (instrument.IsInverse ? 1m : price);
}
