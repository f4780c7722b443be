namespace Barter.Model;

/// <summary>All that an exchange knows of our account there.</summary>
/// <exception cref="ArgumentException">An order is of another exchange.</exception>
public sealed record AccountSnapshot(
    ExchangeIndex Exchange, ValueList<AssetBalance> Balances, ValueList<InstrumentAccountSnapshot> Instruments)
{
    public ExchangeIndex Exchange { get; } = Exchange;

    public ValueList<InstrumentAccountSnapshot> Instruments { get; } = OfExchange(Exchange, Instruments);

    /// <summary>Every asset that has a balance, once, in the order of the balances.</summary>
    public ValueList<AssetIndex> AssetIndexes() => Balances.Select(row => row.Asset).Distinct().ToValueList();

    /// <summary>Every instrument that is listed, once, in the order of the list.</summary>
    public ValueList<InstrumentIndex> InstrumentIndexes() =>
        Instruments.Select(row => row.Instrument).Distinct().ToValueList();

    /// <summary>The latest time in it, or none where it is empty.</summary>
    public Timestamp? TimeMostRecent()
    {
        Timestamp? latest = null;
        foreach (var balance in Balances)
        {
            latest = Later(latest, balance.TimeExchange);
        }

        foreach (var instrument in Instruments)
        {
            foreach (var order in instrument.Orders)
            {
                latest = Later(latest, order.State.TimeExchange);
            }
        }

        return latest;
    }

    private static ValueList<InstrumentAccountSnapshot> OfExchange(
        ExchangeIndex exchange, ValueList<InstrumentAccountSnapshot> instruments)
    {
        foreach (var order in instruments.SelectMany(row => row.Orders))
        {
            if (order.Key.Exchange != exchange)
            {
                throw new ArgumentException(
                    $"order exchange {order.Key.Exchange} does not match snapshot exchange {exchange}: "
                    + $"order {order.Key}",
                    nameof(instruments));
            }
        }

        return instruments;
    }

    private static Timestamp? Later(Timestamp? left, Timestamp? right) =>
        left is null ? right : right is null ? left : Timestamp.Max(left.Value, right.Value);
}
