using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>What is known of the market of one instrument.</summary>
internal sealed class MarketView
{
    private decimal _bidPrice;
    private decimal _bidAmount;
    private decimal _askPrice;
    private decimal _askAmount;

    /// <summary>Whether a best bid or ask was ever told: from then on prices without depth are no offers.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Newest of the last trade and the last candle's close, if there was one.</summary>
    public decimal? LastPrice { get; private set; }

    /// <summary>When the latest candle closed.</summary>
    public Timestamp? CandleClosed { get; private set; }

    /// <summary>When the candle before the latest one closed, if there was one.</summary>
    public Timestamp? CandleClosedBefore { get; private set; }

    /// <summary>Whether there is any price at all to trade at.</summary>
    public bool HasPrice => IsQuoted || LastPrice is not null;

    public void See(in MarketEvent market)
    {
        switch (market.Kind)
        {
            case MarketEventKind.OrderBookL1:
                Quote(market.BidPrice, market.BidAmount, market.AskPrice, market.AskAmount);
                break;
            case MarketEventKind.OrderBookSnapshot:
                var (bid, ask) = (Top(market.Levels.Bids), Top(market.Levels.Asks));
                Quote(bid.Price, bid.Amount, ask.Price, ask.Amount);
                break;
            case MarketEventKind.Trade:
                Last(market.TradePrice);
                break;
            case MarketEventKind.Candle:
                var candle = market.Candle;
                Last(candle.Close);
                CandleClosedBefore = CandleClosed;
                CandleClosed = CandleClosed is { } closed ? Timestamp.Max(closed, candle.CloseTime) : candle.CloseTime;
                break;
        }
    }

    /// <summary>The best quote of a side; a price of zero where there is none.</summary>
    public (decimal Price, decimal Amount) Best(Side side) =>
        side == Side.Buy ? (_bidPrice, _bidAmount) : (_askPrice, _askAmount);

    /// <summary>What an order of the side would trade with; none where nobody offers.</summary>
    public Offer? OfferTo(Side side)
    {
        if (!IsQuoted)
        {
            return LastPrice is { } last ? new Offer(last, null) : null;
        }

        var (price, amount) = Best(side.Opposite());
        return price == 0m ? null : new Offer(price, amount);
    }

    /// <summary>Takes from what is displayed to a side, until the next quote tells anew.</summary>
    public void Take(Side side, decimal quantity)
    {
        if (!IsQuoted)
        {
            return;
        }

        if (side == Side.Buy)
        {
            _askAmount -= quantity;
        }
        else
        {
            _bidAmount -= quantity;
        }
    }

    private static (decimal Price, decimal Amount) Top(ValueList<Level> levels) =>
        levels.Count == 0 ? default : (levels[0].Price, levels[0].Amount);

    // Prices that no order could have are no prices: they would overflow what they are multiplied with
    private static bool IsPrice(decimal price) => DecimalUnits.IsPositiveUpTo(price, Amounts.OrderMax);

    private void Quote(decimal bidPrice, decimal bidAmount, decimal askPrice, decimal askAmount)
    {
        (_bidPrice, _bidAmount) = IsPrice(bidPrice) ? (bidPrice, bidAmount) : default;
        (_askPrice, _askAmount) = IsPrice(askPrice) ? (askPrice, askAmount) : default;
        IsQuoted |= _bidPrice != 0m || _askPrice != 0m;
    }

    private void Last(decimal price)
    {
        if (IsPrice(price))
        {
            LastPrice = price;
        }
    }
}
