using Barter.Model;

namespace Barter.MarketData;

/// <summary>Counts up a <see cref="MarketDataReport"/>.</summary>
internal sealed class ReportTally
{
    private const int FirstBadRows = 3;

    private readonly List<string> _firstBadRows = [];
    private long _badRows;
    private long _items;
    private long _reconnects;
    private long _errors;
    private long _late;
    private long _voidRows;
    private long _repeatedRows;
    private string? _firstError;
    private TimeSpan _latestBy;
    private Timestamp _first = Timestamp.MaxValue;
    private Timestamp _last = Timestamp.MinValue;

    public bool HasError => _errors > 0;

    public long BadRows => _badRows;

    /// <summary>The first few bad rows, as one message tells them.</summary>
    public string FirstBad => string.Join("; ", _firstBadRows);

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

    public void CountVoid() => _voidRows++;

    public void CountRepeated() => _repeatedRows++;

    public void CountBad(long line, string what)
    {
        _badRows++;
        if (_firstBadRows.Count < FirstBadRows)
        {
            _firstBadRows.Add(string.Create(null, $"line {line}: {what}"));
        }
    }

    public MarketDataReport ToReport(long rows = 0, string? note = null) => new()
    {
        Rows = rows,
        BadRows = _badRows,
        FirstBadRows = _firstBadRows.ToValueList(),
        VoidRows = _voidRows,
        RepeatedRows = _repeatedRows,
        Note = note,
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
