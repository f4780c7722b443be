namespace Barter.Model;

/// <summary>The orders of one instrument.</summary>
/// <exception cref="ArgumentException">An order is of another instrument.</exception>
public sealed record InstrumentAccountSnapshot(InstrumentIndex Instrument, ValueList<Order> Orders)
{
    public InstrumentIndex Instrument { get; } = Instrument;

    public ValueList<Order> Orders { get; } = OfInstrument(Instrument, Orders);

    private static ValueList<Order> OfInstrument(InstrumentIndex instrument, ValueList<Order> orders)
    {
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

        return orders;
    }
}
