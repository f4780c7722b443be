using Barter.Actors.Settings;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.MarketData;

/// <summary>How far a recording was told; it outlives the actor that tells it.</summary>
internal sealed class FeedState : IDisposable
{
    private readonly IMarketDataStream? _recording;
    private ReadOnlyMemory<MarketEvent> _batch;
    private int _next;

    public FeedState(SessionPlan plan) => _recording = (plan.Options.Market as MarketFeed.Recorded)?.Source.Open();

    /// <summary>Whether the recording has no more events.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Shows the next event without taking it.</summary>
    public bool TryPeek(out MarketEvent next)
    {
        if (!IsOver && _next == _batch.Length)
        {
            (_batch, _next) = (_recording?.Next() ?? default, 0);
            IsOver = _batch.IsEmpty;
        }

        next = IsOver ? default : _batch.Span[_next];
        return !IsOver;
    }

    public void Take() => _next++;

    public void Dispose() => _recording?.Dispose();
}
