using Akka.Actor;
using Barter.Actors.Settings;
using Barter.Backtest;
using Barter.Execution.Simulation;
using Barter.Model;
using static Barter.Actors.Execution.ExchangeProtocol;

namespace Barter.Actors.Execution;

/// <summary>A simulated exchange in the time of the session, at the other end of a link that takes time.</summary>
/// <remarks>It remembers every report until its client has it, so that whoever missed one can have it again.</remarks>
internal sealed class ExchangeActor : ReceiveActor, IWithTimers
{
    private readonly SimulatedLink _link;
    private readonly SessionClock _clock;
    private readonly SimulatedExchange _exchange;
    private readonly List<AccountEvent> _reports = [];
    private readonly List<AccountEvent> _fresh = [];
    private readonly Dictionary<ClientOrderId, OrderRequestOpen> _placed = [];
    private IActorRef? _client;
    private Timestamp _now = Timestamp.MinValue;
    private long _forgotten;
    private long _told;
    private bool _isBroken;

    /// <param name="link">What it begins with, and how far away it is.</param>
    /// <param name="plan">The session.</param>
    /// <param name="lastReport">The number of the last report that its client has.</param>
    public ExchangeActor(SimulatedLink link, SessionPlan plan, long lastReport)
    {
        (_link, _clock, _exchange) = (link, plan.Clock, link.Build(plan.Catalog));
        (_forgotten, _told) = (lastReport, lastReport);
        Receive<See>(see => Act(() => See(see)));
        Receive<Connect>(Answer);
        Receive<Place>(Delay, _ => !_isBroken);
        Receive<Withdraw>(Delay, _ => !_isBroken);
        Receive<Poll>(Answer, _ => !_isBroken);
        Receive<Arrived>(arrived => Act(() => Carry(arrived.Request)));
        Receive<Due>(due => Tell(due.Number));
        Receive<Midnight>(_ => Act(() => _exchange.Expire(_now, _fresh)));
        Receive<Break>(Break);
        Receive<Mended>(_ => _isBroken = false);
        Receive<Inspect>(_ => Sender.Tell(new Inspected(_exchange, _reports.Count)));
        ReceiveAny(_ => { });
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private void See(See see)
    {
        foreach (var seen in see.Events)
        {
            _exchange.See(seen, _now, _fresh);
        }
    }

    private void Carry(object request)
    {
        switch (request)
        {
            case Place { Request: var open }:
                Place(open);
                break;
            case Withdraw { Request: var cancel }:
                _exchange.Cancel(cancel, _now, _fresh);
                break;
        }
    }

    /// <summary>One that comes again is told as it is now, unless it is over: that has its report.</summary>
    private void Place(OrderRequestOpen open)
    {
        var id = open.Key.ClientOrderId;
        if (_placed.TryAdd(id, open) || _placed[id] != open)
        {
            _exchange.Open(open, _now, _fresh);
        }
        else if (_exchange.Find(id) is { State: ActiveOrderState } order)
        {
            _fresh.Add(new AccountEvent.OrderSnapshot(_link.Exchange, order));
        }
    }

    private void Delay(object request)
    {
        var latency = _clock.Scaled(TimeSpan.FromTicks(_link.RequestNanos / Timestamp.NanosPerTick));
        if (latency == TimeSpan.Zero)
        {
            Act(() => Carry(request));
        }
        else
        {
            Context.System.Scheduler.ScheduleTellOnce(latency, Self, new Arrived(request), Self);
        }
    }

    private void Answer(Connect connect)
    {
        if (_isBroken)
        {
            Sender.Tell(new LinkBroken());
            return;
        }

        _client = Sender;
        Forget(connect.After);
        TellAgain(connect.After);
        Act(() => _fresh.Add(new AccountEvent.Snapshot(_exchange.Snapshot(_now))));
    }

    /// <summary>Who asks and is not our client has missed that the link broke.</summary>
    private void Answer(Poll poll)
    {
        if (Sender.Equals(_client))
        {
            Forget(poll.After);
            TellAgain(poll.After);
        }
        else
        {
            Sender.Tell(new LinkBroken());
        }
    }

    private void Break(Break broken)
    {
        _isBroken = true;
        _client?.Tell(new LinkBroken());
        _client = null;
        Timers.StartSingleTimer(nameof(Mended), new Mended(), broken.For);
    }

    /// <summary>Lets the exchange do something now and sends what it reports on its way.</summary>
    private void Act(Action deed)
    {
        _now = Timestamp.Max(_now, _clock.Now);
        deed();
        foreach (var report in _fresh)
        {
            _reports.Add(report);
            var latency = _clock.Scaled(TimeSpan.FromTicks(_link.ReportNanos / Timestamp.NanosPerTick));
            if (latency == TimeSpan.Zero)
            {
                Tell(_forgotten + _reports.Count);
            }
            else
            {
                Context.System.Scheduler.ScheduleTellOnce(
                    latency, Self, new Due(_forgotten + _reports.Count), Self);
            }
        }

        _fresh.Clear();
        if (_exchange.NextExpiry is { } next && !Timers.IsTimerActive(nameof(Midnight)))
        {
            Timers.StartSingleTimer(nameof(Midnight), new Midnight(), _clock.Until(next));
        }
    }

    private void Tell(long number)
    {
        _told = Math.Max(_told, number);
        if (number > _forgotten)
        {
            _client?.Tell(new Told(number, _reports[(int)(number - _forgotten) - 1]));
        }
    }

    private void TellAgain(long after)
    {
        for (var number = Math.Max(after, _forgotten) + 1; number <= _told; number++)
        {
            Tell(number);
        }
    }

    /// <summary>What the client has it will not ask for again.</summary>
    private void Forget(long until)
    {
        if (until > _forgotten)
        {
            _reports.RemoveRange(0, (int)(until - _forgotten));
            _forgotten = until;
        }
    }
}
