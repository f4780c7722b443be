using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>How much to order.</summary>
public static class Sizing
{
    /// <summary>The largest acceptable quantity that a notional pays for; zero where the price is not positive.</summary>
    public static decimal QuantityFor(decimal notional, decimal price, IndexedInstrument instrument)
    {
        if (price <= 0m)
        {
            return 0m;
        }

        var quantity = instrument.IsInverse
            ? notional / instrument.ContractSize
            : notional / price / instrument.ContractSize;
        return Rounding.ToLot(quantity, instrument.Definition.Spec);
    }

    /// <summary>Whether an exchange would take an order of that size: what is smaller is dust, which stays as it is.</summary>
    public static bool IsOrderable(decimal quantity, decimal price, IndexedInstrument instrument) =>
        quantity > 0m
        && (instrument.Definition.Spec is not { } spec
            || (quantity >= spec.Quantity.Min && quantity * price >= spec.Notional.Min));
}
