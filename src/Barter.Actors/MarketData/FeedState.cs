using Barter.Actors.Settings;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.MarketData;

/// <summary>How far market data was told; it outlives the actor that tells it.</summary>
internal sealed class FeedState(SessionPlan plan) : IDisposable
{
    private readonly IMarketDataSource? _source = (plan.Options.Market as MarketFeed.Recorded)?.Source;
    private IMarketDataStream? _recording;
    private ReadOnlyMemory<MarketEvent> _batch;
    private int _next;

    /// <summary>What was read and is not told yet.</summary>
    public Conflation Waiting { get; } = new();

    /// <summary>Whether the recording has no more events.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Shows the next event without taking it.</summary>
    /// <exception cref="MarketDataException">The recording cannot be read on.</exception>
    public bool TryPeek(out MarketEvent next)
    {
        if (!IsOver && _next == _batch.Length)
        {
            _recording ??= _source?.Open();
            (_batch, _next) = (_recording?.Next() ?? default, 0);
            IsOver = _batch.IsEmpty;
        }

        next = IsOver ? default : _batch.Span[_next];
        return !IsOver;
    }

    public void Take() => _next++;

    public void Dispose() => _recording?.Dispose();
}
