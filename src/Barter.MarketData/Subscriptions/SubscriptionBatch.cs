using Barter.Model;

namespace Barter.MarketData.Subscriptions;

/// <summary>What goes over one connection: subscriptions to one kind of market data of one exchange.</summary>
public sealed record SubscriptionBatch(
    ExchangeId Exchange, SubscriptionKind Kind, ValueList<MarketDataInstrument> Instruments)
{
    /// <summary>
    /// Splits each group of subscriptions by exchange and kind, so that instruments which are to share no connection
    /// are given in different groups. Sorted; what was asked for twice is subscribed to once, where it came first.
    /// </summary>
    /// <exception cref="ArgumentException">There is no subscription, or an exchange does not offer one.</exception>
    public static ValueList<SubscriptionBatch> Plan(IReadOnlyList<IReadOnlyList<MarketSubscription>> groups)
    {
        if (groups.All(group => group.Count == 0))
        {
            throw new ArgumentException("there is no subscription", nameof(groups));
        }

        if (groups.SelectMany(group => group).FirstOrDefault(wish => !wish.IsSupported) is { } refused)
        {
            throw new ArgumentException(
                $"{refused.Exchange} does not support: ({refused.Instrument.Kind}, {refused.Kind})", nameof(groups));
        }

        var seen = new HashSet<MarketSubscription>();
        return groups.SelectMany(group => Split(group.Where(seen.Add))).ToValueList();
    }

    private static IEnumerable<SubscriptionBatch> Split(IEnumerable<MarketSubscription> group) => group
        .GroupBy(wish => (wish.Exchange, wish.Kind))
        .OrderBy(wishes => wishes.Key)
        .Select(wishes => new SubscriptionBatch(
            wishes.Key.Exchange,
            wishes.Key.Kind,
            wishes
                .Select(wish => wish.Instrument)
                .OrderBy(instrument => instrument.ToString(), StringComparer.Ordinal)
                .ToValueList()));
}
