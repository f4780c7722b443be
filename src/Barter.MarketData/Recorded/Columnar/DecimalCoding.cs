namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The numbers that decimals are made of.</summary>
internal static class DecimalCoding
{
    public const int ScaleMax = 28;

    /// <summary>The largest power of ten in 63 bits.</summary>
    public const int PowerMax = 18;

    /// <summary>Low, middle, high, and sign with scale.</summary>
    public const int Words = 4;

    private static ReadOnlySpan<long> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>Ten to a power of at most <see cref="PowerMax"/>.</summary>
    public static long Power(int exponent) => Powers[exponent];
}
