using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads changes of a book, one level a row; rows that were received at one time are one event.</summary>
/// <remarks>
/// Rows of a snapshot that follow each other are one book. Where one comes after changes, the link was lost before it,
/// and a reconnect mark says so.
/// </remarks>
internal sealed class BookUpdateRows(RowContext context) : RowReader(context)
{
    private readonly IndexedInstrument _instrument = context.Instrument;
    private readonly List<Level> _asks = [];
    private readonly List<Level> _bids = [];
    private (Timestamp Exchanged, Timestamp Received, bool IsSnapshot) _group;
    private bool _hasGroup;
    private bool _hasUpdates;
    private bool _owesMark;
    private ulong _sequence;

    protected override ReadOutcome Map(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!TryTimes(out var exchanged, out var received) || !TryFlag(Field.IsSnapshot, out var isSnapshot)
            || !TryAsk(out var isAsk)
            || !TryPositive(Field.Price, out var price) || !TryNotNegative(Field.Amount, out var amount))
        {
            return ReadOutcome.Bad;
        }

        var goesOn = _hasGroup && isSnapshot == _group.IsSnapshot && (isSnapshot || received == _group.Received);
        var isComplete = !goesOn && TryReadLast(out marketEvent);
        _owesMark = !goesOn && isSnapshot && _hasUpdates;
        _hasUpdates = !isSnapshot;
        _hasGroup = true;
        _group = (exchanged, received, isSnapshot);
        if (!isSnapshot || amount > 0m)
        {
            (isAsk ? _asks : _bids).Add(new Level(price, amount));
        }

        return isComplete ? ReadOutcome.Event : ReadOutcome.Nothing;
    }

    protected override bool TryReadPending(out MarketEvent marketEvent)
    {
        marketEvent = MarketEvent.Reconnecting(_instrument.ExchangeId);
        var owed = _owesMark;
        _owesMark = false;
        return owed;
    }

    protected override bool TryReadLast(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!_hasGroup)
        {
            return false;
        }

        if (_group.IsSnapshot)
        {
            _asks.Sort((left, right) => left.Price.CompareTo(right.Price));
            _bids.Sort((left, right) => right.Price.CompareTo(left.Price));
        }

        var levels = new OrderBookLevels(++_sequence, null, _bids.ToValueList(), _asks.ToValueList());
        marketEvent = _group.IsSnapshot
            ? MarketEvent.OfBookSnapshot(
                _instrument.ExchangeId, _instrument.Index, _group.Exchanged, _group.Received, levels)
            : MarketEvent.OfBookUpdate(
                _instrument.ExchangeId, _instrument.Index, _group.Exchanged, _group.Received, levels);
        _hasGroup = false;
        _asks.Clear();
        _bids.Clear();
        return true;
    }

    private bool TryAsk(out bool isAsk)
    {
        var text = Row[Columns[Field.Side]];
        isAsk = Ascii.EqualsIgnoreCase(text, "ask"u8);
        return isAsk || Ascii.EqualsIgnoreCase(text, "bid"u8)
            || Fails($"'{Columns.TitleOf(Field.Side)}' must be bid or ask: {ValueReader.Quote(text)}");
    }
}
