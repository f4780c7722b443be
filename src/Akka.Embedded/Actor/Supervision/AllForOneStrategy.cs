namespace Akka.Actor;

/// <summary>Does to all children what one of them has earned.</summary>
public sealed class AllForOneStrategy : SupervisorStrategy
{
    /// <param name="maxNrOfRetries">How often a child is restarted before it is stopped; null or -1 for no
    /// limit.</param>
    /// <param name="withinTimeRange">The time in which that is counted; null for the whole life.</param>
    /// <param name="localOnlyDecider">What is done on an exception.</param>
    public AllForOneStrategy(
        int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Actor.Decider.From(localOnlyDecider))
    {
    }

    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : base(maxNrOfRetries ?? -1, withinTimeRange ?? TimeSpan.Zero, decider, isLogging: true)
    {
    }

    public AllForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
        : base(maxNrOfRetries, TimeSpan.FromMilliseconds(Math.Max(withinTimeMilliseconds, 0)), decider, loggingEnabled)
    {
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(localOnlyDecider, loggingEnabled: true)
    {
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled)
        : this(-1, -1, localOnlyDecider, loggingEnabled)
    {
    }

    public AllForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    private protected override void Restart(ChildStats child, Exception cause, ChildStats[] all, TimeSpan now)
    {
        if (!Array.TrueForAll(all, stats => MayRestart(stats, now)))
        {
            Stop(child, all);
            return;
        }

        foreach (var stats in all)
        {
            if (!ReferenceEquals(stats, child))
            {
                stats.Child.Suspend();
            }

            stats.Child.Restart(cause);
        }
    }

    private protected override void Stop(ChildStats child, ChildStats[] all)
    {
        foreach (var stats in all)
        {
            stats.Child.Stop();
        }
    }
}
