using System.Diagnostics.CodeAnalysis;
using Barter.Model;

namespace Barter.Engine.Orders;

/// <summary>The active orders of one instrument, in the order in which they were placed.</summary>
public sealed class OrderTable
{
    /// <summary>How many finished orders are remembered, so that late echoes of them are known as such.</summary>
    private const int FinishedMax = 1_024;

    private readonly OrderedDictionary<ClientOrderId, Entry> _active;
    private readonly Dictionary<ClientOrderId, Ended> _finished;
    private readonly Queue<ClientOrderId> _finishedOrder;
    private int _unknown;

    internal OrderTable()
        : this([], [], [], 0)
    {
    }

    private OrderTable(
        OrderedDictionary<ClientOrderId, Entry> active,
        Dictionary<ClientOrderId, Ended> finished,
        Queue<ClientOrderId> finishedOrder,
        int unknown)
    {
        (_active, _finished, _finishedOrder, _unknown) = (active, finished, finishedOrder, unknown);
    }

    public int Count => _active.Count;

    /// <summary>Whether the outcome of a request for one of them is not known.</summary>
    public bool HasUnknown => _unknown > 0;

    /// <summary>The order at a position; 0 is the oldest.</summary>
    public Order this[int position] => _active.GetAt(position).Value.Order;

    public bool TryGet(ClientOrderId id, [NotNullWhen(true)] out Order? order)
    {
        order = _active.TryGetValue(id, out var entry) ? entry.Order : null;
        return order is not null;
    }

    /// <summary>Whether an order of that name is active, or was not long ago.</summary>
    public bool IsTaken(ClientOrderId id) => _active.ContainsKey(id) || _finished.ContainsKey(id);

    /// <summary>How much of the active orders of a side may still trade.</summary>
    public decimal QuantityRemaining(Side side, OrderKind? kind = null)
    {
        var sum = 0m;
        for (var i = 0; i < _active.Count; i++)
        {
            var order = _active.GetAt(i).Value.Order;
            if (order.Side == side && (kind is null || order.Kind == kind))
            {
                sum += order.QuantityRemaining;
            }
        }

        return sum;
    }

    /// <summary>When an order ended that is remembered; the last of all times for an end that nothing undoes.</summary>
    internal Timestamp? EndOf(ClientOrderId id) => _finished.TryGetValue(id, out var ended) ? ended.Time : null;

    internal OrderAnomaly Opened(OrderRequestOpen request)
    {
        if (IsTaken(request.Key.ClientOrderId))
        {
            return OrderAnomaly.Repeated;
        }

        _active.Add(request.Key.ClientOrderId, new Entry(request.ToOrder(), 0m));
        return OrderAnomaly.None;
    }

    internal OrderAnomaly CancelSent(OrderRequestCancel request)
    {
        var id = request.Key.ClientOrderId;
        return _active.TryGetValue(id, out var entry)
            ? Keep(entry, OrderLifecycle.OnCancelSent(entry.State))
            : OrderLifecycle.OnCancelSent(null).Anomaly;
    }

    /// <summary>What is kept of a tracked order stays as it was placed; a report moves its state only.</summary>
    internal OrderAnomaly Reported(Order report, Timestamp now)
    {
        var id = report.Key.ClientOrderId;
        var end = OrderLifecycle.EndOf(report.State, now);
        if (_active.TryGetValue(id, out var entry))
        {
            return Keep(
                entry, WithFills(entry, OrderLifecycle.OnReport(entry.State, report.State, report.Quantity)), end);
        }

        if (_finished.TryGetValue(id, out var ended))
        {
            return ReportedAfterEnd(report, ended, end);
        }

        var step = OrderLifecycle.OnReport(null, report.State, report.Quantity);
        if (step.State is { } state)
        {
            _active.Add(id, new Entry(report with { State = state }, 0m));
            _unknown += state is ActiveOrderState.Unknown ? 1 : 0;
        }
        else if (step.IsOver)
        {
            Remember(id, new Ended(new Entry(report, 0m), end));
        }

        return step.Anomaly;
    }

    internal OrderAnomaly CancelAnswered(OrderResponseCancel answer)
    {
        var id = answer.Key.ClientOrderId;
        var end = answer.Cancelled?.Time ?? Timestamp.MaxValue;
        if (_active.TryGetValue(id, out var entry))
        {
            return Keep(entry, OrderLifecycle.OnCancelAnswer(entry.State, answer), end);
        }

        if (_finished.TryGetValue(id, out var ended))
        {
            if (answer.Cancelled is not null)
            {
                _finished[id] = ended.NotBefore(end);
            }

            return OrderAnomaly.Finished;
        }

        var step = OrderLifecycle.OnCancelAnswer(null, answer);
        if (step.IsOver)
        {
            Remember(id, new Ended(null, end));
        }

        return step.Anomaly;
    }

