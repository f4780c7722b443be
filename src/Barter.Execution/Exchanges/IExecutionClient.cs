using Barter.Model;

namespace Barter.Execution.Exchanges;

/// <summary>Our account at an exchange that is somewhere else.</summary>
/// <remarks>
/// Requests tell only that they have arrived; what becomes of them is a report. Everything may be called at any time,
/// and fails with an <see cref="ExecutionClientException"/> where the exchange cannot be reached.
/// </remarks>
public interface IExecutionClient : IAsyncDisposable
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Connects, and reads reports until the link breaks, which is an exception.</summary>
    /// <param name="after">
    /// The last report that is known: first those after it come again, then the account as it is, then what happens.
    /// </param>
    /// <param name="cancellationToken">Ends the link.</param>
    IAsyncEnumerable<AccountReport> ReportsAsync(long after, CancellationToken cancellationToken);

    /// <summary>Those reports after a number that there are by now; for one who has missed some.</summary>
    Task<ValueList<AccountReport>> MissedAsync(long after, CancellationToken cancellationToken);

    /// <summary>Sends an order; it counts once, however often it is sent.</summary>
    /// <param name="request">The order.</param>
    /// <param name="validUntil">The exchange refuses it where it comes later for the first time.</param>
    /// <param name="cancellationToken">Gives up waiting; the order may be placed all the same.</param>
    Task PlaceAsync(OrderRequestOpen request, Timestamp validUntil, CancellationToken cancellationToken);

    /// <summary>Sends a cancel.</summary>
    Task CancelAsync(OrderRequestCancel request, CancellationToken cancellationToken);

    /// <summary>Balances and open orders as they are.</summary>
    Task<AccountState> AccountAsync(CancellationToken cancellationToken);

    /// <summary>An order as it is, also when it is over; none that never arrived.</summary>
    Task<Order?> FindAsync(ClientOrderId id, CancellationToken cancellationToken);

    /// <summary>The fills from a time of the exchange on, or all, in order.</summary>
    Task<ValueList<Fill>> FillsAsync(Timestamp? since, CancellationToken cancellationToken);
}
