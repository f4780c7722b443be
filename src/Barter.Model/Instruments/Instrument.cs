namespace Barter.Model;

/// <summary>An instrument as its exchange defines it, with names in place of indexes.</summary>
/// <param name="Exchange">Where it is traded.</param>
/// <param name="NameInternal">Our name: <c>{exchange}-{base}_{quote}</c>, with a suffix unless spot; unique.</param>
/// <param name="NameExchange">The exchange's symbol, such as <c>BTCUSDT</c>.</param>
/// <param name="Underlying">Base and quote asset.</param>
/// <param name="Quote">In which asset profit is counted.</param>
/// <param name="Kind">Spot, perpetual, future or option.</param>
/// <param name="Spec">What the exchange accepts; none means that it is not known, and nothing is checked.</param>
public sealed record Instrument(
    ExchangeId Exchange,
    string NameInternal,
    string NameExchange,
    Underlying<Asset> Underlying,
    QuoteKind Quote,
    InstrumentKind Kind,
    InstrumentSpec? Spec = null)
{
    /// <summary>Our name, which is lower case whatever it is made from.</summary>
    public string NameInternal { get; init => field = value.ToLowerInvariant(); } = NameInternal.ToLowerInvariant();

    public static Instrument Define(
        ExchangeId exchange,
        string nameExchange,
        Underlying<Asset> underlying,
        QuoteKind quote,
        InstrumentKind kind,
        InstrumentSpec? spec = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameExchange);
        var name = $"{exchange.ToWire()}-{underlying.Base}_{underlying.Quote}{kind.NameSuffix}";
        return new Instrument(exchange, name, nameExchange, underlying, quote, kind, spec);
    }

    public static Instrument Spot(
        ExchangeId exchange, string nameExchange, string baseAsset, string quoteAsset, InstrumentSpec? spec = null) =>
        Define(
            exchange,
            nameExchange,
            new Underlying<Asset>(Asset.FromExchangeName(baseAsset), Asset.FromExchangeName(quoteAsset)),
            QuoteKind.UnderlyingQuote,
            new InstrumentKind.Spot(),
            spec);

    public override string ToString() => NameInternal;
}
