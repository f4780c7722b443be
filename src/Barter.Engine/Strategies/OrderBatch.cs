using Barter.Engine.Orders;
using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Collects what a strategy wishes to send: cancels go before opens, each in the order of asking.</summary>
public sealed class OrderBatch
{
    private readonly InstrumentCatalog _catalog;
    private readonly StrategyId _strategy;
    private readonly ClientOrderIds _ids;
    private readonly List<OrderRequestOpen> _opens = [];
    private readonly List<OrderRequestCancel> _cancels = [];
    private readonly List<EngineEvent.TimerElapsed> _timers = [];

    internal OrderBatch(InstrumentCatalog catalog, StrategyId strategy, ClientOrderIds ids) =>
        (_catalog, _strategy, _ids) = (catalog, strategy, ids);

    public IReadOnlyList<OrderRequestOpen> Opens => _opens;

    public IReadOnlyList<OrderRequestCancel> Cancels => _cancels;

    internal List<EngineEvent.TimerElapsed> Timers => _timers;

    internal bool IsEmpty => _opens.Count == 0 && _cancels.Count == 0 && _timers.Count == 0;

    /// <summary>Wishes for a market order: what trades at once, and the rest is cancelled.</summary>
    /// <param name="instrument">What to trade.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="quantity">Positive; in the instrument's unit.</param>
    public OrderRequestOpen Market(InstrumentIndex instrument, Side side, decimal quantity) =>
        Open(OrderRequestOpen.Market(NewKey(instrument), side, quantity));

    /// <summary>Wishes for a limit order; good until cancelled, unless told otherwise.</summary>
    public OrderRequestOpen Limit(
        InstrumentIndex instrument, Side side, decimal price, decimal quantity, TimeInForce timeInForce = default) =>
        Open(OrderRequestOpen.Limit(NewKey(instrument), side, price, quantity, timeInForce));

    /// <summary>Wishes for an order whose key is given, client order id and all.</summary>
    public OrderRequestOpen Open(OrderRequestOpen request)
    {
        _opens.Add(request);
        return request;
    }

    /// <summary>Wishes an active order to be cancelled; one that is being cancelled is left alone.</summary>
    public void Cancel(Order order)
    {
        if (order.ToCancelRequest() is { } request)
        {
            _cancels.Add(request);
        }
    }

    public void Cancel(OrderRequestCancel request) => _cancels.Add(request);

    /// <summary>Wishes to be woken; a time that is past wakes at once.</summary>
    public void WakeAt(Timestamp time, string name) => _timers.Add(new EngineEvent.TimerElapsed(time, name));

    internal void Clear()
    {
        _opens.Clear();
        _cancels.Clear();
        _timers.Clear();
    }

    private OrderKey NewKey(InstrumentIndex instrument) =>
        new(_catalog[instrument].Exchange, instrument, _strategy, _ids.Next());
}
