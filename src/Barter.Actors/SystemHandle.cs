using System.Runtime.ExceptionServices;
using Akka.Actor;
using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Engine;
using Barter.Journal;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors;

/// <summary>A running system in the hands of its user. For any number of threads.</summary>
/// <remarks>
/// Every call completes when the engine has processed what it brought. Once the system has stopped, by this handle or
/// by itself, each fails with <see cref="SystemNotRunningException"/>, which says why.
/// </remarks>
public sealed partial class SystemHandle : IAsyncDisposable
{
    private static readonly TimeSpan DrainMax = TimeSpan.FromDays(1);

    private readonly SessionPlan _plan;
    private readonly SessionEvents _events;
    private readonly ActorSystem _system;
    private readonly IActorRef _session;
    private readonly Lock _gate = new();
    private IActorRef _engine = ActorRefs.Nobody;
    private TerminationReason? _closed;
    private Task _stopping = Task.CompletedTask;
    private Task? _ending;

    internal SystemHandle(SessionPlan plan, SessionEvents events, ActorSystem system, IActorRef session) =>
        (_plan, _events, _system, _session) = (plan, events, system, session);

    /// <summary>Whether calls have a chance.</summary>
    public bool IsRunning => _closed is null && !_events.Terminated.IsCompleted;

    /// <summary>Completes when the system has stopped, with the reason.</summary>
    public Task<TerminationReason> Terminated => _events.Terminated;

    /// <summary>Completes when a recording was told and processed to its end, or the system has stopped.</summary>
    public Task MarketEnded => _events.MarketEnded;

    /// <summary>How many quotes made way for the next one because the engine was behind.</summary>
    public long QuotesConflated => _events.QuotesConflated;

    /// <summary>What the session was taken up from; null where it is new or keeps no journal.</summary>
    public SessionRecovery? Recovery => _events.Recovery;

    public string Session => _plan.Session;

    public InstrumentCatalog Catalog => _plan.Catalog;

    private bool OwnsSystem => _plan.Options.ActorSystem is null;

    /// <summary>The state after all that was processed before; it does not change any more.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public async Task<EngineState> GetStateAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync<EngineProtocol.StateTold>(new EngineProtocol.GetState(), cancellationToken)).State;

    /// <summary>The audit from now on; null when it was taken before or is off.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public async Task<AuditSubscription?> TakeAuditAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync<EngineProtocol.AuditTaken>(new EngineProtocol.TakeAudit(), cancellationToken)).Audit;

    /// <summary>Stops the system after all that was sent before.</summary>
    /// <param name="drain">How long requests that are in flight may take to be answered; a day at most.</param>
    /// <param name="cancellationToken">Gives up the wait; once told to, the system stops all the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">The drain is negative or too long; the system goes on.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped, or is being stopped.</exception>
    /// <exception cref="TimeoutException">It did not stop in time; the message says what kept it.</exception>
    public Task ShutdownAsync(TimeSpan drain = default, CancellationToken cancellationToken = default) =>
        StopAsync(drain, interval: null, cancellationToken);

    /// <summary>Stops the system and says how it went.</summary>
    /// <param name="interval">What ratios are stated for; as the options say where it is left out.</param>
    /// <param name="drain">How long requests that are in flight may take to be answered; a day at most.</param>
    /// <param name="cancellationToken">Gives up the wait; once told to, the system stops all the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">The drain is negative or too long; the system goes on.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped, or is being stopped.</exception>
    /// <exception cref="TimeoutException">It did not stop in time; the message says what kept it.</exception>
    public async Task<SystemSummary> ShutdownWithSummaryAsync(
        ReturnInterval? interval = null, TimeSpan drain = default, CancellationToken cancellationToken = default) =>
        (await StopAsync(drain, interval ?? _plan.Options.SummaryInterval, cancellationToken))!;

    /// <summary>Stops the system at once; what is in flight is left alone.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped, or is being stopped.</exception>
    /// <exception cref="TimeoutException">It did not stop in time; the message says what kept it.</exception>
    public async Task AbortAsync()
    {
        Close(TerminationReason.Aborted, () => _engine.Tell(new EngineProtocol.Halt(TerminationReason.Aborted)));
        await EndAsync();
    }

    /// <summary>Aborts the system if it runs, and waits until all of it is gone.</summary>
    /// <remarks>A shutdown that is under way is waited for.</remarks>
    public async ValueTask DisposeAsync()
    {
        Task stopping;
        lock (_gate)
        {
            _closed ??= TerminationReason.Aborted;
            stopping = _stopping;
        }

        // Its failure is the concern of whoever asked for it
        await stopping.ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        await EndAsync();
    }

    public override string ToString() =>
        $"SystemHandle(session={_plan.Session}, running={(IsRunning ? "true" : "false")})";

    internal TimeProvider Time => _plan.Options.Time;

    internal bool HasMarket => _plan.Options.Market is not MarketFeed.Nothing;

