using Barter.Actors;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Paper;

/// <summary>Market data that is read by others, with how far they have come and whether it is broken.</summary>
/// <param name="source">What is read.</param>
/// <param name="speed">How fast it goes by; none for as fast as it can be processed.</param>
internal sealed class WatchedMarketData(IMarketDataSource source, double? speed)
    : IMarketDataSource, IPaperMarket
{
    /// <summary>More than a reader is ahead of what was processed.</summary>
    private const int BatchesMax = 64;

    private readonly Lock _gate = new();
    private readonly Queue<Batch> _batches = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IMarketDataStream? _latest;
    private long _events;
    private double? _share;

    public string Name => source.Name;

    public MarketFeed Feed => speed is { } factor ? MarketFeed.Paced(this, factor) : MarketFeed.Replayed(this);

    public bool IsPaced => speed is not null;

    /// <summary>Fails with what is wrong with the data, once that is met.</summary>
    public Task Broken => _broken.Task;

    /// <summary>What the last reading met; only while nobody reads.</summary>
    public MarketDataReport Report => _latest?.Report ?? MarketDataReport.Empty;

    /// <summary>How much was read.</summary>
    public double? Share
    {
        get
        {
            lock (_gate)
            {
                return _share;
            }
        }
    }

    public IMarketDataStream Open()
    {
        var stream = source.Open();
        lock (_gate)
        {
            (_latest, _events, _share) = (stream, 0, null);
            _batches.Clear();
        }

        return new Reading(this, stream);
    }

    /// <summary>How many events, and which share of all, happened until a time.</summary>
    public (long Events, double? Share) ProgressAt(Timestamp time)
    {
        lock (_gate)
        {
            var (events, share) = (0L, (double?)0.0);
            foreach (var batch in _batches)
            {
                var count = batch.CountUntil(time);
                events = batch.Before + count;
                share = batch.ShareBefore + ((batch.ShareAfter - batch.ShareBefore) * count / batch.Times.Length);
                if (count < batch.Times.Length)
                {
                    break;
                }
            }

            return (events, share);
        }
    }

    private void Note(ReadOnlySpan<MarketEvent> events, double? share)
    {
        if (events.IsEmpty)
        {
            return;
        }

        lock (_gate)
        {
            var times = new Timestamp[events.Length];
            var latest = _batches.Count == 0 ? Timestamp.MinValue : _batches.Last().Times[^1];
            for (var at = 0; at < times.Length; at++)
            {
                times[at] = latest = events[at].IsReconnecting
                    ? latest
                    : Timestamp.Max(latest, events[at].TimeExchange);
            }

            _batches.Enqueue(new Batch(times, _events, share is null ? null : _share ?? 0, share));
            (_events, _share) = (_events + times.Length, share);
            if (_batches.Count > BatchesMax)
            {
                _batches.Dequeue();
            }
        }
    }

    private sealed record Batch(Timestamp[] Times, long Before, double? ShareBefore, double? ShareAfter)
    {
        public int CountUntil(Timestamp time)
        {
            var (low, high) = (0, Times.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Times[middle] <= time ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }

    private sealed class Reading(WatchedMarketData owner, IMarketDataStream stream) : IMarketDataStream
    {
        public MarketDataReport Report => stream.Report;

        public double? Progress => stream.Progress;

        public ReadOnlyMemory<MarketEvent> Next()
        {
            try
            {
                var batch = stream.Next();
                owner.Note(batch.Span, stream.Progress);
                return batch;
            }
            catch (MarketDataException broken)
            {
                owner._broken.TrySetException(broken);
                throw;
            }
        }

        public void Dispose() => stream.Dispose();
    }
}
