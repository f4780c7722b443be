using Barter.Model;

namespace Barter.Engine.Markets;

/// <summary>What is known of the market of one instrument: top of the book, last trade, last candle.</summary>
public sealed class InstrumentMarket
{
    private decimal _bidPrice;
    private decimal _bidAmount;
    private decimal _askPrice;
    private decimal _askAmount;
    private bool _hasBid;
    private bool _hasAsk;
    private decimal _lastPrice;
    private bool _hasLast;
    private bool _isBookNewest;
    private decimal _bookPrice;
    private bool _hasBookPrice;

    internal InstrumentMarket()
    {
    }

    /// <summary>Exchange time of the top of the book.</summary>
    public Timestamp TimeBook { get; private set; } = Timestamp.MinValue;

    /// <summary>Exchange time of the last trade or candle close.</summary>
    public Timestamp TimeLast { get; private set; } = Timestamp.MinValue;

    public Level? BestBid => _hasBid ? new Level(_bidPrice, _bidAmount) : null;

    public Level? BestAsk => _hasAsk ? new Level(_askPrice, _askAmount) : null;

    /// <summary>Price of the last trade, or close of the last candle, whichever is newer.</summary>
    public decimal? LastPrice => _hasLast ? _lastPrice : null;

    /// <summary>
    /// The price at which positions are valued: the volume-weighted middle of the book, or the last price, whichever
    /// is newer; none while neither is known.
    /// </summary>
    public decimal? Price => _isBookNewest ? BookPrice : LastPrice;

    // Not every book is asked for its price, and some are many times
    private decimal BookPrice
    {
        get
        {
            if (!_hasBookPrice)
            {
                _bookPrice = OrderBookMath.WeightedMiddle(_bidPrice, _bidAmount, _askPrice, _askAmount);
                _hasBookPrice = true;
            }

            return _bookPrice;
        }
    }

    /// <summary>Takes an event in. Returns whether the price may have moved. An older event changes nothing.</summary>
    internal bool Apply(in MarketEvent market)
    {
        switch (market.Kind)
        {
            case MarketEventKind.Trade:
                return ApplyLast(market.TradePrice, market.TimeExchange);
            case MarketEventKind.OrderBookL1:
                return ApplyBook(market);
            case MarketEventKind.Candle:
                return ApplyLast(market.Candle.Close, market.TimeExchange);
            default:
                return false;
        }
    }

    internal InstrumentMarket Clone() => (InstrumentMarket)MemberwiseClone();

    private bool ApplyLast(decimal price, Timestamp time)
    {
        if (time < TimeLast)
        {
            return false;
        }

        (_lastPrice, _hasLast, TimeLast) = (price, true, time);
        if (time < TimeBook && _isBookNewest)
        {
            return false;
        }

        _isBookNewest = false;
        return true;
    }

    private bool ApplyBook(in MarketEvent market)
    {
        if (market.TimeExchange < TimeBook)
        {
            return false;
        }

        TimeBook = market.TimeExchange;
        (_hasBid, _hasAsk, _hasBookPrice) = (market.HasBid, market.HasAsk, false);
        (_bidPrice, _bidAmount) = (market.BidPrice, market.BidAmount);
        (_askPrice, _askAmount) = (market.AskPrice, market.AskAmount);
        _isBookNewest = _hasBid && _hasAsk && (TimeBook >= TimeLast || !_hasLast);
        return true;
    }
}
