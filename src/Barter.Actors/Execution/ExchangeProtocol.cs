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
    /// Asks what became of our account while nobody listened; <see cref="LinkBroken"/> where that cannot be told.
    /// </summary>
    /// <param name="Orders">Whose states are wanted, also of those that are over.</param>
    /// <param name="FillsAfter">The last fill that is known; none wants all.</param>
    public sealed record Query(ValueList<ClientOrderId> Orders, TradeId? FillsAfter) : IDeadLetterSuppression;

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
