namespace Barter.Journal;

/// <summary>When what was appended is made durable. No intent is ever released before it is.</summary>
public abstract record FlushPolicy
{
    private FlushPolicy()
    {
    }

    /// <summary>As soon as an intent waits: one flush for all that are there by then.</summary>
    public static FlushPolicy EveryIntent { get; } = new Intents();

    /// <summary>At intervals: fewer flushes, and intents wait for the next one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not above zero.</exception>
    public static FlushPolicy Every(TimeSpan interval) => interval > TimeSpan.Zero
        ? new Timed(interval)
        : throw new ArgumentOutOfRangeException(nameof(interval), interval, "a flush interval must be above zero");

    public sealed record Intents : FlushPolicy;

    public sealed record Timed(TimeSpan Interval) : FlushPolicy;
}
