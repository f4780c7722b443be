namespace Barter.MarketData.Generation;

/// <summary>Price and quantity steps for instruments whose spec is not known.</summary>
internal static class Grid
{
    /// <summary>The power of ten of which a price has 10 000 to 100 000.</summary>
    public static decimal TickFor(decimal price) => PowerOfTenBelow(price / 10_000m);

    /// <summary>The power of ten that is worth 1 to 10 of the quote asset.</summary>
    public static decimal LotFor(decimal price) => PowerOfTenBelow(10m / price);

    private static decimal PowerOfTenBelow(decimal number)
    {
        var power = 1m;
        while (power > number)
        {
            power /= 10m;
        }

        while (power * 10m <= number)
        {
            power *= 10m;
        }

        return power;
    }
}
