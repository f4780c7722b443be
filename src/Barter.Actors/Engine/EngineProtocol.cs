using Akka.Actor;
using Akka.Event;
using Barter.Actors.Journal;
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
    /// <param name="Journal">What keeps the session; null for nothing.</param>
    public sealed record Begin(ValueList<IActorRef?> Desks, IActorRef? Clock, EngineJournal? Journal) : ICommand;

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
    /// <param name="Unknown">Orders whose outcome has been unknown for too long.</param>
    public sealed record StateTold(EngineState State, string? Fault, ValueList<OrderKey> Unknown);

    public sealed record AuditTaken(AuditSubscription? Audit);

    public sealed record Summarised(SystemSummary Summary) : IDeadLetterSuppression;

    public sealed record Stopped(TerminationReason Reason) : IDeadLetterSuppression;

    public sealed record NotRunning(TerminationReason Reason) : IDeadLetterSuppression;

    /// <summary>Market events in their order; answered by <see cref="Taken"/>.</summary>
    /// <param name="Events">What happened.</param>
    /// <param name="From">
    /// How many events of the recording came before them; none for what is not of a recording.
    /// </param>
    public sealed record MarketArrived(ValueList<MarketEvent> Events, long? From) : IEvent;

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
        ValueList<Pending> Unanswered, ValueList<OrderRequestCancel> Cancels, long LastReport) : IDeadLetterSuppression;

    /// <param name="Order">As the engine has it.</param>
    /// <param name="IntendedAt">When it was wished for, by the session's time.</param>
    public sealed record Pending(Order Order, Timestamp IntendedAt);

    /// <summary>A desk asks what it is to ask its exchange; answered by <see cref="Questions"/>.</summary>
    public sealed record WhatIsDoubted(ExchangeIndex Exchange) : IEvent;

    /// <summary>What the exchange is to be asked.</summary>
    /// <param name="Orders">Those of which something was asked and not yet answered.</param>
    /// <param name="FillsSince">From when on fills may be missing; none for all.</param>
    /// <param name="IsInDoubt">Whether the account is to be stated even if there are no such orders.</param>
    public sealed record Questions(ValueList<Pending> Orders, Timestamp? FillsSince, bool IsInDoubt)
        : IDeadLetterSuppression;

    /// <summary>The outcome of a request has been unknown for too long.</summary>
    public sealed record UnknownLasts(OrderKey Key) : IEvent;

    /// <summary>What an exchange states of our account.</summary>
    public sealed record Stated(AccountEvidence Evidence) : IEvent;

    /// <summary>The recording is over; all of it was told before.</summary>
    public sealed record MarketOver : IEvent;

    public sealed record Woken(EngineEvent.TimerElapsed Timer) : IEvent, IDeadLetterSuppression;

    /// <summary>To the clock of a recording: wake the strategy.</summary>
    public sealed record WakeAt(EngineEvent.TimerElapsed Timer) : IDeadLetterSuppression;

    /// <summary>To a desk: send this.</summary>
    /// <param name="Request">What.</param>
    /// <param name="IntendedAt">When it was wished for, by the session's time.</param>
    public sealed record Send(ExecutionRequest Request, Timestamp IntendedAt) : IDeadLetterSuppression;

    internal sealed record DrainEnded;
}
