using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Stops a child that would be restarted and starts it anew after a growing delay.</summary>
/// <remarks>It ends with a child that ends of its own accord.</remarks>
internal sealed class BackoffOnFailureSupervisor : BackoffSupervisorBase
{
    private readonly SupervisorStrategy _given;
    private readonly SupervisorStrategy _strategy;
    private readonly Queue<TimeSpan> _retries = new();
    private bool _isFailing;

    public BackoffOnFailureSupervisor(BackoffSettings settings)
        : base(settings)
    {
        _given = settings.Strategy;
        _strategy = new OneForOneStrategy(-1, -1, Decide, _given.LoggingEnabled);
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    private protected override void Ended(Terminated terminated)
    {
        if (_isFailing)
        {
            _isFailing = false;
            StartLater();
        }
        else
        {
            Context.Stop(Self);
        }
    }

    private Directive Decide(Exception cause)
    {
        var directive = _given.Decider.Decide(cause);
        if (directive != Directive.Restart)
        {
            return directive;
        }

        if (MayRetry())
        {
            _isFailing = true;
            ForgetChild();
        }

        return Directive.Stop;
    }

    /// <summary>With a time range the retries in it count, otherwise those since the last reset.</summary>
    private bool MayRetry()
    {
        var limit = _given.MaxNumberOfRetries;
        var range = TimeSpan.FromMilliseconds(_given.WithinTimeRangeMilliseconds);
        if (limit < 0)
        {
            return true;
        }

        if (range <= TimeSpan.Zero)
        {
            return Restarts < limit;
        }

        var now = Context.System.Scheduler.MonotonicClock;
        while (_retries.TryPeek(out var first) && now - first > range)
        {
            _retries.Dequeue();
        }

        _retries.Enqueue(now);
        return _retries.Count <= limit;
    }
}
