using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Model;
using static Barter.Actors.Execution.ExchangeProtocol;

namespace Barter.Actors.Execution;

/// <content>What it asks the exchange when nobody knows.</content>
internal sealed partial class ExecutionActor
{
    private void Asking()
    {
        Receive<AskDue>(_ => AskWhatIs());
        Receive<EngineProtocol.Questions>(Ask);
        Receive<Evidence>(Take);
        Receive<DoubtLasts>(Alert);
    }

    /// <summary>Somebody is to look if this is not settled in time.</summary>
    private void Doubt(OrderKey key)
    {
        if (_doubted.Add(key.ClientOrderId))
        {
            Timers.StartSingleTimer(DoubtOf(key), new DoubtLasts(key), _settings.UnknownAlert);
        }
    }

    private void Settle(OrderKey key)
    {
        if (_doubted.Remove(key.ClientOrderId))
        {
            Timers.Cancel(DoubtOf(key));
        }
    }

    private void Alert(DoubtLasts doubt)
    {
        _log.Warning("what became of {Order} is not known after {Time}", doubt.Key, _settings.UnknownAlert);
        _metrics?.UnknownLasts(_exchange);
        _engine.Tell(new EngineProtocol.UnknownLasts(doubt.Key));
    }

    /// <summary>The engine knows what is not known; asked for until it is.</summary>
    private void AskWhatIs()
    {
        Timers.StartSingleTimer(nameof(AskDue), new AskDue(), _settings.AnswerTimeout);
        _engine.Tell(new EngineProtocol.WhatIsDoubted(_exchange));
    }

    private void Ask(EngineProtocol.Questions questions)
    {
        if (questions is { Orders.Count: 0, IsInDoubt: false })
        {
            Timers.Cancel(nameof(AskDue));
            return;
        }

        var orders = questions.Orders
            .Select(pending => new OrderQuestion(pending.Order.Key, EndOf(pending.IntendedAt)))
            .ToValueList();
        _askedAt = _clock.Now;
        _link.Tell(new Query(orders, questions.FillsSince));
    }

    private void TellConnected()
    {
        if (_connectingSince is { } since)
        {
            _connectingSince = null;
            _log.Info("connected to {Exchange} after {Millis} ms", _name, MillisSince(since));
        }
    }

    /// <summary>By the session's clock.</summary>
    private long MillisSince(Timestamp since) => (long)(_clock.Now - since).TotalMilliseconds;

    /// <summary>What is still not known then is asked again.</summary>
    private void Take(Evidence evidence)
    {
        Timers.StartSingleTimer(nameof(AskDue), new AskDue(), _settings.AnswerTimeout);
        var resolved = 0;
        foreach (var (key, found, validUntil) in evidence.Account.Orders)
        {
            resolved += found is not null || evidence.Account.Time > validUntil ? 1 : 0;
            switch (found)
            {
                case { State: ActiveOrderState }:
                    Rests(key);
                    break;
                case not null:
                    IsOver(key);
                    break;
                case null when evidence.Account.Time > validUntil:
                    IsOver(key);
                    break;
            }
        }

        _log.Info(
            "reconciled with {Exchange}: {Orders} orders asked for, {Resolved} of them known now, "
            + "{Fills} fills found, took {Millis} ms",
            _name, evidence.Account.Orders.Count, resolved, evidence.Account.Fills.Count, MillisSince(_askedAt));
        _engine.Tell(new EngineProtocol.Stated(evidence.Account));
    }

    private Timestamp EndOf(Timestamp intendedAt) => _clock.After(intendedAt, _settings.RequestWindow);

    private static object DoubtOf(OrderKey key) => (key.ClientOrderId, "doubt");

    internal sealed record AskDue;

    internal sealed record DoubtLasts(OrderKey Key);
}
