using Akka.Actor;
using Barter.Engine.Reconciliation;
using Barter.Model;
using static Barter.Actors.Engine.EngineProtocol;

namespace Barter.Actors.Engine;

/// <content>What it hears of accounts, and what desks hear from it.</content>
internal sealed partial class EngineActor
{
    private readonly HashSet<OrderKey> _unknown = [];

    private void Take(Reported reported)
    {
        if (reported.Number > 0)
        {
            if (reported.Number != _core.Progress.LastReport(reported.Exchange) + 1)
            {
                return;
            }
        }

        Process(new EngineEvent.Account(reported.Event), report: reported.Number);
        if (reported.Event is AccountEvent.Snapshot
            && _core.State.IsReconciledAt(reported.Exchange) && _silent.Remove(reported.Exchange))
        {
            TellWhenReady();
        }

        ShutdownWhenDrained();
    }

    /// <summary>What we believe is set right by events like any other, so that the journal tells them again.</summary>
    private void Take(Stated stated)
    {
        var exchange = stated.Evidence.Exchange;
        foreach (var missed in Reconciler.Reconcile(_core.State, stated.Evidence))
        {
            Process(new EngineEvent.Account(missed));
        }

        if (!_core.State.IsReconciledAt(exchange))
        {
            Process(new EngineEvent.Reconciled(_plan.Catalog[exchange]));
            _silent.Remove(exchange);
            TellWhenReady();
        }

        ShutdownWhenDrained();
    }

    /// <summary>A desk that starts again has lost what was on its way: that is what losing the link means.</summary>
    private void Answer(DeskStarted desk)
    {
        if (!_started.Add(desk.Exchange))
        {
            _plan.Metrics?.Restarted("execution");
            Process(new EngineEvent.AccountReconnecting(_plan.Catalog[desk.Exchange]));
        }

        // What is not answered may not be durable yet
        Answer(Sender, new Resume(
            _core.Unanswered(desk.Exchange),
            _core.Cancelling(desk.Exchange),
            _core.Progress.LastReport(desk.Exchange)));
    }

    private void Answer(WhatIsDoubted desk) => Sender.Tell(new Questions(
        _core.Unanswered(desk.Exchange),
        Reconciler.FillsFrom(_core.State, desk.Exchange),
        !_core.State.IsReconciledAt(desk.Exchange)));

    /// <summary>Those that were unknown for too long, and are still.</summary>
    private ValueList<OrderKey> StillUnknown()
    {
        _unknown.RemoveWhere(key => !_core.State[key.Instrument].Orders.TryGet(key.ClientOrderId, out var order)
            || order.State is not ActiveOrderState.Unknown);
        return _unknown.OrderBy(key => key.ClientOrderId.Value, StringComparer.Ordinal).ToValueList();
    }
}
