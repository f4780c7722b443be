using Akka.Actor;
using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Engine;
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
    private readonly SessionPlan _plan;
    private readonly SessionEvents _events;
    private readonly ActorSystem _system;
    private readonly IActorRef _session;
    private readonly Lock _gate = new();
    private IActorRef _engine = ActorRefs.Nobody;
    private TerminationReason? _closed;
    private Task? _ending;

    internal SystemHandle(SessionPlan plan, SessionEvents events, ActorSystem system, IActorRef session) =>
        (_plan, _events, _system, _session) = (plan, events, system, session);

    /// <summary>Whether calls have a chance.</summary>
    public bool IsRunning => _closed is null && !_events.Terminated.IsCompleted;

    /// <summary>Completes when the system has stopped, with the reason.</summary>
    public Task<TerminationReason> Terminated => _events.Terminated;

    /// <summary>Completes when a recording was told and processed to its end, or the system has stopped.</summary>
    public Task MarketEnded => _events.MarketEnded;

    /// <summary>How many quotes were overtaken by later ones before the engine saw them.</summary>
    public long QuotesConflated => _events.QuotesConflated;

    public string Session => _plan.Session;

    public InstrumentCatalog Catalog => _plan.Catalog;

    /// <summary>The state after all that was processed before; it does not change any more.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public async Task<EngineState> GetStateAsync(CancellationToken cancellationToken = default) =>
        (await TellStateAsync(cancellationToken)).State;

    /// <summary>The audit from now on; null when it was taken before or is off.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public async Task<AuditSubscription?> TakeAuditAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync<EngineProtocol.AuditTaken>(new EngineProtocol.TakeAudit(), cancellationToken)).Audit;

    /// <summary>Stops the system after all that was sent before.</summary>
    /// <param name="drain">How long requests that are in flight may take to be answered.</param>
    /// <param name="cancellationToken">Gives up the wait; the system stops all the same.</param>
    /// <exception cref="SystemNotRunningException">The system has stopped, or is being stopped.</exception>
    public async Task ShutdownAsync(TimeSpan drain = default, CancellationToken cancellationToken = default)
    {
        await StopAsync(drain, cancellationToken);
        await EndAsync();
    }

    /// <summary>Stops the system and says how it went.</summary>
    /// <param name="interval">What ratios are stated for; as the options say where it is left out.</param>
    /// <param name="drain">How long requests that are in flight may take to be answered.</param>
    /// <param name="cancellationToken">Gives up the wait; the system stops all the same.</param>
    /// <exception cref="SystemNotRunningException">The system has stopped, or is being stopped.</exception>
    public async Task<SystemSummary> ShutdownWithSummaryAsync(
        ReturnInterval? interval = null, TimeSpan drain = default, CancellationToken cancellationToken = default)
    {
        var chosen = interval ?? _plan.Options.SummaryInterval;
        await StopAsync(drain, cancellationToken);
        var told = await _engine.Ask<EngineProtocol.Summarised>(
            new EngineProtocol.Summarise(chosen), _plan.Settings.StopTimeout, cancellationToken);
        await EndAsync();
        return told.Summary;
    }

    /// <summary>Stops the system at once; what is in flight is left alone.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped, or is being stopped.</exception>
    /// <exception cref="TimeoutException">A part of it did not stop in time.</exception>
    public async Task AbortAsync()
    {
        Close(TerminationReason.Aborted, () => _engine.Tell(new EngineProtocol.Halt(TerminationReason.Aborted)));
        await EndAsync();
    }

    /// <summary>Aborts the system if it runs, and waits until all of it is gone.</summary>
    /// <exception cref="TimeoutException">A part of it did not stop in time.</exception>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed ??= TerminationReason.Aborted;
        }

        await EndAsync();
    }

    public override string ToString() => $"SystemHandle(session={_plan.Session}, running={IsRunning})";

    internal TimeProvider Time => _plan.Options.Time;

    internal bool HasMarket => _plan.Options.Market is not MarketFeed.Nothing;

    internal Task<EngineProtocol.StateTold> TellStateAsync(CancellationToken cancellationToken) =>
        AskAsync<EngineProtocol.StateTold>(new EngineProtocol.GetState(), cancellationToken);

    internal async Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        object answer;
        try
        {
            answer = await AskAsync(
                _session, new SessionProtocol.WhenReady(), _plan.Settings.StartTimeout, cancellationToken);
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
            SessionProtocol.Failed failed => throw new SystemNotRunningException(failed.Reason),
            _ => throw new InvalidOperationException($"no answer is called {answer.GetType().Name}"),
        };
    }

    private static T Demand<T>(object answer) => answer switch
    {
        T good => good,
        EngineProtocol.NotRunning stopped => throw new SystemNotRunningException(stopped.Reason),
        _ => throw new InvalidOperationException($"no answer is called {answer.GetType().Name}"),
    };

    private async Task StopAsync(TimeSpan drain, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drain, TimeSpan.Zero);
        Task<object>? stopped = null;
        var limit = drain + _plan.Settings.StopTimeout;
        Close(TerminationReason.ShutDown, () => stopped = AskAsync(
            _engine, new EngineProtocol.Stop(drain, TerminationReason.ShutDown), limit, cancellationToken));
        Demand<EngineProtocol.Stopped>(await stopped!);
    }

    private async Task<T> AskAsync<T>(object question, CancellationToken cancellationToken)
    {
        Task<object> answer;
        lock (_gate)
        {
            RefuseIfClosed();
            answer = AskAsync(_engine, question, Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return Demand<T>(await answer);
    }

    /// <summary>What is not answered when the engine is gone never will be.</summary>
    private async Task<object> AskAsync(
        IActorRef part, object question, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _events.Gone);
        try
        {
            return await part.Ask<object>(question, limit, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
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
            await _session.GracefulStop(_plan.Settings.StopTimeout);
        }
        catch (TaskCanceledException late)
        {
            throw new TimeoutException(
                $"session {_plan.Session} did not stop within {_plan.Settings.StopTimeout} "
                + "(barter.session.stop-timeout): does its strategy not return?", late);
        }

        if (_plan.Options.ActorSystem is null)
        {
            await _system.Terminate();
        }
    }
}
