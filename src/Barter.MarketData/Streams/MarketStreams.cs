using Barter.MarketData.Subscriptions;
using Barter.Model;

namespace Barter.MarketData.Streams;

/// <summary>Connected streams of market data, to be taken out by kind and exchange; for one thread at a time.</summary>
/// <remarks>
/// A stream belongs to whoever took it, so it can be taken once. Nothing is read before it is enumerated. Events of one
/// stream keep their order; how streams interleave when they are merged is not determined.
/// </remarks>
public sealed class MarketStreams
{
    private readonly SortedDictionary<(SubscriptionKind Kind, ExchangeId Exchange), List<IAsyncEnumerable<MarketEvent>>>
        _streams = [];

    /// <summary>Puts a stream in; it is merged with one that is there for the same kind and exchange.</summary>
    public void Add(SubscriptionKind kind, ExchangeId exchange, IAsyncEnumerable<MarketEvent> stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!_streams.TryGetValue((kind, exchange), out var streams))
        {
            _streams.Add((kind, exchange), streams = []);
        }

        streams.Add(stream);
    }

    /// <summary>Takes out the stream of one kind and exchange; none where there is none, or none any more.</summary>
    public IAsyncEnumerable<MarketEvent>? Select(SubscriptionKind kind, ExchangeId exchange) =>
        _streams.Remove((kind, exchange), out var streams) ? StreamMerger.Merge(streams) : null;

    /// <summary>Takes out the streams of one kind, merged; an empty stream where there are none.</summary>
    public IAsyncEnumerable<MarketEvent> SelectAll(SubscriptionKind kind) => Take(key => key.Kind == kind);

    /// <summary>Takes out everything, merged; an empty stream where there is nothing.</summary>
    public IAsyncEnumerable<MarketEvent> SelectAll() => Take(_ => true);

    private IAsyncEnumerable<MarketEvent> Take(Func<(SubscriptionKind Kind, ExchangeId Exchange), bool> isWanted)
    {
        var taken = new List<IAsyncEnumerable<MarketEvent>>();
        foreach (var key in _streams.Keys.Where(isWanted).ToArray())
        {
            _streams.Remove(key, out var streams);
            taken.AddRange(streams!);
        }

        return StreamMerger.Merge(taken);
    }
}
