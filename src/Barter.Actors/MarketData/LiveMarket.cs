using System.Runtime.CompilerServices;
using Barter.Model;

namespace Barter.Actors.MarketData;

/// <summary>A stream of market events, read by one who must not wait. To read on costs no memory.</summary>
/// <remarks>
/// Who reads is called back on the thread on which the event came, if the stream goes on there. A reading must have
/// ended before a stream can be closed: if one has not, the callback closes it.
/// </remarks>
internal sealed class LiveMarket : IDisposable
{
    private const int Resting = 0;
    private const int Reading = 1;
    private const int Closed = 2;

    private readonly CancellationTokenSource _stopping = new();
    private readonly IAsyncEnumerator<MarketEvent> _stream;
    private readonly Action _arrived;
    private readonly Action _ended;
    private ValueTaskAwaiter<bool> _reading;
    private int _state;

    /// <param name="open">Begins the stream.</param>
    /// <param name="arrived">Called, on any thread, when a reading has ended that had to wait.</param>
    public LiveMarket(Func<CancellationToken, IAsyncEnumerable<MarketEvent>> open, Action arrived)
    {
        _stream = open(_stopping.Token).GetAsyncEnumerator(_stopping.Token);
        (_arrived, _ended) = (arrived, End);
    }

    public MarketEvent Current => _stream.Current;

    /// <returns>Whether there is a next event; null when that is not known yet and will be called back.</returns>
    public bool? MoveNext()
    {
#pragma warning disable CA2012 // The awaiter is kept in place of the reading, and asked for its result once
        _reading = _stream.MoveNextAsync().GetAwaiter();
#pragma warning restore CA2012
        if (_reading.IsCompleted)
        {
            return _reading.GetResult();
        }

        Volatile.Write(ref _state, Reading);
        _reading.UnsafeOnCompleted(_ended);
        return null;
    }

    /// <summary>What became of the reading that has ended: whether there is a next event.</summary>
    public bool HasMoved() => _reading.GetResult();

    public void Dispose()
    {
        var before = Interlocked.Exchange(ref _state, Closed);
        _stopping.Cancel();
        _stopping.Dispose();
        if (before == Resting)
        {
            _ = _stream.DisposeAsync().AsTask();
        }
    }

    private void End()
    {
        if (Interlocked.CompareExchange(ref _state, Resting, Reading) == Reading)
        {
            _arrived();
        }
        else
        {
            _ = _stream.DisposeAsync().AsTask();
        }
    }
}
