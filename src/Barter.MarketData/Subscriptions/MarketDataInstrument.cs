namespace Barter.MarketData.Subscriptions;

/// <summary>What is traded against what, in which kind of contract; all that a subscription needs to know.</summary>
public sealed record MarketDataInstrument
{
    /// <param name="baseAsset">Such as <c>btc</c>; case does not matter.</param>
    /// <param name="quoteAsset">Such as <c>usdt</c>; case does not matter.</param>
    /// <param name="kind">Spot where none is given.</param>
    /// <exception cref="ArgumentException">An asset is blank.</exception>
    public MarketDataInstrument(string baseAsset, string quoteAsset, MarketDataInstrumentKind? kind = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(baseAsset);
        ArgumentException.ThrowIfNullOrWhiteSpace(quoteAsset);
        (Base, Quote) = (baseAsset.ToLowerInvariant(), quoteAsset.ToLowerInvariant());
        Kind = kind ?? new MarketDataInstrumentKind.Spot();
    }

    public string Base { get; }

    public string Quote { get; }

    public MarketDataInstrumentKind Kind { get; }

    /// <summary>Such as <c>btc_usdt_spot</c> or <c>btc_usd_future_2026-12-25-UTC</c>.</summary>
    public override string ToString() => $"{Base}_{Quote}_{Kind}";
}