    internal Task<EngineProtocol.StateTold> TellStateAsync(CancellationToken cancellationToken) =>
        AskAsync<EngineProtocol.StateTold>(new EngineProtocol.GetState(), cancellationToken);

    internal async Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        object answer;
        try
        {
            answer = await AskAsync(_session, new SessionProtocol.WhenReady(), _plan.Settings.StartTimeout)
                .WaitAsync(cancellationToken);
        }
        catch (AskTimeoutException late)
        {
            throw new TimeoutException(
                $"session {_plan.Session} was not ready within {_plan.Settings.StartTimeout} "
                + "(barter.session.start-timeout): an exchange has not told its account", late);
        }

        _engine = answer switch
        {
            SessionProtocol.Opened opened => opened.Engine,
            SessionProtocol.Failed failed => throw failed.Reason.Exception switch
            {
                JournalException or SessionRecoveryException => Rethrown(failed.Reason.Exception),
                _ => new SystemNotRunningException(failed.Reason),
            },
            _ => throw new InvalidOperationException($"no answer is called {answer.GetType().Name}"),
        };
    }

    private static Exception Rethrown(Exception thrown)
    {
        ExceptionDispatchInfo.Throw(thrown);
        return thrown;
    }

    private static T Demand<T>(object answer) => answer switch
    {
        T good => good,
        EngineProtocol.NotRunning stopped => throw new SystemNotRunningException(stopped.Reason),
        _ => throw new InvalidOperationException($"no answer is called {answer.GetType().Name}"),
    };

    private async Task<SystemSummary?> StopAsync(
        TimeSpan drain, ReturnInterval? interval, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drain, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drain, DrainMax);
        cancellationToken.ThrowIfCancellationRequested();
        Task<SystemSummary?>? finished = null;
        Close(TerminationReason.ShutDown, () =>
        {
            var stop = new EngineProtocol.Stop(drain, TerminationReason.ShutDown);
            finished = FinishAsync(AskAsync(_engine, stop, drain + _plan.Settings.StopTimeout), interval);
            _stopping = finished;
        });
        return await finished!.WaitAsync(cancellationToken);
    }

    private async Task<SystemSummary?> FinishAsync(Task<object> stopped, ReturnInterval? interval)
    {
        try
        {
            Demand<EngineProtocol.Stopped>(await stopped);
            return interval is null
                ? null
                : Demand<EngineProtocol.Summarised>(await AskAsync(
                    _engine, new EngineProtocol.Summarise(interval), _plan.Settings.StopTimeout)).Summary;
        }
        catch (AskTimeoutException late)
        {
            throw Late(late);
        }
        finally
        {
            await EndAsync();
        }
    }

    private async Task<T> AskAsync<T>(object question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<object> answer;
        lock (_gate)
        {
            RefuseIfClosed();

            // Without the token: an answer to somebody who gave up would be a dead letter
            answer = AskAsync(_engine, question, Timeout.InfiniteTimeSpan);
        }

        return Demand<T>(await answer.WaitAsync(cancellationToken));
    }

    /// <summary>Tells the question at once, and waits for its answer as long as there is somebody to give it.</summary>
    private async Task<object> AskAsync(IActorRef whom, object question, TimeSpan timeout)
    {
        try
        {
            return await whom.Ask<object>(question, timeout, _events.Gone);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SchedulerException)
        {
            throw new SystemNotRunningException(await _events.Terminated);
        }
    }

    /// <summary>The first to close tells the engine; under the gate, so that nothing is told after.</summary>
    private void Close(TerminationReason reason, Action tell)
    {
        lock (_gate)
        {
            RefuseIfClosed();
            _closed = reason;
            tell();
        }
    }

    private void RefuseIfClosed()
    {
        // What the system says of its end is the truth; that somebody closed the handle is only how it began
        if (_events.Terminated is { IsCompletedSuccessfully: true } ended)
        {
            throw new SystemNotRunningException(ended.Result);
        }

        if (_closed is { } closed)
        {
            throw new SystemNotRunningException(closed);
        }
    }

    private Task EndAsync()
    {
        lock (_gate)
        {
            return _ending ??= EndOnceAsync();
        }
    }

    private async Task EndOnceAsync()
    {
        try
        {
            await _session.GracefulStop(_plan.Settings.StopTimeout, new SessionProtocol.Leave());
        }
        catch (SchedulerException)
        {
            // Somebody ends the actor system, and the session with it
            await _events.Terminated;
        }
        catch (TaskCanceledException late)
        {
            _system.Stop(_session);
            if (OwnsSystem)
            {
                _ = _system.Terminate();
            }

            throw Late(late);
        }

        if (OwnsSystem)
        {
            await _system.Terminate();
        }
    }

    private TimeoutException Late(Exception late) => new(
        $"session {_plan.Session} did not stop within {_plan.Settings.StopTimeout} (barter.session.stop-timeout): "
        + "its engine is busy, perhaps in a strategy or a risk policy that does not return", late);
}
