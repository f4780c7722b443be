using Barter.Backtest;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Serving;

/// <summary>What is served.</summary>
/// <param name="Catalog">The instruments.</param>
/// <param name="Link">The exchange as configured.</param>
/// <param name="Market">What it sees.</param>
/// <param name="Speed">How many seconds of the market pass in one; none for as fast as it is read.</param>
/// <param name="Waits">Whether the market begins with the first who wants to see it.</param>
/// <param name="Faults">Draws what goes wrong; none where nothing does.</param>
internal sealed record ExchangePlan(
    InstrumentCatalog Catalog,
    SimulatedLink Link,
    IMarketDataSource Market,
    double? Speed,
    bool Waits,
    ServingFaults? Faults)
{
    public ExchangeId Exchange => Catalog[Link.Exchange];
}
