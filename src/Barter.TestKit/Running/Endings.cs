using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>Compares what the engine believes at the end with what the exchanges have.</summary>
internal static class Endings
{
    public static IEnumerable<(ulong Step, EngineOutput Output)> Outputs(ScenarioResult result) => result.Ticks
        .SelectMany(tick => tick.Event is AuditEvent.Processed processed
            ? processed.Outputs.Select(output => (tick.Context.Sequence, output))
            : []);

    public static string? Unknown(ScenarioResult result)
    {
        var open = new HashSet<ClientOrderId>();
        foreach (var row in result.State.Instruments)
        {
            for (var at = 0; at < row.Orders.Count; at++)
            {
                if (row.Orders[at].State is not ActiveOrderState.Open)
                {
                    return $"order {row.Orders[at].Key.ClientOrderId} ends as {row.Orders[at].State}";
                }

                open.Add(row.Orders[at].Key.ClientOrderId);
            }
        }

        var resting = result.ExchangeAccounts
            .SelectMany(account => account.Instruments)
            .SelectMany(row => row.Orders)
            .Select(order => order.Key.ClientOrderId)
            .ToHashSet();
        return open.SetEquals(resting)
            ? null
            : $"the engine has [{Text(open)}] open, the exchange has [{Text(resting)}]";
    }

    public static string? LostFills(ScenarioResult result)
    {
        var counted = result.Ticks.Select(Counted).OfType<Fill>().ToList();
        foreach (var fill in result.ExchangeFills)
        {
            var at = counted.FindIndex(row => row.Id == fill.Id && row.OrderId == fill.OrderId);
            if (at < 0)
            {
                return $"fill {fill.Id} of order {fill.OrderId} ({fill.Side} {DecimalText.Format(fill.Quantity)}) "
                    + "never counted";
            }

            counted.RemoveAt(at);
        }

        if (counted.Count > 0)
        {
            return $"fill {counted[0].Id} of order {counted[0].OrderId} counted twice";
        }

        foreach (var row in result.State.Instruments)
        {
            var traded = result.ExchangeFills.Where(fill => fill.Instrument == row.Index)
                .Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
            if (traded != (row.Position?.QuantitySigned ?? 0m))
            {
                return $"{row.Instrument}: the exchange traded {DecimalText.Format(traded)} in all, the position is "
                    + DecimalText.Format(row.Position?.QuantitySigned ?? 0m);
            }
        }

        return null;
    }

    public static string? Balances(ScenarioResult result)
    {
        foreach (var row in result.ExchangeAccounts.SelectMany(account => account.Balances))
        {
            var believed = result.State[row.Asset];
            if (believed.Total != row.Balance.Total || believed.Free != row.Balance.Free)
            {
                return $"{result.State.Catalog[row.Asset]}: the exchange has {row.Balance}, the engine "
                    + $"{believed.Latest?.Balance.ToString() ?? "none"}";
            }
        }

        return null;
    }

    private static Fill? Counted(AuditTick tick) =>
        tick.Event is AuditEvent.Processed
        {
            Event: EngineEvent.Account { Event: AccountEvent.Filled { Fill: var fill } }, Errors.Count: 0,
        } processed
        && !processed.Outputs.Any(output => output is EngineOutput.Anomaly { Kind: OrderAnomaly.Repeated })
            ? fill
            : null;

    private static string Text(IEnumerable<ClientOrderId> ids) =>
        string.Join(", ", ids.Select(id => id.Value).Order(StringComparer.Ordinal));
}
