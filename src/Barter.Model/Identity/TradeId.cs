namespace Barter.Model;

/// <summary>The name that the exchange gives a fill.</summary>
public readonly record struct TradeId
{
    private const string BridgePrefix = "bridge:";

    /// <exception cref="ArgumentException">The text is blank, or has half of a surrogate pair.</exception>
    public TradeId(string value) => Value = Name.Checked(value, "trade id");

    public string Value { get; }

    /// <summary>Whether it names a fill that we made up to arrive at a position that an exchange states.</summary>
    public bool IsBridge => Value is not null && Value.StartsWith(BridgePrefix, StringComparison.Ordinal);

    /// <summary>Names such a fill by what it was made up from; the same evidence gives the same name.</summary>
    /// <param name="exchange">Who stated the position.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="stated">When.</param>
    /// <param name="part">How many more of them follow there and then.</param>
    public static TradeId Bridge(
        ExchangeIndex exchange, InstrumentIndex instrument, Timestamp stated, int part) => new(string.Create(
            null, $"{BridgePrefix}{exchange.Value}:{instrument.Value}:{stated.UnixNanos}:{part}"));

    public override string ToString() => Value ?? "";
}
