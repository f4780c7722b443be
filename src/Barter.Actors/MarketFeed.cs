using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors;

/// <summary>Where a system's market data comes from.</summary>
public abstract record MarketFeed
{
    private MarketFeed()
    {
    }

    /// <summary>None but what the handle feeds.</summary>
    public static MarketFeed None { get; } = new Nothing();

    /// <summary>
    /// A recording as fast as it can be processed: its time is the time, and the run is as that of a backtest.
    /// </summary>
    /// <exception cref="ArgumentNullException">There is no recording.</exception>
    public static MarketFeed Replayed(IMarketDataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new History(source);
    }

    /// <summary>A recording at a multiple of the speed at which it happened.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="speed">Above zero; 1 is as it happened.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above zero.</exception>
    /// <exception cref="ArgumentNullException">There is no recording.</exception>
    public static MarketFeed Paced(IMarketDataSource source, double speed = 1)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Recorded(source, Checked(speed));
    }

    /// <summary>Events as they come; asked for again when they end or fail.</summary>
    /// <param name="open">Begins a reading; called again after a failure.</param>
    /// <exception cref="ArgumentNullException">There is nothing to begin.</exception>
    public static MarketFeed Live(Func<CancellationToken, IAsyncEnumerable<MarketEvent>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new Stream(open, null);
    }

    /// <summary>Events as they come from one who has a time of its own, which is that of the session.</summary>
    /// <param name="open">Begins a reading; called again after a failure.</param>
    /// <param name="now">The other's time.</param>
    /// <param name="speed">How many of its seconds pass in one; above zero.</param>
    /// <exception cref="ArgumentNullException">There is nothing to begin.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above zero.</exception>
    public static MarketFeed Live(
        Func<CancellationToken, IAsyncEnumerable<MarketEvent>> open, Timestamp now, double speed = 1)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new Stream(open, (now, Checked(speed)));
    }

    internal sealed record Nothing : MarketFeed;

    internal sealed record History(IMarketDataSource Source) : MarketFeed;

    internal sealed record Recorded(IMarketDataSource Source, double Speed) : MarketFeed;

    internal sealed record Stream(
        Func<CancellationToken, IAsyncEnumerable<MarketEvent>> Open,
        (Timestamp Now, double Speed)? Clock) : MarketFeed;

    private static double Checked(double speed) => speed is > 0 and <= 1_000_000
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, "a speed must be above 0 and at most 1,000,000");
}
