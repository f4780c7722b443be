namespace Barter.MarketData.Tests;

/// <summary>The seed of seeded walks; the environment variable BARTER_SEED overrides it.</summary>
internal static class Seeds
{
    public static ulong Current { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed) ? seed : 20_250_102;
}
