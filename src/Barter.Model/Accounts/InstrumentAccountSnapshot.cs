namespace Barter.Model;

/// <summary>The orders of one instrument.</summary>
public sealed record InstrumentAccountSnapshot
{
    /// <exception cref="ArgumentException">An order is of another instrument.</exception>
    public InstrumentAccountSnapshot(InstrumentIndex instrument, ValueList<Order> orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        foreach (var order in orders)
        {
            if (order.Key.Instrument != instrument)
            {
                throw new ArgumentException(
                    $"order instrument {order.Key.Instrument} does not match snapshot instrument {instrument}: "
                    + $"order {order.Key}",
                    nameof(orders));
            }
        }

        (Instrument, Orders) = (instrument, orders);
    }

    public InstrumentIndex Instrument { get; }

    public ValueList<Order> Orders { get; }
}
