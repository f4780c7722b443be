using Barter.Model;

namespace Barter.MarketData;

/// <summary>One reading of a <see cref="IMarketDataSource"/>, for one thread at a time.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "a stream of events")]
public interface IMarketDataStream : IDisposable
{
    /// <summary>What was met so far; complete once <see cref="Next"/> returned an empty batch.</summary>
    MarketDataReport Report { get; }

    /// <summary>How far the reading is, 0 to 1; null if that is not known.</summary>
    double? Progress { get; }

    /// <summary>The next events in the source's order; empty at the end.</summary>
    /// <remarks>The batch is valid until the following call.</remarks>
    /// <exception cref="MarketDataException">What comes next is no market data; all before is delivered.</exception>
    ReadOnlyMemory<MarketEvent> Next();
}
