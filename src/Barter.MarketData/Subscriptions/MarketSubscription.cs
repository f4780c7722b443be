using Barter.Model;

namespace Barter.MarketData.Subscriptions;

/// <summary>A wish for market data of one kind, of one instrument at one exchange.</summary>
public sealed record MarketSubscription(ExchangeId Exchange, MarketDataInstrument Instrument, SubscriptionKind Kind)
{
    /// <summary>Whether the exchange offers it; else <see cref="SubscriptionBatch.Plan"/> refuses it.</summary>
    public bool IsSupported => ExchangeCapabilities.Supports(Exchange, Instrument.Kind, Kind);

    /// <summary>The subscription for an instrument of the catalog.</summary>
    public static MarketSubscription Of(Instrument instrument, SubscriptionKind kind) => new(
        instrument.Exchange,
        new MarketDataInstrument(
            instrument.Underlying.Base.NameInternal,
            instrument.Underlying.Quote.NameInternal,
            MarketDataInstrumentKind.Of(instrument.Kind)),
        kind);

    public override string ToString() => $"{Exchange.ToWire()} {Instrument} {Kind}";
}
