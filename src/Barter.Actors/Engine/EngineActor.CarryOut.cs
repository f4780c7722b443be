using Akka.Actor;
using Akka.Event;
using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Actors.Engine.EngineProtocol;
using static Barter.Actors.Journal.JournalProtocol;

namespace Barter.Actors.Engine;

/// <content>What becomes of a step.</content>
internal sealed partial class EngineActor
{
    private void CarryOut(in EngineStep step, in MarketEvent cause)
    {
        _plan.Metrics?.Stepped(cause, step);
        if (_audit is not null)
        {
            Publish(step.ToTick(new EngineEvent.Market(cause)));
        }

        CarryOut(step);
    }

    private void CarryOut(in EngineStep step, EngineEvent cause)
    {
        _plan.Metrics?.Stepped(cause, step);
        if (_audit is not null)
        {
            Publish(step.ToTick(cause));
        }

        CarryOut(step);
    }

    /// <summary>A reader that has no room is let go: the engine never waits.</summary>
    private void Publish(AuditTick tick)
    {
        if (_audit!.TryPublish(tick))
        {
            return;
        }

        if (_audit.TryLetGo(tick))
        {
            _log.Warning("the reader of the audit was let go at tick {Sequence}", tick.Context.Sequence);
        }

        _audit = null;
    }

    private void CarryOut(in EngineStep step)
    {
        foreach (var request in step.Requests)
        {
            var desk = _desks[request.Key.Exchange.Value]!;
            if (_journal is null)
            {
                desk.Tell(new Send(request, _core.Now));
            }
            else
            {
                _journal.Intend(_core.Now, step.Sequence, request, desk);
            }
        }

        foreach (var timer in step.Timers)
        {
            if (_clock is not null)
            {
                _clock.Tell(new WakeAt(timer));
            }
            else
            {
                WakeLater(timer);
            }
        }

        foreach (var output in step.Outputs)
        {
            Log(output);
        }
    }

    /// <summary>Answers once what it is about is kept for good.</summary>
    private void Answer(IActorRef asker, object answer)
    {
        if (_journal is null)
        {
            asker.Tell(answer);
        }
        else if (_hasEnded)
        {
            _lastWords.Add(new Letter(asker, answer));
        }
        else
        {
            _answers.Enqueue(new Letter(asker, answer));
            _journal.WhenDurable(Self, new Kept());
            _journal.Pass();
        }
    }

    private void TellNext()
    {
        var (to, message) = _answers.Dequeue();
        to.Tell(message);
    }

    private void Wake(EngineEvent.TimerElapsed timer)
    {
        if (_plan.Clock.Until(timer.At) > TimeSpan.Zero)
        {
            WakeLater(timer);
        }
        else
        {
            Process(timer);
        }
    }

    /// <summary>Each has its own key: a timer that is set twice elapses twice, and none outlives the session.</summary>
    private void WakeLater(EngineEvent.TimerElapsed timer) =>
        Timers.StartSingleTimer(new object(), new Woken(timer), _plan.Clock.Until(timer.At));

    private void Log(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.Faulted fault:
                _log.Error("{Part} threw, trading is disabled: {Message}", fault.Part, fault.Message);
                _fault = $"{fault.Part} threw: {fault.Message}";
                break;
            case EngineOutput.Anomaly anomaly:
                _log.Debug("{Anomaly} at order {Order}", anomaly.Kind, anomaly.Order);
                break;
        }
    }
}
