namespace Barter.Model;

/// <summary>Prices between the best bid and the best ask.</summary>
public static class OrderBookMath
{
    /// <summary>Halfway between the two prices.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A price is not positive.</exception>
    public static decimal MidPrice(Level bestBid, Level bestAsk)
    {
        Require(bestBid, nameof(bestBid));
        Require(bestAsk, nameof(bestAsk));
        return (bestBid.Price + bestAsk.Price) / 2m;
    }

    /// <summary>
    /// Each price weighs as much as the amount on the other side, so it leans to where less is offered; halfway where
    /// no side has an amount.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A price is not positive.</exception>
    public static decimal VolumeWeightedMidPrice(Level bestBid, Level bestAsk)
    {
        Require(bestBid, nameof(bestBid));
        Require(bestAsk, nameof(bestAsk));
        return WeightedMiddle(bestBid.Price, bestBid.Amount, bestAsk.Price, bestAsk.Amount);
    }

    /// <summary><see cref="VolumeWeightedMidPrice"/> of levels that were checked before.</summary>
    public static decimal WeightedMiddle(decimal bidPrice, decimal bidAmount, decimal askPrice, decimal askAmount)
    {
        var amount = bidAmount + askAmount;
        return amount == 0m
            ? (bidPrice + askPrice) / 2m
            : ((bidPrice * askAmount) + (askPrice * bidAmount)) / amount;
    }

    // A level checks itself when it is made, but the default one was not made
    private static void Require(Level level, string name)
    {
        if (level.Price <= 0m)
        {
            throw new ArgumentOutOfRangeException(name, level.Price, $"the price of {name} must be positive");
        }
    }
}
