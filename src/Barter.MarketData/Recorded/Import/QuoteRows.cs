using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads the top of a book from every row.</summary>
/// <remarks>A side whose price is empty or zero is empty; amounts that a file does not tell are zero.</remarks>
internal sealed class QuoteRows(RowContext context) : RowReader(context)
{
    private readonly IndexedInstrument _instrument = context.Instrument;
    private readonly long _nanos = (context.BarLength?.Ticks ?? 0) * Timestamp.NanosPerTick;
    private readonly bool _hasAmounts = context.Columns.Has(Field.BidAmount) && context.Columns.Has(Field.AskAmount);

    public override string? Note => _hasAmounts ? null : "the file tells no amounts of the quotes, so they are zero";

    protected override ReadOutcome Map(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!TryTimes(out var exchanged, out var received)
            || !TryLevel(Field.Bid, Field.BidAmount, out var bid)
            || !TryLevel(Field.Ask, Field.AskAmount, out var ask))
        {
            return ReadOutcome.Bad;
        }

        if (_nanos > 0)
        {
            (exchanged, received) = (exchanged.AddNanos(_nanos), received.AddNanos(_nanos));
        }

        marketEvent = MarketEvent.OfL1(
            _instrument.ExchangeId, _instrument.Index, exchanged, received, new OrderBookL1(exchanged, bid, ask));
        return ReadOutcome.Event;
    }

    private bool TryLevel(Field price, Field amount, out Level? level)
    {
        level = null;
        if (Row[Columns[price]].IsEmpty)
        {
            return !Columns.Has(amount) || Row[Columns[amount]].IsEmpty
                || (TryNotNegative(amount, out var nothing) && (nothing == 0m || Fails(
                    $"'{Columns.TitleOf(amount)}' is {DecimalText.Format(nothing)} without a price")));
        }

        var size = 0m;
        if (!TryNotNegative(price, out var at) || (Columns.Has(amount) && !TryNotNegative(amount, out size)))
        {
            return false;
        }

        if (at == 0m)
        {
            return size == 0m || Fails($"'{Columns.TitleOf(price)}' is zero, and its amount is not");
        }

        level = new Level(at, size);
        return true;
    }
}
