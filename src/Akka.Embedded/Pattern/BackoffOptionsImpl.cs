using Akka.Actor;

namespace Akka.Pattern;

/// <summary>The options of either kind of supervisor.</summary>
internal sealed class BackoffOptionsImpl(BackoffSettings settings, bool startsOnFailure) : BackoffOptions
{
    internal override Props Props => startsOnFailure
        ? Props.Create(() => new BackoffOnFailureSupervisor(settings))
        : Props.Create(() => new BackoffSupervisor(settings));

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) => resetBackoff > TimeSpan.Zero
        ? With(settings with { ResetAfter = resetBackoff })
        : throw new ArgumentException($"resetBackoff is {resetBackoff}; it must be positive", nameof(resetBackoff));

    public override BackoffOptions WithManualReset() => With(settings with { ResetAfter = null });

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy)
    {
        ArgumentNullException.ThrowIfNull(supervisorStrategy);
        return With(settings with { Strategy = supervisorStrategy });
    }

    public override BackoffOptions WithDefaultStoppingStrategy() =>
        With(settings with
        {
            Strategy = Strategy(settings.Strategy.MaxNumberOfRetries, SupervisorStrategy.StoppingStrategy.Decider),
        });

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) =>
        With(settings with { Strategy = Strategy(maxNrOfRetries, settings.Strategy.Decider) });

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped)
    {
        ArgumentNullException.ThrowIfNull(replyWhileStopped);
        return With(settings with { ReplyWhileStopped = replyWhileStopped });
    }

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage)
    {
        ArgumentNullException.ThrowIfNull(isFinalStopMessage);
        return With(settings with { FinalStopMessage = isFinalStopMessage });
    }

    private BackoffOptionsImpl With(BackoffSettings changed) => new(changed, startsOnFailure);

    private OneForOneStrategy Strategy(int maxNrOfRetries, IDecider decider) => new(
        maxNrOfRetries, settings.Strategy.WithinTimeRangeMilliseconds, decider, settings.Strategy.LoggingEnabled);
}
