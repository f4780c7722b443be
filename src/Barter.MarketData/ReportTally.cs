using Barter.Model;

namespace Barter.MarketData;

/// <summary>Counts up a <see cref="MarketDataReport"/>.</summary>
internal sealed class ReportTally
{
    private long _items;
    private long _reconnects;
    private long _errors;
    private long _late;
    private string? _firstError;
    private TimeSpan _latestBy;
    private Timestamp _first = Timestamp.MaxValue;
    private Timestamp _last = Timestamp.MinValue;

    public bool HasError => _errors > 0;

    /// <summary>The latest exchange time so far.</summary>
    public Timestamp Last => _last;

    /// <summary>How far a time lies before the latest one so far; zero if it does not.</summary>
    public TimeSpan LateBy(Timestamp time) => _items == 0 || time >= _last
        ? TimeSpan.Zero
        : new TimeSpan((long)(((Int128)_last.UnixNanos - time.UnixNanos) / Timestamp.NanosPerTick));

    public void Count(in MarketEvent marketEvent)
    {
        if (marketEvent.IsReconnecting)
        {
            _reconnects++;
            return;
        }

        var time = marketEvent.TimeExchange;
        if (_items > 0 && time < _last)
        {
            var lateBy = LateBy(time);
            _late++;
            _latestBy = lateBy > _latestBy ? lateBy : _latestBy;
        }

        _items++;
        _last = Timestamp.Max(_last, time);
        _first = time < _first ? time : _first;
    }

    /// <summary>Counts events in their order.</summary>
    public void Count(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly var marketEvent in events)
        {
            var time = marketEvent.TimeExchange;
            if (marketEvent.IsReconnecting || time < _last || _items == 0)
            {
                Count(marketEvent);
                continue;
            }

            _items++;
            _last = time;
        }
    }

    public void CountError(string? firstError)
    {
        _errors++;
        _firstError ??= firstError;
    }

    public MarketDataReport ToReport() => new()
    {
        Items = _items,
        Reconnects = _reconnects,
        Errors = _errors,
        FirstError = _firstError,
        Late = _late,
        LatestBy = _latestBy,
        First = _items == 0 ? null : _first,
        Last = _items == 0 ? null : _last,
    };
}
