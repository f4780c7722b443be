using System.Globalization;
using System.Runtime.InteropServices;
using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>
/// A simulated exchange as its clients see it: an order counts once, however often it comes, and reports are numbered.
/// </summary>
/// <remarks>Pure, as the exchange is. Reports are kept until they are forgotten, orders and fills always.</remarks>
public sealed class SimulatedAccount
{
    private readonly ExchangeIndex _index;
    private readonly List<AccountEvent> _reports = [];
    private readonly List<ClientOrderId> _arrivals = [];
    private readonly Dictionary<ClientOrderId, OrderRequestOpen> _placed = [];
    private readonly Dictionary<ClientOrderId, Order> _refused = [];
    private readonly List<Fill> _fills = [];
    private readonly List<AccountEvent> _fresh = [];

    public SimulatedAccount(ExchangeIndex index, SimulatedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        (_index, Exchange) = (index, exchange);
        _arrivals.AddRange(exchange.Snapshot(Timestamp.MinValue).Instruments
            .SelectMany(row => row.Orders)
            .Select(order => order.Key.ClientOrderId));
    }

    public SimulatedExchange Exchange { get; }

    /// <summary>The number of the last report; they count from 1.</summary>
    public long Last => Forgotten + _reports.Count;

    /// <summary>The reports until this one are gone.</summary>
    public long Forgotten { get; private set; }

    /// <summary>How often an order came that had come before.</summary>
    public long Resends { get; private set; }

    /// <summary>Every order that ever came, as it is, by arrival; those that were refused as well.</summary>
    public ValueList<Order> Orders => _arrivals.Select(id => Find(id)!).ToValueList();

    /// <param name="number">Above <see cref="Forgotten"/>, <see cref="Last"/> at most.</param>
    public AccountEvent this[long number] => _reports[(int)(number - Forgotten) - 1];

    public void See(in MarketEvent market, Timestamp now)
    {
        Exchange.See(market, now, _fresh);
        Keep();
    }

    /// <summary>Takes an order.</summary>
    /// <param name="request">The order.</param>
    /// <param name="validUntil">When it may come for the first time at the latest; none for always.</param>
    /// <param name="now">The exchange's time.</param>
    public OrderIntake Place(OrderRequestOpen request, Timestamp? validUntil, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = request.Key.ClientOrderId;
        var intake = _placed.TryGetValue(id, out var before) && before == request ? OrderIntake.Again
            : before is not null || Find(id) is not null ? OrderIntake.OtherTerms
            : now > validUntil ? OrderIntake.TooLate
            : OrderIntake.Taken;
        switch (intake)
        {
            case OrderIntake.Again:
                Resends++;
                TellAsItIs(id, now);
                break;
            case OrderIntake.TooLate:
                Arrive(request);
                Refuse(request, $"it arrived at {now} and was valid until {validUntil}", now);
                break;
            case OrderIntake.Taken:
                Arrive(request);
                Exchange.Open(request, now, _fresh);
                break;
            default:
                Refuse(request, $"client order id {id} was used before for another order", now);
                break;
        }

        Keep();
        return intake;
    }

    public void Cancel(OrderRequestCancel request, Timestamp now)
    {
        Exchange.Cancel(request, now, _fresh);
        Keep();
    }

    /// <summary>Ends the orders whose day is over.</summary>
    public void Expire(Timestamp now)
    {
        Exchange.Expire(now, _fresh);
        Keep();
    }

    /// <summary>Reports the account as it is.</summary>
    public void TellAccount(Timestamp now)
    {
        Exchange.Expire(now, _fresh);
        _fresh.Add(new AccountEvent.Snapshot(Exchange.Snapshot(now)));
        Keep();
    }

    /// <summary>The order as it is, also when it is over or was refused; none that never came.</summary>
    public Order? Find(ClientOrderId id) => Exchange.Find(id) ?? _refused.GetValueOrDefault(id);

    /// <summary>The fills behind a number, in order.</summary>
    public ValueList<Fill> FillsAfter(long number)
    {
        var low = CollectionsMarshal.AsSpan(_fills).BinarySearch(new Behind(number));
        return _fills.Skip(low < 0 ? ~low : low).ToValueList();
    }

    /// <summary>What can be stated of the account.</summary>
    /// <param name="orders">Orders that are asked for, and until when each may arrive.</param>
    /// <param name="fillsSince">From when on fills are wanted; none wants all.</param>
    /// <param name="now">The exchange's time, to which it was brought by what was called last.</param>
    public AccountEvidence Evidence(
        IEnumerable<(OrderKey Key, Timestamp ValidUntil)> orders, Timestamp? fillsSince, Timestamp now) => new(
        _index,
        now,
        Exchange.Snapshot(now),
        FillsSince(fillsSince),
        fillsSince,
        orders.Select(row => new OrderAnswer(row.Key, Find(row.Key.ClientOrderId), row.ValidUntil)).ToValueList(),
        null);

    /// <summary>The fills from a time on, in order; all, where none is given.</summary>
    public ValueList<Fill> FillsSince(Timestamp? time)
    {
        var first = _fills.Count;
        while (first > 0 && (time is null || _fills[first - 1].TimeExchange >= time))
        {
            first--;
        }

        return _fills.Skip(first).ToValueList();
    }

    /// <summary>Forgets reports; numbers go on behind those that were never given.</summary>
    public void Forget(long until)
    {
        if (until > Forgotten)
        {
            _reports.RemoveRange(0, (int)Math.Min(until - Forgotten, _reports.Count));
            Forgotten = until;
        }
    }

    private static long NumberOf(Fill fill) => long.Parse(fill.Id.Value, CultureInfo.InvariantCulture);

    private void Arrive(OrderRequestOpen request)
    {
        _placed.Add(request.Key.ClientOrderId, request);
        _arrivals.Add(request.Key.ClientOrderId);
    }

    /// <summary>One that is over has its report.</summary>
    private void TellAsItIs(ClientOrderId id, Timestamp now)
    {
        Exchange.Expire(now, _fresh);
        if (Find(id) is { State: ActiveOrderState } order)
        {
            _fresh.Add(new AccountEvent.OrderSnapshot(_index, order));
        }
    }

    private void Refuse(OrderRequestOpen request, string reason, Timestamp now)
    {
        Exchange.Expire(now, _fresh);
        var failed = new InactiveOrderState.OpenFailed(
            new OrderError.Rejected(new ApiError.OrderRejected(reason)));
        _fresh.Add(new AccountEvent.OrderSnapshot(_index, request.ToOrder() with { State = failed }));
    }

    private void Keep()
    {
        foreach (var report in _fresh)
        {
            _reports.Add(report);
            switch (report)
            {
                case AccountEvent.Filled { Fill: var fill }:
                    _fills.Add(fill);
                    break;
                case AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState.OpenFailed } order }:
                    _refused.TryAdd(order.Key.ClientOrderId, order);
                    break;
            }
        }

        _fresh.Clear();
    }

    private readonly struct Behind(long number) : IComparable<Fill>
    {
        public int CompareTo(Fill? other) => number < NumberOf(other!) ? -1 : 1;
    }
}
