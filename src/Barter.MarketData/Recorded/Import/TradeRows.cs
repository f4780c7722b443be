using System.Globalization;
using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads a trade, or a liquidation, from every row.</summary>
/// <remarks>
/// Where nothing says who took, a trade above the one before was bought, one below was sold, and one at the same price
/// was what the one before was. Where nothing says which trade it is, the number of the row does.
/// </remarks>
internal sealed class TradeRows(RowContext context, bool areLiquidations) : RowReader(context)
{
    private readonly IndexedInstrument _instrument = context.Instrument;
    private readonly int _idColumn = context.Columns[Field.Id];
    private readonly int _sideColumn = context.Columns[Field.Side];
    private readonly bool _hasMaker = context.Columns.Has(Field.BuyerIsMaker);
    private (decimal Price, Side Side) _before;
    private MarketEvent _last;
    private long _inferred;

    public override string? Note => _inferred == 0
        ? null
        : string.Create(null, $"the sides of {_inferred} trades were inferred from the price before them");

    protected override ReadOutcome Map(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!TryTimes(out var exchanged, out var received) || !TryNumber(Field.Price, out var price)
            || !TryNumber(Field.Amount, out var amount))
        {
            return ReadOutcome.Bad;
        }

        // What an exchange leaves of a trade that it took back
        if (price == 0m && amount == 0m)
        {
            return ReadOutcome.Void;
        }

        if (!IsPositive(Field.Price, price) || !IsPositive(Field.Amount, amount) || !TrySide(price, out var side))
        {
            return ReadOutcome.Bad;
        }

        var (exchange, index) = (_instrument.ExchangeId, _instrument.Index);
        _before = (price, side);
        if (areLiquidations)
        {
            marketEvent = MarketEvent.OfLiquidation(
                exchange, index, exchanged, received, new Liquidation(side, price, amount, exchanged));
            return ReadOutcome.Event;
        }

        if (TryPlainId(out var id))
        {
            marketEvent = MarketEvent.OfTrade(exchange, index, exchanged, received, id, price, amount, side);
            return Compare(marketEvent);
        }

        if (!TryText(Field.Id, out var text))
        {
            return ReadOutcome.Bad;
        }

        marketEvent = MarketEvent.OfTrade(
            exchange, index, exchanged, received, new PublicTrade(text, price, amount, side));
        return Compare(marketEvent);
    }

    private ReadOutcome Compare(in MarketEvent trade)
    {
        var isSame = trade.TradeNumber == _last.TradeNumber
            && string.Equals(trade.TradeIdText, _last.TradeIdText, StringComparison.Ordinal)
            && _last.Kind == MarketEventKind.Trade;
        if (isSame)
        {
            return trade == _last
                ? ReadOutcome.Repeated
                : Bad($"trade {trade.Trade.Id} is there twice, and not the same: {trade.Trade} and {_last.Trade}");
        }

        _last = trade;
        return ReadOutcome.Event;
    }

    private bool TryPlainId(out long id)
    {
        var text = _idColumn < 0 ? default : Row[_idColumn];
        if (text.IsEmpty)
        {
            id = Rows;
            return true;
        }

        id = 0;
        return text.Length < 19 && (text[0] != '0' || text.Length == 1)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    private bool TrySide(decimal price, out Side side)
    {
        side = Side.Buy;
        if (_hasMaker)
        {
            if (!TryFlag(Field.BuyerIsMaker, out var isMaker))
            {
                return false;
            }

            side = isMaker ? Side.Sell : Side.Buy;
            return true;
        }

        var text = _sideColumn < 0 ? default : Row[_sideColumn];
        if (Ascii.EqualsIgnoreCase(text, "buy"u8) || Ascii.EqualsIgnoreCase(text, "b"u8))
        {
            return true;
        }

        if (Ascii.EqualsIgnoreCase(text, "sell"u8) || Ascii.EqualsIgnoreCase(text, "s"u8))
        {
            side = Side.Sell;
            return true;
        }

        if (!text.IsEmpty && !Ascii.EqualsIgnoreCase(text, "unknown"u8))
        {
            return Fails($"'{Columns.TitleOf(Field.Side)}' must be buy, sell or unknown: {ValueReader.Quote(text)}");
        }

        _inferred++;
        side = price == _before.Price ? _before.Side : price < _before.Price ? Side.Sell : Side.Buy;
        return true;
    }
}
