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
    private readonly SimulatedAccount _account;
    private IActorRef? _client;
    private Timestamp _now = Timestamp.MinValue;
    private long _sent;
    private long _told;
    private bool _isBroken;

    /// <param name="link">What it begins with, and how far away it is.</param>
    /// <param name="plan">The session.</param>
    /// <param name="lastReport">The number of the last report that its client has.</param>
    public ExchangeActor(SimulatedLink link, SessionPlan plan, long lastReport)
    {
        (_link, _clock, _account) = (link, plan.Clock, new SimulatedAccount(link.Exchange, link.Build(plan.Catalog)));
        _account.Forget(lastReport);
        (_sent, _told) = (lastReport, lastReport);
        Receive<See>(see => Act(() => See(see)));
        Receive<Connect>(Answer);
        Receive<Place>(Delay, _ => !_isBroken);
        Receive<Withdraw>(Delay, _ => !_isBroken);
        Receive<Poll>(Answer, _ => !_isBroken);
        Receive<Query>(Answer);
        Receive<Arrived>(arrived => Act(() => Carry(arrived.Request)));
        Receive<Due>(due => Tell(due.Number));
        Receive<Midnight>(_ => Act(() => _account.Expire(_now)));
        Receive<Break>(Break);
        Receive<Mended>(_ => _isBroken = false);
        Receive<Inspect>(_ => Sender.Tell(new Inspected(_account.Exchange, (int)(_account.Last - _account.Forgotten))));
        ReceiveAny(_ => { });
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private void See(See see)
    {
        foreach (var seen in see.Events)
        {
            _account.See(seen, _now);
        }
    }

    private void Carry(object request)
    {
        switch (request)
        {
            case Place place:
                _account.Place(place.Request, place.ValidUntil, _now);
                break;
            case Withdraw { Request: var cancel }:
                _account.Cancel(cancel, _now);
                break;
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
        _account.Forget(connect.After);
        TellAgain(connect.After);
        Act(() => _account.TellAccount(_now));
    }

    /// <summary>Who asks and is not our client has missed that the link broke.</summary>
    private void Answer(Poll poll)
    {
        if (Sender.Equals(_client))
        {
            _account.Forget(poll.After);
            TellAgain(poll.After);
        }
        else
        {
            Sender.Tell(new LinkBroken());
        }
    }

    private void Answer(Query query)
    {
        if (_isBroken)
        {
            Sender.Tell(new LinkBroken());
            return;
        }

        Act(() => _account.Expire(_now));
        Sender.Tell(new Evidence(_account.Evidence(query.Orders.Select(
            order => (order.Key, order.ValidUntil)), query.FillsSince, _now)));
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
        var latency = _clock.Scaled(TimeSpan.FromTicks(_link.ReportNanos / Timestamp.NanosPerTick));
        _sent = Math.Max(_sent, _account.Forgotten);
        while (_sent < _account.Last)
        {
            _sent++;
            if (latency == TimeSpan.Zero)
            {
                Tell(_sent);
            }
            else
            {
                Context.System.Scheduler.ScheduleTellOnce(latency, Self, new Due(_sent), Self);
            }
        }

        if (_account.Exchange.NextExpiry is { } next && !Timers.IsTimerActive(nameof(Midnight)))
        {
            Timers.StartSingleTimer(nameof(Midnight), new Midnight(), _clock.Until(next));
        }
    }

    private void Tell(long number)
    {
        _told = Math.Max(_told, number);
        if (number > _account.Forgotten)
        {
            _client?.Tell(new Told(number, _account[number]));
        }
    }

    private void TellAgain(long after)
    {
        for (var number = Math.Max(after, _account.Forgotten) + 1; number <= _told; number++)
        {
            Tell(number);
        }
    }
}
