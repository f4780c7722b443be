namespace Barter.MarketData.Recorded.Import;

/// <summary>What a column of a file may tell.</summary>
internal enum Field
{
    Time,
    Received,
    CloseTime,
    Symbol,
    Id,
    Price,
    Amount,
    Side,
    BuyerIsMaker,
    Bid,
    BidAmount,
    Ask,
    AskAmount,
    Open,
    High,
    Low,
    Close,
    Volume,
    TradeCount,
    IsSnapshot,
}
