namespace Barter.MarketData;

/// <summary>What a count of time since 1970 counts.</summary>
public enum TimeUnit
{
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}
