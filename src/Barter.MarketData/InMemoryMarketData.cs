using Barter.Model;

namespace Barter.MarketData;

/// <summary>Market data in one array, which any number of runs read at the same time.</summary>
public sealed class InMemoryMarketData : IMarketDataSource
{
    private const int BatchLength = 1_024;

    private readonly ReadOnlyMemory<MarketEvent> _events;
    private readonly MarketDataReport _report;

    /// <summary>Copies the events; their order is kept and not checked.</summary>
    public InMemoryMarketData(IEnumerable<MarketEvent> events, string name = "memory")
        : this(events.ToArray(), name, null)
    {
    }

    private InMemoryMarketData(ReadOnlyMemory<MarketEvent> events, string name, MarketDataReport? report)
    {
        (_events, Name) = (events, name);
        _report = report ?? ReportOf(events.Span);
    }

    public string Name { get; }

    /// <summary>Number of events, reconnect marks included.</summary>
    public int Count => _events.Length;

    /// <summary>All events.</summary>
    public ReadOnlyMemory<MarketEvent> Events => _events;

    /// <summary>What was met when the events were read; of events that were given, what they are.</summary>
    public MarketDataReport Report => _report;

    /// <summary>Reads a source to its end, about 150 bytes an event.</summary>
    /// <exception cref="MarketDataException">The source cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static InMemoryMarketData Load(IMarketDataSource source, CancellationToken cancellationToken = default)
    {
        if (source is InMemoryMarketData loaded)
        {
            return loaded;
        }

        using var stream = source.Open();
        var events = new List<MarketEvent>();
        while (stream.Next() is { IsEmpty: false } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            events.AddRange(batch.Span);
        }

        return new InMemoryMarketData(events.ToArray(), source.Name, stream.Report);
    }

    /// <summary>What happened from one instant until before another; nothing is copied.</summary>
    /// <remarks>What came late stands where it came; a reconnect mark belongs to what follows it.</remarks>
    public InMemoryMarketData Between(Timestamp start, Timestamp end)
    {
        var (first, last) = (FirstAtOrAfter(start), FirstAtOrAfter(end));
        return new InMemoryMarketData(_events[first..Math.Max(first, last)], Name, null);
    }

    public IMarketDataStream Open() => new Reading(this);

    private int FirstAtOrAfter(Timestamp time)
    {
        var events = _events.Span;
        var at = 0;
        for (var i = 0; i < events.Length; i++)
        {
            if (!events[i].IsReconnecting)
            {
                if (events[i].TimeExchange >= time)
                {
                    return at;
                }

                at = i + 1;
            }
        }

        return events.Length;
    }

    private static MarketDataReport ReportOf(ReadOnlySpan<MarketEvent> events)
    {
        var tally = new ReportTally();
        foreach (ref readonly var marketEvent in events)
        {
            tally.Count(marketEvent);
        }

        return tally.ToReport();
    }

    private sealed class Reading(InMemoryMarketData source) : IMarketDataStream
    {
        private int _position;
        private bool _ended;

        // Only who asks half way pays for a count
        public MarketDataReport Report => _ended ? source._report : ReportOf(source._events.Span[.._position]);

        public double? Progress => source._events.Length == 0 ? 1 : (double)_position / source._events.Length;

        public ReadOnlyMemory<MarketEvent> Next()
        {
            var batch = source._events.Slice(
                _position, Math.Min(BatchLength, source._events.Length - _position));
            _position += batch.Length;
            _ended = batch.IsEmpty;
            return batch;
        }

        public void Dispose()
        {
        }
    }
}
