using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads a whole book from every row: price and amount of an ask and a bid, level by level.</summary>
internal sealed class SnapshotRows : RowReader
{
    private const int FirstColumn = 4;
    private const int ColumnsPerLevel = 4;

    private readonly IndexedInstrument _instrument;
    private readonly List<Level> _asks = [];
    private readonly List<Level> _bids = [];

    private SnapshotRows(RowContext context)
        : base(context) => _instrument = context.Instrument;

    /// <exception cref="MarketDataException">The columns are not those of levels.</exception>
    public static SnapshotRows Create(RowContext context, IReadOnlyList<string> titles)
    {
        var wrong = context.Rows.Count <= FirstColumn || (context.Rows.Count - FirstColumn) % ColumnsPerLevel != 0;
        for (var column = FirstColumn; column < titles.Count && !wrong; column++)
        {
            var (level, place) = Math.DivRem(column - FirstColumn, ColumnsPerLevel);
            var expected = string.Create(
                null, $"{(place < 2 ? "asks" : "bids")}[{level}].{(place % 2 == 0 ? "price" : "amount")}");
            wrong = !string.Equals(titles[column], expected, StringComparison.OrdinalIgnoreCase);
        }

        return wrong
            ? throw context.Source.Bad(
                "the columns of a book snapshot must be asks[0].price, asks[0].amount, bids[0].price, bids[0].amount, "
                + "asks[1].price and so on, and are not")
            : new SnapshotRows(context);
    }

    protected override ReadOutcome Map(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!TryTimes(out var exchanged, out var received)
            || !TrySide(FirstColumn, "ask", 1, _asks) || !TrySide(FirstColumn + 2, "bid", -1, _bids))
        {
            return ReadOutcome.Bad;
        }

        marketEvent = MarketEvent.OfBookSnapshot(
            _instrument.ExchangeId, _instrument.Index, exchanged, received,
            new OrderBookLevels((ulong)Rows, null, _bids.ToValueList(), _asks.ToValueList()));
        return ReadOutcome.Event;
    }

    private bool TrySide(int column, string side, int worse, List<Level> levels)
    {
        levels.Clear();
        var ended = false;
        for (var at = column; at < Row.Count; at += ColumnsPerLevel)
        {
            var priceText = Row[at];
            var amountText = Row[at + 1];
            if (priceText.IsEmpty && amountText.IsEmpty)
            {
                ended = true;
                continue;
            }

            if (!DecimalBytes.TryParse(priceText, out var price) || !DecimalBytes.TryParse(amountText, out var amount)
                || price <= 0m || amount < 0m)
            {
                return Fails($"{side} {levels.Count} is no price and amount: {ValueReader.Quote(priceText)} and "
                    + ValueReader.Quote(amountText));
            }

            if (ended || (levels is [.., var before] && price.CompareTo(before.Price) != worse))
            {
                return Fails($"{side} {levels.Count} at {DecimalText.Format(price)} is not worse than the one before");
            }

            levels.Add(new Level(price, amount));
        }

        return true;
    }
}
