using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Actors.Instrumentation;
using Barter.Actors.Settings;
using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Actors.Execution.ExchangeProtocol;

namespace Barter.Actors.Execution;

/// <summary>
/// The desk of one exchange account: sends requests until they are answered, and passes reports on, each once.
/// </summary>
/// <remarks>
/// It keeps nothing that the engine does not know: when it starts, for the first time or after a failure, the engine
/// tells it what is unanswered and which report came last. Requests carry the client's order id, so that one which is
/// sent again counts once, and an end: after it an order is not sent again, but the exchange is asked for it.
/// </remarks>
internal sealed partial class ExecutionActor : ReceiveActor, IWithTimers
{
    private readonly ExchangeIndex _exchange;
    private readonly string _name;
    private readonly IActorRef _engine;
    private readonly IActorRef _link;
    private readonly SessionSettings _settings;
    private readonly SessionClock _clock;
    private readonly SessionMetrics? _metrics;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly HashSet<ClientOrderId> _live = [];
    private readonly HashSet<ClientOrderId> _doubted = [];
    private long _last;
    private long _missedAfter = -1;
    private bool _isConnected;
    private Timestamp? _connectingSince;
    private Timestamp _askedAt;

    public ExecutionActor(ExchangeIndex exchange, IActorRef engine, IActorRef link, SessionPlan plan)
    {
        (_exchange, _engine, _link) = (exchange, engine, link);
        _name = plan.Catalog[exchange].ToWire();
        (_settings, _clock, _metrics) = (plan.Settings, plan.Clock, plan.Metrics);
        Recovering();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => _engine.Tell(new EngineProtocol.DeskStarted(_exchange));

    /// <summary>What is sent meanwhile was in flight when the engine answered, and is in its answer.</summary>
    private void Recovering()
    {
        Receive<EngineProtocol.Resume>(GoOn);
        ReceiveAny(_ => { });
    }

    private void Online()
    {
        Receive<EngineProtocol.Send>(send => CarryOut(send.Request, send.IntendedAt));
        Receive<Told>(Fold);
        Receive<Unanswered>(AskAgain);
        Receive<LinkBroken>(_ => Lose());
        Receive<PollDue>(_ => Poll());
        Receive<ConnectDue>(_ => Connect());
        Asking();
    }

    private void GoOn(EngineProtocol.Resume resume)
    {
        _last = resume.LastReport;
        Become(Online);
        Connect();
        foreach (var pending in resume.Unanswered)
        {
            if (pending.Order.State is ActiveOrderState.Unknown)
            {
                Doubt(pending.Order.Key);
            }

            // One that the exchange has never told goes again before its cancel does
            if (pending.Order.State is ActiveOrderState { LastOpen: null })
            {
                CarryOut(new ExecutionRequest.Open(pending.Order.ToOpenRequest()), pending.IntendedAt);
            }
        }

        foreach (var cancel in resume.Cancels)
        {
            CarryOut(new ExecutionRequest.Cancel(cancel), _clock.Now);
        }
    }

    private void Connect()
    {
        Timers.StartSingleTimer(nameof(ConnectDue), new ConnectDue(), _settings.AnswerTimeout);
        _connectingSince ??= _clock.Now;
        _link.Tell(new Connect(_last));
    }

    private void CarryOut(ExecutionRequest request, Timestamp intendedAt)
    {
        _live.Add(request.Key.ClientOrderId);
        WatchOver();
        Timers.StartSingleTimer(KeyOf(request), new Unanswered(request, intendedAt), _settings.AnswerTimeout);
        switch (request)
        {
            case ExecutionRequest.Open { Request: var open } when EndOf(intendedAt) is var end && _clock.Now <= end:
                _link.Tell(new Place(open, end));
                break;
            case ExecutionRequest.Open:
                AskWhatIs();
                break;
            case ExecutionRequest.Cancel { Request: var cancel }:
                _link.Tell(new Withdraw(cancel));
                break;
        }

        _metrics?.Requested(request);
    }

    /// <summary>The engine is told that the outcome is not known, and the exchange is asked until it is.</summary>
    private void AskAgain(Unanswered unanswered)
    {
        _log.Warning("{Request} was not answered within {Timeout}", unanswered.Request, _settings.AnswerTimeout);
        _engine.Tell(new EngineProtocol.Reported(_exchange, 0, Doubted(unanswered.Request)));
        Doubt(unanswered.Request.Key);
        CarryOut(unanswered.Request, unanswered.IntendedAt);
        AskForReports();
    }

    private void Poll()
    {
        AskForReports();
        WatchOver();
    }

    /// <summary>To connect is to ask for them, too.</summary>
    private void AskForReports()
    {
        if (_isConnected)
        {
            _link.Tell(new Poll(_last));
        }
    }

    /// <summary>Asks for missed reports as long as there can be any; at rest nothing runs.</summary>
    private void WatchOver()
    {
        if (_live.Count > 0 && !Timers.IsTimerActive(nameof(PollDue)))
        {
            Timers.StartSingleTimer(nameof(PollDue), new PollDue(), _settings.PollInterval);
        }
    }

    private void Fold(Told told)
    {
        if (told.Number > _last + 1 && _missedAfter != _last)
        {
            _missedAfter = _last;
            AskForReports();
        }

        if (told.Number != _last + 1)
        {
            return;
        }

        (_last, _isConnected) = (told.Number, true);
        _engine.Tell(new EngineProtocol.Reported(_exchange, told.Number, told.Event));
        Answered(told.Event);
        WatchOver();
    }

    private void Answered(AccountEvent report)
    {
        switch (report)
        {
            case AccountEvent.Snapshot { Account: var account }:
                Timers.Cancel(nameof(ConnectDue));
                TellConnected();
                AskWhatIs();
                foreach (var order in account.Instruments.SelectMany(instrument => instrument.Orders))
                {
                    Rests(order.Key);
                }

                break;
            case AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState } order }:
                IsOver(order.Key);
                break;
            case AccountEvent.OrderSnapshot { Order: var order }:
                Rests(order.Key);
                break;
            case AccountEvent.OrderCancelled { Response: { Error: null } response }:
                IsOver(response.Key);
                break;
            case AccountEvent.OrderCancelled { Response: var response }:
                Timers.Cancel(CancelOf(response.Key));
                break;
        }
    }

    private void Rests(OrderKey key)
    {
        _live.Add(key.ClientOrderId);
        Timers.Cancel(OpenOf(key));
        Settle(key);
    }

    private void IsOver(OrderKey key)
    {
        _live.Remove(key.ClientOrderId);
        Settle(key);
        Timers.Cancel(OpenOf(key));
        Timers.Cancel(CancelOf(key));
    }

    private void Lose()
    {
        if (_isConnected)
        {
            _isConnected = false;
            _engine.Tell(new EngineProtocol.AccountLinkLost(_exchange));
        }

        Timers.StartSingleTimer(nameof(ConnectDue), new ConnectDue(), _settings.PollInterval);
    }

    private AccountEvent Doubted(ExecutionRequest request)
    {
        var unknown = new OrderError.Connectivity(new ConnectivityError.Timeout());
        return request switch
        {
            ExecutionRequest.Open { Request: var open } => new AccountEvent.OrderSnapshot(
                _exchange, open.ToOrder() with { State = new InactiveOrderState.OpenFailed(unknown) }),
            _ => new AccountEvent.OrderCancelled(_exchange, new OrderResponseCancel(request.Key, unknown)),
        };
    }

    private static object KeyOf(ExecutionRequest request) =>
        request is ExecutionRequest.Open ? OpenOf(request.Key) : CancelOf(request.Key);

    private static object OpenOf(OrderKey key) => (key.ClientOrderId, "open");

    private static object CancelOf(OrderKey key) => (key.ClientOrderId, "cancel");

    internal sealed record Unanswered(ExecutionRequest Request, Timestamp IntendedAt);

    internal sealed record PollDue;

    internal sealed record ConnectDue;
}
