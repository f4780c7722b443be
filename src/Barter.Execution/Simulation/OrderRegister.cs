using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>Every order that ever arrived, by its names, and those whose day will end.</summary>
internal sealed class OrderRegister
{
    private readonly Dictionary<OrderId, SimulatedOrder> _byId = [];
    private readonly Dictionary<ClientOrderId, SimulatedOrder?> _byClientId = [];
    private readonly PriorityQueue<SimulatedOrder, (Timestamp, long)> _byExpiry = new();
    private long _lastId;
    private long _lastNumber;

    /// <param name="lastId">The ids that are given out go on behind this number.</param>
    public OrderRegister(long lastId) => _lastId = lastId;

    public Timestamp? NextExpiry => FirstToExpire()?.Expiry;

    public bool IsKnown(ClientOrderId id) => _byClientId.ContainsKey(id);

    public SimulatedOrder? Find(OrderId id) => _byId.GetValueOrDefault(id);

    public SimulatedOrder? Find(ClientOrderId id) => _byClientId.GetValueOrDefault(id);

    /// <summary>Keeps a refused order's name from being used again.</summary>
    public void Remember(ClientOrderId id) => _byClientId.TryAdd(id, null);

    /// <summary>Enters an order that is over, cancelled, so that it is known.</summary>
    public void Remember(Order order)
    {
        var cancelled = (InactiveOrderState.Cancelled)order.State;
        Enter(new SimulatedOrder(++_lastNumber, cancelled.Id, order, cancelled.Time, filled: 0m)).Cancel(
            cancelled.Time);
    }

    /// <summary>Names an order that arrives.</summary>
    public SimulatedOrder Add(Order order, Timestamp arrival)
    {
        OrderId id;
        do
        {
            id = new OrderId(string.Create(null, $"{++_lastId}"));
        }
        while (_byId.ContainsKey(id));

        return Enter(new SimulatedOrder(++_lastNumber, id, order, arrival, filled: 0m));
    }

    /// <summary>Enters an order that rests from the beginning.</summary>
    public SimulatedOrder Resume(Order order)
    {
        var open = (ActiveOrderState.Open)order.State;
        var resumed = Enter(new SimulatedOrder(++_lastNumber, open.Id, order, open.Time, open.FilledQuantity));
        Await(resumed);
        return resumed;
    }

    /// <summary>Notes when a resting order ends by itself, if it does.</summary>
    public void Await(SimulatedOrder order)
    {
        if (order.Expiry is { } expiry)
        {
            _byExpiry.Enqueue(order, (expiry, order.Number));
        }
    }

    /// <summary>The next order whose day is over, by expiry and arrival, or none.</summary>
    public SimulatedOrder? TakeExpired(Timestamp now) =>
        FirstToExpire()?.Expiry <= now ? _byExpiry.Dequeue() : null;

    private SimulatedOrder? FirstToExpire()
    {
        while (_byExpiry.TryPeek(out var order, out _))
        {
            if (order.IsOpen)
            {
                return order;
            }

            _byExpiry.Dequeue();
        }

        return null;
    }

    private SimulatedOrder Enter(SimulatedOrder order)
    {
        _byId.Add(order.Id, order);
        _byClientId.Add(order.Order.Key.ClientOrderId, order);
        return order;
    }
}
