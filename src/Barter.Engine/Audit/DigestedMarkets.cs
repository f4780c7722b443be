using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>
/// What markets tell, put into a digest: in few bytes, where it is close to what was told before.
/// </summary>
internal sealed class DigestedMarkets
{
    // What the second byte tells
    private const int IsLongWait = 0x01;
    private const int IsLongPrice = 0x02;
    private const int IsLongAmount = 0x04;
    private const int IsOtherNumber = 0x08;
    private const int IsFirstSide = 0x10;
    private const int IsSecondSide = 0x20;
    private const int IsText = 0x40;
    private const int IsExact = 0x80;

    private InstrumentIndex _instrument = new(-1);
    private ExchangeId _exchange;
    private long _time;
    private long _number;
    private long _price;
    private long _bid;
    private long _ask;

    /// <param name="blocks">The digest.</param>
    /// <param name="market">The event.</param>
    /// <param name="step">The step.</param>
    /// <param name="isInOrder">Whether the step is the next one, and has the time of the event.</param>
    public void Put(DigestBlocks blocks, in MarketEvent market, in EngineStep step, bool isInOrder)
    {
        var pen = new DigestPen(blocks.Room());
        var isSame = market.Instrument == _instrument && market.Exchange == _exchange;
        var isHeardLater = market.TimeReceived != market.TimeExchange;
        pen.Put((byte)((int)market.Kind
            | (step.IsQuiet ? 0 : AuditDigest.IsLoud)
            | (isInOrder ? 0 : AuditDigest.IsOutOfOrder)
            | (isHeardLater ? AuditDigest.IsHeardLater : 0)
            | (isSame ? AuditDigest.IsSameMarket : 0)));
        if (!isInOrder)
        {
            pen.Put(unchecked((long)step.Sequence));
            pen.Put(step.Time.UnixNanos);
        }

        if (!isSame)
        {
            (_exchange, _instrument) = (market.Exchange, market.Instrument);
            pen.Put((byte)_exchange);
            pen.Put(_instrument.Value);
        }

        if (isHeardLater)
        {
            pen.Put(market.TimeReceived.UnixNanos);
        }

        var wait = unchecked(market.TimeExchange.UnixNanos - _time);
        _time = market.TimeExchange.UnixNanos;
        if (market.Kind == MarketEventKind.Trade)
        {
            PutTrade(blocks, ref pen, market, wait);
        }
        else if (market.Kind == MarketEventKind.OrderBookL1)
        {
            PutBook(blocks, ref pen, market, wait);
        }
        else
        {
            pen.Put(wait);
            blocks.Take(pen.At);
            PutRare(blocks, market);
        }
    }

    private void PutTrade(DigestBlocks blocks, ref DigestPen pen, in MarketEvent market, long wait)
    {
        var text = market.TradeIdText;
        var about = (DigestPen.IsShort(wait) ? 0 : IsLongWait)
            | (market.TradeNumber == unchecked(_number + 1) ? 0 : IsOtherNumber)
            | ((int)market.TradeSide * IsFirstSide)
            | (text is null ? 0 : IsText);
        _number = market.TradeNumber;
        var price = 0L;
        var isCounted = TryCount(market.TradePrice, out price) & TryCount(market.TradeAmount, out var amount);
        var move = unchecked(price - _price);
        about |= isCounted
            ? (DigestPen.IsShort(move) ? 0 : IsLongPrice) | (DigestPen.IsShort(amount) ? 0 : IsLongAmount)
            : IsExact;
        pen.Put((byte)about);
        pen.Put(wait, (about & IsLongWait) == 0);
        if ((about & IsOtherNumber) != 0)
        {
            pen.Put(_number);
        }

        if (isCounted)
        {
            _price = price;
            pen.Put(move, (about & IsLongPrice) == 0);
            pen.Put(amount, (about & IsLongAmount) == 0);
        }

        blocks.Take(pen.At);
        if (!isCounted)
        {
            blocks.Put(market.TradePrice);
            blocks.Put(market.TradeAmount);
        }

        if (text is not null)
        {
            blocks.Put(text);
        }
    }

    private void PutBook(DigestBlocks blocks, ref DigestPen pen, in MarketEvent market, long wait)
    {
        var isCounted = TryCount(market.BidPrice, out var bid) & TryCount(market.AskPrice, out var ask)
            & TryCount(market.BidAmount, out var bidAmount) & TryCount(market.AskAmount, out var askAmount);
        var (bidMove, askMove) = (unchecked(bid - _bid), unchecked(ask - _ask));
        var about = (DigestPen.IsShort(wait) ? 0 : IsLongWait)
            | (market.BookTime == market.TimeExchange ? 0 : IsOtherNumber)
            | (market.HasBid ? IsFirstSide : 0)
            | (market.HasAsk ? IsSecondSide : 0);
        about |= isCounted
            ? (DigestPen.IsShort(bidMove) && DigestPen.IsShort(askMove) ? 0 : IsLongPrice)
                | (DigestPen.IsShort(bidAmount) && DigestPen.IsShort(askAmount) ? 0 : IsLongAmount)
            : IsExact;
        pen.Put((byte)about);
        pen.Put(wait, (about & IsLongWait) == 0);
        if ((about & IsOtherNumber) != 0)
        {
            pen.Put(market.BookTime.UnixNanos);
        }

        if (isCounted)
        {
            (_bid, _ask) = (bid, ask);
            pen.Put(bidMove, (about & IsLongPrice) == 0);
            pen.Put(askMove, (about & IsLongPrice) == 0);
            pen.Put(bidAmount, (about & IsLongAmount) == 0);
            pen.Put(askAmount, (about & IsLongAmount) == 0);
        }

        blocks.Take(pen.At);
        if (!isCounted)
        {
            blocks.Put(market.BidPrice);
            blocks.Put(market.BidAmount);
            blocks.Put(market.AskPrice);
            blocks.Put(market.AskAmount);
        }
    }

    private static void PutRare(DigestBlocks blocks, in MarketEvent market)
    {
        switch (market.Kind)
        {
            case MarketEventKind.Candle:
                DigestedEvents.Put(blocks, market.Candle);
                break;
            case MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate:
                DigestedEvents.Put(blocks, market.Levels);
                break;
            case MarketEventKind.Reconnecting:
                break;
            default:
                blocks.Put(ModelJson.MarketEvents.ToJson(market));
                break;
        }
    }

    /// <summary>The same number must be counted whatever zeros it has behind.</summary>
    private static bool TryCount(decimal value, out long units) =>
        DecimalUnits.TryCount(value, DigestBlocks.UnitPlaces, out units)
        || DecimalUnits.TryCount(DecimalText.Normalise(value), DigestBlocks.UnitPlaces, out units);
}
