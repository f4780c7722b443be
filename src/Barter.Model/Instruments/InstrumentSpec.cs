namespace Barter.Model;

/// <summary>What an exchange accepts as price, quantity and notional of an order.</summary>
public sealed record InstrumentSpec(
    InstrumentSpec.PriceRule Price, InstrumentSpec.QuantityRule Quantity, InstrumentSpec.NotionalRule Notional)
{
    /// <summary>Prices are at least <see cref="Min"/> and whole multiples of <see cref="TickSize"/>.</summary>
    public sealed record PriceRule
    {
        public PriceRule(decimal min, decimal tickSize)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(min);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickSize);
            (Min, TickSize) = (min, tickSize);
        }

        public decimal Min { get; }

        public decimal TickSize { get; }
    }

    /// <summary>Quantities are at least <see cref="Min"/> and whole multiples of <see cref="Increment"/>.</summary>
    public sealed record QuantityRule
    {
        public QuantityRule(OrderQuantityUnit unit, decimal min, decimal increment)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(min);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(increment);
            (Unit, Min, Increment) = (unit, min, increment);
        }

        public OrderQuantityUnit Unit { get; }

        public decimal Min { get; }

        public decimal Increment { get; }
    }

    /// <summary>Price times quantity is at least <see cref="Min"/>.</summary>
    public sealed record NotionalRule
    {
        public NotionalRule(decimal min)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(min);
            Min = min;
        }

        public decimal Min { get; }
    }
}
