using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Starts a child again after a growing delay whenever it has ended; passes messages on.</summary>
public sealed class BackoffSupervisor : BackoffSupervisorBase
{
    private readonly SupervisorStrategy _strategy;

    internal BackoffSupervisor(BackoffSettings settings)
        : base(settings) => _strategy = settings.Strategy;

    /// <summary>A supervisor for a child that stops when something is wrong, without a limit of restarts.</summary>
    /// <exception cref="ArgumentException">The times or the factor make no sense.</exception>
    public static Props Props(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        Backoff.OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor, -1).Props;

    /// <summary>A supervisor of the given options.</summary>
    public static Props Props(BackoffOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Props;
    }

    /// <summary>A supervisor without a limit of restarts, with what it does when the child throws.</summary>
    /// <exception cref="ArgumentException">The times or the factor make no sense.</exception>
    public static Props PropsWithSupervisorStrategy(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        SupervisorStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var settings = BackoffSettings.Of(childProps, childName, minBackoff, maxBackoff, randomFactor);
        return new BackoffOptionsImpl(settings with { Strategy = strategy }, startsOnFailure: false).Props;
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    private protected override void Ended(Terminated terminated)
    {
        if (!terminated.ActorRef.Equals(Child))
        {
            return;
        }

        var limit = _strategy.MaxNumberOfRetries;
        if (limit >= 0 && Restarts >= limit)
        {
            Context.Stop(Self);
        }
        else
        {
            StartLater();
        }
    }

    /// <summary>Asks for the present child; the answer is <see cref="CurrentChild"/>.</summary>
    public sealed class GetCurrentChild
    {
        public static readonly GetCurrentChild Instance = new();

        private GetCurrentChild()
        {
        }
    }

    /// <summary>The present child.</summary>
    public sealed class CurrentChild
    {
        public CurrentChild(IActorRef? @ref) => Ref = @ref;

        /// <summary>Null while there is none.</summary>
        public IActorRef? Ref { get; }
    }

    /// <summary>Makes the next delay the shortest again, where that is done by hand.</summary>
    public sealed class Reset
    {
        public static readonly Reset Instance = new();

        private Reset()
        {
        }
    }

    /// <summary>Asks how often the child was started again; the answer is <see cref="RestartCount"/>.</summary>
    public sealed class GetRestartCount
    {
        public static readonly GetRestartCount Instance = new();

        private GetRestartCount()
        {
        }
    }

    /// <summary>How often the child was started again since the last reset.</summary>
    public sealed class RestartCount
    {
        public RestartCount(int count) => Count = count;

        public int Count { get; }
    }
}
