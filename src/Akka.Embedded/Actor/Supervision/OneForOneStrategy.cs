namespace Akka.Actor;

/// <summary>Deals with the child that threw and leaves its siblings alone.</summary>
public sealed class OneForOneStrategy : SupervisorStrategy
{
    /// <param name="maxNrOfRetries">How often a child is restarted before it is stopped; null or -1 for no
    /// limit.</param>
    /// <param name="withinTimeRange">The time in which that is counted; null for the whole life.</param>
    /// <param name="localOnlyDecider">What is done on an exception.</param>
    public OneForOneStrategy(
        int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Actor.Decider.From(localOnlyDecider))
    {
    }

    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : base(maxNrOfRetries ?? -1, withinTimeRange ?? TimeSpan.Zero, decider, isLogging: true)
    {
    }

    public OneForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
        : base(maxNrOfRetries, TimeSpan.FromMilliseconds(Math.Max(withinTimeMilliseconds, 0)), decider, loggingEnabled)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(localOnlyDecider, loggingEnabled: true)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled)
        : this(-1, -1, localOnlyDecider, loggingEnabled)
    {
    }

    public OneForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    private protected override void Restart(ChildStats child, Exception cause, ChildStats[] all, TimeSpan now)
    {
        if (MayRestart(child, now))
        {
            child.Child.Restart(cause);
        }
        else
        {
            child.Child.Stop();
        }
    }

    private protected override void Stop(ChildStats child, ChildStats[] all) => child.Child.Stop();
}
