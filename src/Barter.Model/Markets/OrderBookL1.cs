namespace Barter.Model;

/// <summary>The best bid and the best ask, each if there is one.</summary>
public readonly record struct OrderBookL1(Timestamp LastUpdateTime, Level? BestBid, Level? BestAsk)
{
    /// <summary>Halfway between bid and ask; none unless there are both.</summary>
    public decimal? MidPrice() => (BestBid, BestAsk) is ({ } bid, { } ask) ? OrderBookMath.MidPrice(bid, ask) : null;

    /// <summary>See <see cref="OrderBookMath.VolumeWeightedMidPrice"/>; none unless there are both.</summary>
    public decimal? VolumeWeightedMidPrice() => (BestBid, BestAsk) is ({ } bid, { } ask)
        ? OrderBookMath.VolumeWeightedMidPrice(bid, ask)
        : null;
}