    internal void Traded(Fill fill)
    {
        for (var i = 0; i < _active.Count; i++)
        {
            var entry = _active.GetAt(i).Value;
            if (entry.State.LastOpen?.Id == fill.OrderId)
            {
                entry = entry with { Traded = entry.Traded + Math.Abs(fill.Quantity) };
                _active.SetAt(i, entry);
                Keep(entry, OrderLifecycle.OnTraded(entry.State, entry.Traded, entry.Order.Quantity));
                return;
            }
        }
    }

    /// <summary>The exchange's own list is all there is: what it leaves out is no longer known to rest.</summary>
    internal void Listed(ValueList<Order> orders, Timestamp listed)
    {
        for (var i = 0; i < _active.Count; i++)
        {
            var entry = _active.GetAt(i).Value;
            var isListed = false;
            foreach (var order in orders)
            {
                isListed |= order.Key.ClientOrderId == entry.Order.Key.ClientOrderId;
            }

            if (!isListed)
            {
                Keep(entry, OrderLifecycle.OnMissing(entry.State, listed));
            }
        }
    }

    internal OrderTable Clone()
    {
        var active = new OrderedDictionary<ClientOrderId, Entry>(_active.Count);
        for (var i = 0; i < _active.Count; i++)
        {
            var (id, entry) = _active.GetAt(i);
            active.Add(id, entry);
        }

        return new OrderTable(active, new(_finished), new Queue<ClientOrderId>(_finishedOrder), _unknown);
    }

    /// <summary>A report may be older than fills that we have heard of, and does not take them back.</summary>
    private static OrderStep WithFills(Entry entry, OrderStep step) => step.State is null
        ? step
        : OrderLifecycle.OnTraded(step.State, entry.Traded, entry.Order.Quantity) with { Anomaly = step.Anomaly };

    private OrderAnomaly ReportedAfterEnd(Order report, Ended ended, Timestamp end)
    {
        var id = report.Key.ClientOrderId;
        var known = ended.Entry ?? new Entry(report, 0m);
        var step = WithFills(known, OrderLifecycle.OnReportAfterEnd(ended.Time, report.State, known.Order.Quantity));
        if (step.State is { } state)
        {
            Forget(id);
            _active.Add(id, known with { Order = known.Order with { State = state } });
        }
        else if (step.Anomaly == OrderAnomaly.None || IsEnd(report.State))
        {
            _finished[id] = ended.NotBefore(end);
        }

        return step.Anomaly;
    }

    private OrderAnomaly Keep(Entry entry, OrderStep step, Timestamp? end = null)
    {
        var id = entry.Order.Key.ClientOrderId;
        if (!ReferenceEquals(step.State, entry.State))
        {
            _unknown += step.State is ActiveOrderState.Unknown ? 1 : 0;
            _unknown -= entry.State is ActiveOrderState.Unknown ? 1 : 0;
            if (step.State is { } state)
            {
                _active[id] = entry with { Order = entry.Order with { State = state } };
            }
            else
            {
                _active.Remove(id);
            }
        }

        if (step.IsOver)
        {
            Remember(id, new Ended(entry, end ?? Timestamp.MaxValue).NotBefore(entry.State.TimeExchange));
        }

        return step.Anomaly;
    }

    private static bool IsEnd(OrderState told) => told
        is InactiveOrderState and not InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: true };

    /// <summary>Rarely: an exchange took back what it had said.</summary>
    private void Forget(ClientOrderId id)
    {
        _finished.Remove(id);
        for (var i = _finishedOrder.Count; i > 0; i--)
        {
            if (_finishedOrder.Dequeue() is var other && other != id)
            {
                _finishedOrder.Enqueue(other);
            }
        }
    }

    private void Remember(ClientOrderId id, Ended ended)
    {
        if (!_finished.TryAdd(id, ended))
        {
            return;
        }

        _finishedOrder.Enqueue(id);
        if (_finishedOrder.Count > FinishedMax)
        {
            _finished.Remove(_finishedOrder.Dequeue());
        }
    }

    /// <summary>An order and what its fills sum up to, which may be ahead of what the exchange reported.</summary>
    private sealed record Entry(Order Order, decimal Traded)
    {
        public ActiveOrderState State => (ActiveOrderState)Order.State;
    }

    /// <summary>An order that is over.</summary>
    /// <param name="Entry">As it was last; none where only its name is known.</param>
    /// <param name="Time">Since when.</param>
    private sealed record Ended(Entry? Entry, Timestamp Time)
    {
        /// <summary>What was seen or told of it later moves its end.</summary>
        public Ended NotBefore(Timestamp? time) =>
            time > Time ? this with { Time = time.Value } : this;
    }
}
