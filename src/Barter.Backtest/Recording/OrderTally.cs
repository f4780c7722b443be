using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>Follows the orders that were sent until they are over, and counts what became of them.</summary>
internal sealed class OrderTally
{
    private readonly Dictionary<ClientOrderId, Tracked> _open = [];
    private readonly Dictionary<(ExchangeIndex Exchange, OrderId Id), Tracked> _byExchangeId = [];
    private readonly ReasonTally _rejected = new();
    private readonly ReasonTally _refused = new();
    private readonly FillTimes _fillTimes = new();
    private long _sent;
    private long _filled;
    private long _partlyFilled;
    private long _cancelled;
    private long _expired;

    public OrderStatistics Statistics => new()
    {
        Sent = _sent,
        Filled = _filled,
        PartlyFilled = _partlyFilled + _open.Values.LongCount(order => order.HasTraded),
        Cancelled = _cancelled,
        Expired = _expired,
        OpenAtEnd = _open.Count,
        Rejected = _rejected.Counts,
        RiskRefused = _refused.Counts,
        TimeToFillMedian = _fillTimes.Median,
        TimeToFillMean = _fillTimes.Mean,
    };

    /// <param name="request">What was sent.</param>
    /// <param name="time">When.</param>
    /// <param name="price">The market's price at that moment, where there was one.</param>
    public void Sent(OrderRequestOpen request, Timestamp time, decimal? price)
    {
        _sent++;
        _open[request.Key.ClientOrderId] = new Tracked(time, price);
    }

    /// <summary>The market's price when the order that a fill is of was sent; none where that is not known.</summary>
    public decimal? PriceAtDecision(ExchangeIndex exchange, OrderId order) =>
        _byExchangeId.TryGetValue((exchange, order), out var tracked) ? tracked.PriceAtDecision : null;

    public void Refused(OrdersOutput orders)
    {
        foreach (var refused in orders.OpensRefused)
        {
            _refused.Add(refused.Reason);
        }

        foreach (var refused in orders.CancelsRefused)
        {
            _refused.Add(refused.Reason);
        }
    }

    public void Hear(AccountEvent account, Timestamp time)
    {
        switch (account)
        {
            case AccountEvent.OrderSnapshot { Order: var order }:
                Hear(account.Exchange, order, time);
                break;
            case AccountEvent.OrderCancelled { Response: { Cancelled: { } cancelled, Key: var key } }:
                End(key, cancelled, time);
                break;
            case AccountEvent.Filled { Fill: var fill }:
                if (_byExchangeId.TryGetValue((account.Exchange, fill.OrderId), out var traded))
                {
                    traded.HasTraded = true;
                }

                break;
        }
    }

    private void Hear(ExchangeIndex exchange, Order order, Timestamp time)
    {
        if (order.State is InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: true })
        {
            return;
        }

        if (order.State is InactiveOrderState over)
        {
            End(order.Key, over, time);
        }
        else if (order.State is ActiveOrderState { LastOpen: { } rests }
            && _open.TryGetValue(order.Key.ClientOrderId, out var tracked)
            && tracked.Id is null)
        {
            tracked.Id = (exchange, rests.Id);
            _byExchangeId[(exchange, rests.Id)] = tracked;
        }
    }

    private void End(OrderKey key, InactiveOrderState state, Timestamp time)
    {
        if (!_open.Remove(key.ClientOrderId, out var tracked))
        {
            return;
        }

        if (tracked.Id is { } id)
        {
            _byExchangeId.Remove(id);
        }

        switch (state)
        {
            case InactiveOrderState.FullyFilled:
                _filled++;
                _fillTimes.Add(time.UnixNanos - tracked.Sent.UnixNanos);
                return;
            case InactiveOrderState.OpenFailed { Error: var error }:
                _rejected.Add(ReasonOf(error));
                return;
            case InactiveOrderState.Expired:
                _expired++;
                break;
            default:
                _cancelled++;
                break;
        }

        _partlyFilled += tracked.HasTraded ? 1 : 0;
    }

    private static string ReasonOf(OrderError error) => error switch
    {
        OrderError.Rejected { Error: ApiError.OrderRejected rejected } => rejected.Message,
        OrderError.Rejected { Error: ApiError.BalanceInsufficient } => "balance insufficient",
        OrderError.Rejected { Error: ApiError.InstrumentInvalid } => "instrument invalid",
        OrderError.Rejected { Error: ApiError.AssetInvalid } => "asset invalid",
        _ => error.ToString() ?? "unknown",
    };

    private sealed class Tracked(Timestamp sent, decimal? priceAtDecision)
    {
        public Timestamp Sent { get; } = sent;

        public decimal? PriceAtDecision { get; } = priceAtDecision;

        public bool HasTraded { get; set; }

        public (ExchangeIndex Exchange, OrderId Id)? Id { get; set; }
    }
}
