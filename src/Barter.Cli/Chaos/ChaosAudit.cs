using Barter.Actors;
using Barter.Cli.Serving;
using Barter.Engine;
using Barter.Model;

namespace Barter.Cli.Chaos;

/// <summary>Holds what a session believes, and what it wrote down, against the book of its exchange.</summary>
internal sealed class ChaosAudit(ServedBook book, JournalBook journal)
{
    private readonly List<string> _differences = [.. journal.Differences];

    /// <summary>All that differs, a line each.</summary>
    /// <param name="replica">Was told the whole journal.</param>
    /// <param name="last">What the last process said of itself.</param>
    public IReadOnlyList<string> Compare(JournalReplica replica, SessionEnd last)
    {
        Compare(replica.State);
        Demand("the engine's fills, counted", replica.Summarise().Counts.Fills, (long)book.Fills.Count);
        Demand("the last process's fills, counted", last.Fills, (long)book.Fills.Count);
        Demand("the audit digest of a replay", replica.AuditDigest, last.AuditDigest);
        Demand("the state digest of a replay", replica.StateDigest, last.StateDigest);
        return _differences;
    }

    public IReadOnlyList<string> Compare(EngineState state)
    {
        CompareIntents();
        CompareFills();
        CompareOrders(state);
        ComparePositions(state);
        CompareBalances(state);
        return _differences;
    }

    private void CompareIntents()
    {
        var seen = new HashSet<ClientOrderId>();
        foreach (var order in book.Orders)
        {
            var id = order.Key.ClientOrderId;
            if (!seen.Add(id))
            {
                Differs($"order {id}: the exchange holds it twice");
            }

            if (!journal.Intents.TryGetValue(id, out var intent))
            {
                Differs($"order {id}: the exchange holds it, the journal does not intend it: {order}");
            }
            else if (order.ToOpenRequest() is var placed && placed != intent)
            {
                Differs($"order {id}: intended as {intent}, placed as {placed}");
            }
        }
    }

    private void CompareFills()
    {
        var filled = book.Fills.ToDictionary(fill => fill.Id);
        foreach (var (id, fill) in filled)
        {
            if (!journal.Fills.TryGetValue(id, out var told))
            {
                Differs($"fill {id}: the exchange has it, the journal does not: {fill}");
            }
            else if (told != fill)
            {
                Differs($"fill {id}: {fill} at the exchange, {told} in the journal");
            }
        }

        foreach (var (id, fill) in journal.Fills.Where(row => !filled.ContainsKey(row.Key)))
        {
            Differs($"fill {id}: the journal has it, the exchange does not: {fill}");
        }
    }

    /// <summary>At rest nothing is on its way: what is active is open on both sides, and filled as far.</summary>
    private void CompareOrders(EngineState state)
    {
        var active = new Dictionary<ClientOrderId, Order>();
        foreach (var row in state.Instruments)
        {
            for (var at = 0; at < row.Orders.Count; at++)
            {
                active.Add(row.Orders[at].Key.ClientOrderId, row.Orders[at]);
            }
        }

        var open = book.Orders.Where(order => order.State is ActiveOrderState)
            .ToDictionary(order => order.Key.ClientOrderId);
        foreach (var (id, order) in active)
        {
            var there = open.GetValueOrDefault(id);
            if (order.State is not ActiveOrderState.Open || there?.QuantityRemaining != order.QuantityRemaining)
            {
                Differs(
                    $"order {id}: {order.State} in the engine, "
                    + $"{there?.State ?? book.Orders.LastOrDefault(row => row.Key.ClientOrderId == id)?.State} there");
            }
        }

        foreach (var (id, order) in open.Where(row => !active.ContainsKey(row.Key)))
        {
            Differs($"order {id}: over in the engine, {order.State} at the exchange");
        }
    }

    private void ComparePositions(EngineState state)
    {
        foreach (var row in state.Instruments)
        {
            var held = book.Fills.Where(fill => fill.Instrument == row.Index)
                .Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
            Demand($"the position in {row.Instrument.Name}", row.Position?.QuantitySigned ?? 0m, held);
        }
    }

    private void CompareBalances(EngineState state)
    {
        foreach (var balance in book.Account.Balances)
        {
            var known = state[balance.Asset].Latest?.Balance;
            Demand($"the balance of {state.Catalog[balance.Asset]}", known, balance.Balance);
        }
    }

    private void Demand<T>(string what, T here, T there)
    {
        if (!EqualityComparer<T>.Default.Equals(here, there))
        {
            Differs($"{what}: {here} here, {there} there");
        }
    }

    private void Differs(string difference) => _differences.Add(difference);
}
