using Barter.Model;

namespace Barter.Journal;

/// <summary>One thing that a session's journal keeps, in the order in which it happened.</summary>
public abstract record JournalEntry
{
    private JournalEntry(Timestamp now) => Now = now;

    /// <summary>The session's time when it did.</summary>
    public Timestamp Now { get; }

    /// <summary>A process took the session up, for the first time or again.</summary>
    /// <param name="Now">The session's time.</param>
    /// <param name="Plan">What the session is made of, as JSON that whoever writes it can read.</param>
    public sealed record Started(Timestamp Now, string Plan) : JournalEntry(Now);

    /// <summary>Something entered the engine.</summary>
    /// <param name="Now">The session's time as the engine had it.</param>
    /// <param name="Event">What.</param>
    /// <param name="Report">The number of the exchange's report; 0 for what is none.</param>
    public sealed record Entered(Timestamp Now, EngineEvent Event, long Report) : JournalEntry(Now);

    /// <summary>The recording was read up to here.</summary>
    /// <param name="Now">The session's time.</param>
    /// <param name="Position">How many of its events were taken, those included that were conflated.</param>
    public sealed record MarketRead(Timestamp Now, long Position) : JournalEntry(Now);

    /// <summary>An order that is to be sent. It is not sent before this is durable.</summary>
    /// <param name="Now">The session's time.</param>
    /// <param name="Step">The number of the engine's step that wished for it.</param>
    /// <param name="Request">The order.</param>
    public sealed record OpenIntended(Timestamp Now, ulong Step, OrderRequestOpen Request) : JournalEntry(Now);

    /// <summary>A cancel that is to be sent. It is not sent before this is durable.</summary>
    public sealed record CancelIntended(Timestamp Now, ulong Step, OrderRequestCancel Request) : JournalEntry(Now);

    /// <summary>A request was handed to its desk, after its intent was durable.</summary>
    public sealed record Sent(Timestamp Now, ClientOrderId Order, bool IsCancel) : JournalEntry(Now);

    /// <summary>The session ended by itself; one that was killed has no such entry.</summary>
    public sealed record Ended(Timestamp Now, string Reason) : JournalEntry(Now);
}
