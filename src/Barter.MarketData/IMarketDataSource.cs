namespace Barter.MarketData;

/// <summary>Market data that can be read from its beginning as often as one likes.</summary>
public interface IMarketDataSource
{
    /// <summary>What messages call it: a path, or a word such as <c>memory</c>.</summary>
    string Name { get; }

    /// <summary>Begins a reading of its own; may be called many times, also concurrently.</summary>
    /// <exception cref="MarketDataException">There is nothing to read there.</exception>
    IMarketDataStream Open();
}
