using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>Finds the order that a person means in a journal.</summary>
/// <param name="text">A client order id, its beginning or end, or the exchange's id of an order.</param>
internal sealed class OrderSearch(string text) : IJournalReader
{
    private const int ShownMax = 5;

    private readonly OrderedDictionary<ClientOrderId, HashSet<(ExchangeIndex Exchange, OrderId Id)>> _orders = [];

    /// <summary>What exchanges call the order.</summary>
    public IReadOnlySet<(ExchangeIndex Exchange, OrderId Id)> IdsOf(ClientOrderId? order) =>
        order is { } known && _orders.TryGetValue(known, out var ids)
            ? ids
            : new HashSet<(ExchangeIndex Exchange, OrderId Id)>();

    /// <summary>The order of that id, or else the only one that is called so, begins so or ends so.</summary>
    /// <returns>None where no such order was sent.</returns>
    /// <exception cref="UsageException">There are many.</exception>
    public ClientOrderId? Find()
    {
        ClientOrderId[][] tries =
        [
            [.. _orders.Keys.Where(id => string.Equals(id.Value, text, StringComparison.Ordinal))],
            [.. _orders.Where(row => row.Value.Any(id => string.Equals(id.Id.Value, text, StringComparison.Ordinal)))
                .Select(row => row.Key)],
            [.. _orders.Keys.Where(id => IsMeant(id, text))],
        ];
        return (tries.FirstOrDefault(found => found.Length > 0) ?? []) switch
        {
            [] => null,
            [var only] => only,
            var many => throw Ambiguous(text, many),
        };
    }

    public static bool IsMeant(ClientOrderId id, string text) =>
        id.Value.StartsWith(text, StringComparison.Ordinal) || id.Value.EndsWith(text, StringComparison.Ordinal);

    public static UsageException Ambiguous(string text, IReadOnlyList<ClientOrderId> many)
    {
        var more = many.Count > ShownMax ? string.Create(null, $" and {many.Count - ShownMax:N0} more") : "";
        return new UsageException($"'{text}' may be {string.Join(", ", many.Take(ShownMax))}{more}; say more of it");
    }

    public void Market(long number, Timestamp now, in MarketEvent told)
    {
    }

    public void Entry(long number, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.OpenIntended { Request.Key: var key }:
                Of(key.ClientOrderId);
                break;
            case JournalEntry.Entered { Event: EngineEvent.Account { Event: var told } }:
                Hear(told);
                break;
        }
    }

    private void Hear(AccountEvent told)
    {
        switch (told)
        {
            case AccountEvent.Snapshot { Account: var account }:
                foreach (var order in account.Instruments.SelectMany(row => row.Orders))
                {
                    Hear(order);
                }

                break;
            case AccountEvent.OrderSnapshot { Order: var order }:
                Hear(order);
                break;
            case AccountEvent.OrderCancelled { Response: { Cancelled.Id: var id } answer }:
                Of(answer.Key.ClientOrderId).Add((answer.Key.Exchange, id));
                break;
        }
    }

    private void Hear(Order order)
    {
        var ids = Of(order.Key.ClientOrderId);
        switch (order.State)
        {
            case ActiveOrderState { LastOpen.Id: var id }:
                ids.Add((order.Key.Exchange, id));
                break;
            case InactiveOrderState.Cancelled { Id: var id }:
                ids.Add((order.Key.Exchange, id));
                break;
        }
    }

    private HashSet<(ExchangeIndex Exchange, OrderId Id)> Of(ClientOrderId order)
    {
        if (!_orders.TryGetValue(order, out var ids))
        {
            _orders[order] = ids = [];
        }

        return ids;
    }
}
