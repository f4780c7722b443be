using Akka.Actor;

namespace Akka.Pattern;

/// <summary>The options of a back-off supervisor; each method gives new ones.</summary>
public abstract class BackoffOptions
{
    private protected BackoffOptions()
    {
    }

    internal abstract Props Props { get; }

    /// <summary>A child that has lived for so long has made good: the next delay is the shortest again.</summary>
    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    /// <summary>The delay grows until the supervisor is told <see cref="BackoffSupervisor.Reset"/>.</summary>
    public abstract BackoffOptions WithManualReset();

    /// <summary>What is done when the child throws; by default as every actor does.</summary>
    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);

    /// <summary>A child that throws is stopped.</summary>
    public abstract BackoffOptions WithDefaultStoppingStrategy();

    /// <summary>After so many the supervisor stops; -1 for no limit.</summary>
    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);

    /// <summary>Answers for the child while there is none; by default the dead letters get what it is told.</summary>
    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    /// <summary>When the child ends after such a message, the supervisor ends with it.</summary>
    public abstract BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage);
}
