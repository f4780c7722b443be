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
        return speed is > 0 and <= 1_000_000
            ? new Recorded(source, speed)
            : throw new ArgumentOutOfRangeException(
                nameof(speed), speed, "a speed must be above 0 and at most 1,000,000");
    }

    /// <summary>Events as they come; asked for again when they end or fail.</summary>
    /// <param name="open">Begins a reading; called again after a failure.</param>
    /// <exception cref="ArgumentNullException">There is nothing to begin.</exception>
    public static MarketFeed Live(Func<CancellationToken, IAsyncEnumerable<MarketEvent>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new Stream(open);
    }

    internal sealed record Nothing : MarketFeed;

    internal sealed record History(IMarketDataSource Source) : MarketFeed;

    internal sealed record Recorded(IMarketDataSource Source, double Speed) : MarketFeed;

    internal sealed record Stream(Func<CancellationToken, IAsyncEnumerable<MarketEvent>> Open) : MarketFeed;
}
