using Barter.Actors.Settings;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.MarketData;

/// <summary>How far market data was told; it outlives the actor that tells it.</summary>
/// <param name="plan">What is recorded.</param>
/// <param name="position">How many events of the recording were told before.</param>
internal sealed class FeedState(SessionPlan plan, long position) : IDisposable
{
    private readonly IMarketDataSource? _source = (plan.Options.Market as MarketFeed.Recorded)?.Source;
    private IMarketDataStream? _recording;
    private ReadOnlyMemory<MarketEvent> _batch;
    private int _next;
    private long _toSkip = position;

    /// <summary>What was read and is not told yet.</summary>
    public Conflation Waiting { get; } = new(position);

    /// <summary>Whether the recording has no more events.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Shows the next event without taking it.</summary>
    /// <exception cref="MarketDataException">The recording cannot be read on.</exception>
    public bool TryPeek(out MarketEvent next)
    {
        while (!IsOver && _next == _batch.Length)
        {
            _recording ??= _source?.Open();
            _batch = _recording?.Next() ?? default;
            _next = (int)Math.Min(_batch.Length, _toSkip);
            _toSkip -= _next;
            IsOver = _batch.IsEmpty;
        }

        next = IsOver ? default : _batch.Span[_next];
        return !IsOver;
    }

    public void Take() => _next++;

    public void Dispose() => _recording?.Dispose();
}
