using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>An instrument as files name it.</summary>
/// <param name="Exchange">Where it is traded.</param>
/// <param name="Name">Our name of it, as in a configuration; or the exchange's symbol.</param>
public sealed record StoredInstrument(ExchangeId Exchange, string Name)
{
    /// <summary>All of a catalog, in the order of their indexes.</summary>
    public static ValueList<StoredInstrument> AllOf(InstrumentCatalog catalog) =>
        catalog.Instruments.Select(row => new StoredInstrument(row.ExchangeId, row.Name)).ToValueList();

    public override string ToString() => $"{Name} of {Exchange.ToWire()}";
}
