namespace Barter.Model;

/// <summary>A row of the <see cref="InstrumentCatalog"/>: an instrument with its names turned into indexes.</summary>
public sealed record IndexedInstrument(
    InstrumentIndex Index,
    ExchangeIndex Exchange,
    Underlying<AssetIndex> Underlying,
    AssetIndex? Settlement,
    Instrument Definition)
{
    public string Name => Definition.NameInternal;

    public ExchangeId ExchangeId => Definition.Exchange;

    /// <summary>Units of the underlying in one contract; 1 for spot.</summary>
    public decimal ContractSize { get; } = Definition.Kind.ContractSize;

    /// <summary>Whether profit is counted in the base asset.</summary>
    public bool IsInverse { get; } = Definition.Quote is QuoteKind.UnderlyingBase;

    public bool IsSpot { get; } = Definition.Kind is InstrumentKind.Spot;

    /// <summary>The asset in which profit and fees are counted: the quote, or the base where it is inverse.</summary>
    public AssetIndex ProfitAsset => Settlement ?? (IsInverse ? Underlying.Base : Underlying.Quote);

    /// <summary>
    /// What a quantity is worth at a price, in the profit asset: quantity times price times contract size, and for an
    /// inverse contract divided by the price (0 at a price of 0). The sign is the quantity's.
    /// </summary>
    public decimal NotionalOf(decimal quantity, decimal price) => (IsInverse, price) switch
    {
        (false, _) => quantity * price * ContractSize,
        (true, 0m) => 0m,
        (true, _) => quantity * ContractSize / price,
    };

    public override string ToString() => Name;
}
