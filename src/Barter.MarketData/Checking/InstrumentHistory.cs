using Barter.Model;

namespace Barter.MarketData.Checking;

/// <summary>What a check remembers of one instrument.</summary>
internal sealed class InstrumentHistory(int tradeIdWindow)
{
    private readonly RecentTexts _tradeIds = new(tradeIdWindow);
    private readonly SortedDictionary<MarketEventKind, long> _counts = [];
    private MarketEvent _before;
    private Timestamp _first = Timestamp.MaxValue;
    private Timestamp _last = Timestamp.MinValue;

    private bool IsEmpty => _counts.Count == 0;

    /// <summary>The time since the latest event so far; none if there is none, or a later one.</summary>
    public TimeSpan? SilenceBefore(in MarketEvent marketEvent) => IsEmpty || marketEvent.TimeExchange <= _last
        ? null
        : new TimeSpan((long)(((Int128)marketEvent.TimeExchange.UnixNanos - _last.UnixNanos) / Timestamp.NanosPerTick));

    /// <summary>What the event repeats, if it does; trades without an id never do.</summary>
    public FindingKind? Repeats(in MarketEvent marketEvent)
    {
        if (marketEvent.Kind != MarketEventKind.Trade)
        {
            return !IsEmpty && marketEvent == _before ? FindingKind.RepeatedEvent : null;
        }

        var id = marketEvent.Trade.Id;
        return id.Length > 0 && !_tradeIds.Add(id) ? FindingKind.DuplicateTrade : null;
    }

    public void Add(in MarketEvent marketEvent)
    {
        _before = marketEvent;
        _counts[marketEvent.Kind] = _counts.GetValueOrDefault(marketEvent.Kind) + 1;
        _last = Timestamp.Max(_last, marketEvent.TimeExchange);
        _first = marketEvent.TimeExchange < _first ? marketEvent.TimeExchange : _first;
    }

    public InstrumentCounts ToCounts(InstrumentIndex instrument) =>
        new(instrument, _first, _last, _counts.Select(row => (row.Key, row.Value)).ToValueList());
}
