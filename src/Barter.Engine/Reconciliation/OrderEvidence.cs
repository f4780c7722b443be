using Barter.Model;

namespace Barter.Engine.Reconciliation;

/// <summary>What an exchange states of orders, held against what is believed of them.</summary>
internal sealed class OrderEvidence
{
    private readonly ExchangeIndex _exchange;
    private readonly Timestamp _time;
    private readonly OrderedDictionary<Name, Order> _told = [];
    private readonly Dictionary<Name, OrderAnswer> _notFound = [];

    public OrderEvidence(AccountEvidence evidence)
    {
        (_exchange, _time) = (evidence.Exchange, evidence.Time);
        foreach (var order in evidence.Account.Instruments.SelectMany(row => row.Orders))
        {
            _told[new Name(order.Key)] = order;
        }

        foreach (var answer in evidence.Orders)
        {
            if (answer.Found is not { } found)
            {
                _notFound[new Name(answer.Key)] = answer;
            }
            else if (found.State is not InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: true })
            {
                _told[new Name(found.Key)] = found;
            }
        }
    }

    /// <summary>Every active order at an exchange, in the order of instruments and of placing.</summary>
    public static List<Order> Active(EngineState state, ExchangeIndex exchange)
    {
        var active = new List<Order>();
        foreach (var row in state.Instruments)
        {
            for (var i = 0; row.Instrument.Exchange == exchange && i < row.Orders.Count; i++)
            {
                active.Add(row.Orders[i]);
            }
        }

        return active;
    }

    /// <summary>The orders that rest, those included that we know nothing of.</summary>
    public IEnumerable<Order> Resting(EngineState state) => _told.Values
        .Where(IsResting)
        .Select(order => Dated(order, LastSeen(state, order.Key)));

    /// <summary>The orders that are active here and do not rest there, each with what is known of it instead.</summary>
    public IEnumerable<Order> NoLongerResting(EngineState state)
    {
        foreach (var known in Active(state, _exchange))
        {
            if (!_told.TryGetValue(new Name(known.Key), out var told))
            {
                if (StateUntold(known) is { } other)
                {
                    yield return known with { State = other };
                }
            }
            else if (!IsResting(told))
            {
                yield return told;
            }
        }
    }

    private static bool IsResting(Order order) => order.State is ActiveOrderState && order.QuantityRemaining > 0m;

    /// <summary>The time of what was told of an order last, and whether it is taken to be over since then.</summary>
    private static (Timestamp Time, bool IsOver)? LastSeen(EngineState state, OrderKey key)
    {
        if (!state.Catalog.Contains(key.Instrument))
        {
            return null;
        }

        var orders = state[key.Instrument].Orders;
        if (orders.EndOf(key.ClientOrderId) is { } end)
        {
            return (end, true);
        }

        return orders.TryGet(key.ClientOrderId, out var order) && order.State.TimeExchange is { } time
            ? (time, false)
            : null;
    }

    /// <summary>Some exchanges date an order by its placing: it is as it is told at the time of telling.</summary>
    private Order Dated(Order told, (Timestamp Time, bool IsOver)? last) => (told.State, last) switch
    {
        (ActiveOrderState.Open open, (var time, true)) when time < _time && open.Time < _time =>
            told with { State = open with { Time = _time } },
        (ActiveOrderState.Open open, (var time, false)) when time <= _time && open.Time < time =>
            told with { State = open with { Time = time } },
        _ => told,
    };

    /// <summary>What becomes of an order that the exchange does not tell of; none where nothing can be said.</summary>
    private OrderState? StateUntold(Order known)
    {
        var last = ((ActiveOrderState)known.State).LastOpen;
        if (last?.Time > _time)
        {
            return null;
        }

        if (!_notFound.TryGetValue(new Name(known.Key), out var answer))
        {
            // It does not rest any more, and how it ended nobody has said; one that never did may be on its way
            return last is null ? null : new ActiveOrderState.Unknown(last);
        }

        if (_time <= answer.ValidUntil)
        {
            return new ActiveOrderState.Unknown(last);
        }

        return last is null
            ? new InactiveOrderState.OpenFailed(new OrderError.Rejected(new ApiError.OrderRejected(
                $"was never placed: the exchange had not got it by {_time}, and takes it until {answer.ValidUntil}")))
            : new InactiveOrderState.Cancelled(last.Id, _time);
    }

    private readonly record struct Name(InstrumentIndex Instrument, ClientOrderId Id)
    {
        public Name(OrderKey key)
            : this(key.Instrument, key.ClientOrderId)
        {
        }
    }
}
