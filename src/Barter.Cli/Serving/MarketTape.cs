using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Serving;

/// <summary>A recording, one event at a time.</summary>
internal sealed class MarketTape(IMarketDataSource source) : IDisposable
{
    private readonly IMarketDataStream _stream = source.Open();
    private ReadOnlyMemory<MarketEvent> _batch;
    private int _at;

    /// <summary>How many events were taken.</summary>
    public long Count { get; private set; }

    /// <summary>The next event; false once there is none.</summary>
    /// <exception cref="MarketDataException">What comes next is no market data.</exception>
    public bool TryPeek(out MarketEvent next)
    {
        if (_at == _batch.Length)
        {
            (_batch, _at) = (_stream.Next(), 0);
        }

        next = _batch.IsEmpty ? default : _batch.Span[_at];
        return !_batch.IsEmpty;
    }

    public void Take()
    {
        _at++;
        Count++;
    }

    public void Dispose() => _stream.Dispose();
}
