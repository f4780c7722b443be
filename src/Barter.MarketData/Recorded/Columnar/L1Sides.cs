namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Which sides a top of a book has, as bits.</summary>
internal static class L1Sides
{
    public const int Bid = 1;
    public const int Ask = 2;
    public const int Both = Bid | Ask;
}
