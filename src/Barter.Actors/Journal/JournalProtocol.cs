using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Journal;

/// <summary>Everything the <see cref="JournalActor"/> hears and says.</summary>
internal static class JournalProtocol
{
    /// <summary>What entered the engine with one message, and what may be told once it is kept.</summary>
    /// <param name="Batch">What is to be kept.</param>
    /// <param name="OnWritten">Told as soon as it is written.</param>
    /// <param name="OnDurable">Told once it is durable, which is made soon where there are any.</param>
    /// <param name="End">How the session ended, if this is its end.</param>
    public sealed record Write(
        JournalBatch Batch, ValueList<Letter> OnWritten, ValueList<Letter> OnDurable, End? End = null)
        : IDeadLetterSuppression;

    /// <summary>The whole state after all that was written before.</summary>
    /// <param name="Now">The session's time.</param>
    /// <param name="Bytes">The state; none of a session that cannot be saved.</param>
    /// <param name="Row">How it stands.</param>
    public sealed record Snapshot(Timestamp Now, byte[]? Bytes, SessionRow Row) : IDeadLetterSuppression;

    /// <param name="Reason">Why it ended.</param>
    /// <param name="Row">How it stood; none of a core that failed, which is not asked any more.</param>
    public sealed record End(TerminationReason Reason, SessionRow? Row);

    /// <summary>A message that waits for the journal.</summary>
    public readonly record struct Letter(IActorRef To, object Message);

    /// <summary>To the engine: nothing can be kept any more.</summary>
    public sealed record JournalFailed(Exception Cause) : EngineProtocol.IEvent;

    /// <summary>To the engine: what its next answer is about is durable.</summary>
    public sealed record Kept : EngineProtocol.IEvent;

    /// <summary>To the engine: all that it ever wrote is durable.</summary>
    public sealed record Closed : EngineProtocol.IEvent;

    internal sealed record FlushDue : IDeadLetterSuppression;
}
