namespace Barter.Model;

/// <summary>All that an exchange knows of our account there.</summary>
public sealed record AccountSnapshot(
    ExchangeIndex Exchange, ValueList<AssetBalance> Balances, ValueList<InstrumentAccountSnapshot> Instruments)
{
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

    private static Timestamp? Later(Timestamp? left, Timestamp? right) =>
        left is null ? right : right is null ? left : Timestamp.Max(left.Value, right.Value);
}
