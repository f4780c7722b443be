using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Ways to cancel orders.</summary>
public static class Cancelling
{
    /// <summary>
    /// Cancels every active order of the chosen instruments that is not being cancelled, by index and then the oldest
    /// first: for instance where a link was lost, or trading was disabled.
    /// </summary>
    public static void All(InstrumentFilter filter, EngineState state, OrderBatch orders)
    {
        foreach (var request in RequestsFor(filter, state))
        {
            orders.Cancel(request);
        }
    }

    internal static List<OrderRequestCancel> RequestsFor(InstrumentFilter filter, EngineState state)
    {
        var cancels = new List<OrderRequestCancel>();
        foreach (var row in state.Instruments)
        {
            if (!filter.Matches(row.Instrument))
            {
                continue;
            }

            for (var i = 0; i < row.Orders.Count; i++)
            {
                if (row.Orders[i].ToCancelRequest() is { } request)
                {
                    cancels.Add(request);
                }
            }
        }

        return cancels;
    }
}
