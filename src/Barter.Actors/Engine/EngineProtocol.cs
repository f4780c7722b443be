using Akka.Actor;
using Akka.Event;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors.Engine;

/// <summary>Everything the <see cref="EngineActor"/> hears and says.</summary>
internal static class EngineProtocol
{
    /// <summary>
    /// Something that it is to do; whoever asks hears an answer, <see cref="NotRunning"/> once it has stopped.
    /// </summary>
    public interface ICommand : IDeadLetterSuppression;

    /// <summary>A fact that it takes in.</summary>
    public interface IEvent : IDeadLetterSuppression;

    /// <summary>To one that has not started.</summary>
    /// <param name="Desks">Who sends requests, by exchange.</param>
    /// <param name="Clock">Who wakes the strategy; null for the engine itself.</param>
    public sealed record Begin(ValueList<IActorRef?> Desks, IActorRef? Clock) : ICommand;

    public sealed record Feed(ValueList<EngineEvent> Events) : ICommand;

    public sealed record GetState : ICommand;

    public sealed record TakeAudit : ICommand;

    /// <summary>Stop once what is in flight is answered, or after a time.</summary>
    public sealed record Stop(TimeSpan Drain, TerminationReason Reason) : ICommand;

    public sealed record Halt(TerminationReason Reason) : ICommand;

    public sealed record Summarise(ReturnInterval Interval) : ICommand;

    /// <summary>Answers to <see cref="Feed"/>: all were processed, this one last.</summary>
    public sealed record Done(ulong Sequence);

    /// <param name="State">As it is now.</param>
    /// <param name="Fault">What the strategy or the risk policy threw last.</param>
    public sealed record StateTold(EngineState State, string? Fault);

    public sealed record AuditTaken(AuditSubscription? Audit);

    public sealed record Summarised(SystemSummary Summary) : IDeadLetterSuppression;

    public sealed record Stopped(TerminationReason Reason) : IDeadLetterSuppression;

    public sealed record NotRunning(TerminationReason Reason) : IDeadLetterSuppression;

    /// <summary>Market events in their order; answered by <see cref="Taken"/>.</summary>
    public sealed record MarketArrived(ValueList<MarketEvent> Events) : IEvent;

    public sealed record Taken(int Count) : IDeadLetterSuppression;

    /// <summary>A market event of a recording whose time is the time; answered by <see cref="Stepped"/>.</summary>
    public sealed record Replayed(MarketEvent Event, Timestamp Now) : IEvent;

    /// <summary>Any other event of such a session; answered by <see cref="Stepped"/>.</summary>
    public sealed record Happened(EngineEvent Event, Timestamp Now) : IEvent;

    public sealed record Stepped : IDeadLetterSuppression;

    /// <summary>An exchange told something of our account.</summary>
    /// <param name="Exchange">Which.</param>
    /// <param name="Number">Of its report, from 1 and without gaps; 0 for what its desk found out by itself.</param>
    /// <param name="Event">What.</param>
    public sealed record Reported(ExchangeIndex Exchange, long Number, AccountEvent Event) : IEvent;

    public sealed record AccountLinkLost(ExchangeIndex Exchange) : IEvent;

    /// <summary>
    /// A desk starts, for the first time or again, and knows nothing; answered by <see cref="Resume"/>.
    /// </summary>
    public sealed record DeskStarted(ExchangeIndex Exchange) : IEvent;

    /// <summary>Where a desk goes on.</summary>
    /// <param name="Unanswered">Orders of which something was asked and is not answered yet.</param>
    /// <param name="Cancels">The cancels among it.</param>
    /// <param name="LastReport">The last report that was taken in.</param>
    public sealed record Resume(
        ValueList<Order> Unanswered, ValueList<OrderRequestCancel> Cancels, long LastReport) : IDeadLetterSuppression;

    /// <summary>The recording is over; all of it was told before.</summary>
    public sealed record MarketOver : IEvent;

    public sealed record Woken(EngineEvent.TimerElapsed Timer) : IEvent, IDeadLetterSuppression;

    /// <summary>To the clock of a recording: wake the strategy.</summary>
    public sealed record WakeAt(EngineEvent.TimerElapsed Timer) : IDeadLetterSuppression;

    /// <summary>To a desk: send this.</summary>
    public sealed record Send(ExecutionRequest Request) : IDeadLetterSuppression;

    internal sealed record DrainEnded;
}
