using Akka.Event;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Actors.Execution;

/// <summary>Everything the <see cref="ExchangeActor"/> hears and says: an exchange as its clients see it.</summary>
internal static class ExchangeProtocol
{
    /// <summary>
    /// From now on reports go to the sender: first those after a number again, then the account as it is.
    /// </summary>
    /// <param name="After">The last report that the sender has; what it has is forgotten.</param>
    public sealed record Connect(long After) : IDeadLetterSuppression;

    /// <summary>A request; the same one may be sent again and counts once: then the order is told as it is.</summary>
    /// <param name="Request">The order.</param>
    /// <param name="ValidUntil">One that arrives later for the first time is refused.</param>
    public sealed record Place(OrderRequestOpen Request, Timestamp ValidUntil) : IDeadLetterSuppression;

    public sealed record Withdraw(OrderRequestCancel Request) : IDeadLetterSuppression;

    /// <summary>
    /// Tells the reports after a number again, if there are any; <see cref="LinkBroken"/> to who is no client.
    /// </summary>
    public sealed record Poll(long After) : IDeadLetterSuppression;

    /// <summary>
    /// Asks what our account has come to; <see cref="Evidence"/>, or <see cref="LinkBroken"/> where nothing is known.
    /// </summary>
    /// <param name="Orders">Whose states are wanted, also of those that are over.</param>
    /// <param name="FillsSince">From when on fills are wanted, by the exchange's time; none wants all.</param>
    public sealed record Query(ValueList<OrderQuestion> Orders, Timestamp? FillsSince) : IDeadLetterSuppression;

    /// <param name="Key">Names the order.</param>
    /// <param name="ValidUntil">Until when it may still arrive.</param>
    public sealed record OrderQuestion(OrderKey Key, Timestamp ValidUntil);

    /// <summary>What the exchange states; none of it is older than the question.</summary>
    public sealed record Evidence(AccountEvidence Account) : IDeadLetterSuppression;

    /// <summary>The market as the exchange sees it.</summary>
    public sealed record See(ValueList<MarketEvent> Events) : IDeadLetterSuppression;

    /// <summary>The link breaks: for a time nothing arrives and nothing is told.</summary>
    public sealed record Break(TimeSpan For);

    /// <summary>A report, numbered from 1 without gaps.</summary>
    public sealed record Told(long Number, AccountEvent Event) : IDeadLetterSuppression;

    public sealed record LinkBroken : IDeadLetterSuppression;

    /// <summary>Asks for the exchange itself, to compare with; only where nothing else runs.</summary>
    internal sealed record Inspect;

    internal sealed record Inspected(SimulatedExchange Exchange, int Reports);

    internal sealed record Arrived(object Request) : IDeadLetterSuppression;

    internal sealed record Due(long Number) : IDeadLetterSuppression;

    internal sealed record Mended;

    internal sealed record Midnight;
}
