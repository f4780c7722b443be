using Akka.Actor;

namespace Akka.Pattern;

/// <summary>What a back-off supervisor is told.</summary>
/// <remarks>The count begins anew when the child has lived for ResetAfter; null where somebody says so.</remarks>
internal sealed record BackoffSettings(
    Props ChildProps,
    string ChildName,
    TimeSpan MinBackoff,
    TimeSpan MaxBackoff,
    double RandomFactor,
    TimeSpan? ResetAfter,
    SupervisorStrategy Strategy)
{
    /// <summary>Told to whoever writes while there is no child; null for the dead letters.</summary>
    public object? ReplyWhileStopped { get; init; }

    public Func<object, bool>? FinalStopMessage { get; init; }

    /// <exception cref="ArgumentException">The times or the factor make no sense.</exception>
    public static BackoffSettings Of(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
    {
        ArgumentNullException.ThrowIfNull(childProps);
        ArgumentNullException.ThrowIfNull(childName);
        if (minBackoff <= TimeSpan.Zero)
        {
            throw new ArgumentException($"minBackoff is {minBackoff}; it must be positive", nameof(minBackoff));
        }

        if (maxBackoff < minBackoff)
        {
            throw new ArgumentException(
                $"maxBackoff is {maxBackoff}; it must not be less than minBackoff, {minBackoff}", nameof(maxBackoff));
        }

        if (randomFactor is not (>= 0 and <= 1))
        {
            throw new ArgumentException(
                $"randomFactor is {randomFactor}; it must be between 0 and 1", nameof(randomFactor));
        }

        var strategy = new OneForOneStrategy(SupervisorStrategy.DefaultDecider);
        return new(childProps, childName, minBackoff, maxBackoff, randomFactor, minBackoff, strategy);
    }

    /// <summary>Doubles with each restart up to the maximum, and is longer by chance: not all start at once.</summary>
    public TimeSpan Delay(int restartCount, Random random)
    {
        var factor = 1 + (random.NextDouble() * RandomFactor);
        var ticks = Math.Min(MaxBackoff.Ticks, MinBackoff.Ticks * Math.Pow(2, restartCount)) * factor;
        return ticks < TimeSpan.MaxValue.Ticks ? new TimeSpan((long)ticks) : TimeSpan.MaxValue;
    }
}
