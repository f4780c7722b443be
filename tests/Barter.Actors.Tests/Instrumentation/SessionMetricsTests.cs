using Barter.Actors.Instrumentation;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Model;

namespace Barter.Actors.Tests.Instrumentation;

public sealed class SessionMetricsTests : IDisposable
{
    private static readonly OrderKey Key = new(
        new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("user"), new ClientOrderId("one"));

    private readonly Meters _meters = new();
    private readonly ManualTime _time = new();
    private readonly SessionMetrics _metrics;

    public SessionMetricsTests() =>
        _metrics = new SessionMetrics(_meters, "one", Tests.Hosting.Hosts.Spot.BuildCatalog(), _time);

    public void Dispose() => _meters.Dispose();

    [Fact]
    public void Tick_to_order_begins_when_the_market_event_is_told()
    {
        _metrics.MarketTold(1, conflated: 0);
        _time.Pass(seconds: 2);
        _metrics.MarketTold(2, conflated: 0);
        _time.Pass(seconds: 1);
        Assert.Equal(3, _meters.Sum("barter.engine.mailbox"));

        _metrics.MarketTaken();
        _metrics.Stepped(MarketEvent.Reconnecting(ExchangeId.BinanceSpot), Step());
        _metrics.Stepped(MarketEvent.Reconnecting(ExchangeId.BinanceSpot), Step(Open()));
        _metrics.MarketTaken();
        _metrics.Stepped(MarketEvent.Reconnecting(ExchangeId.BinanceSpot), Step(Open()));

        Assert.Equal([3.0, 1.0], _meters.Of("barter.tick_to_order.duration", "session=one"));
        Assert.Equal(0, _meters.Sum("barter.engine.mailbox"));
    }

    [Fact]
    public void What_never_was_taken_in_is_not_in_the_mailbox_after_the_end()
    {
        _metrics.MarketTold(7, conflated: 0);

        _metrics.End();

        Assert.Equal([7, -7], _meters.Of("barter.engine.mailbox"));
    }

    [Fact]
    public void Quotes_that_made_way_are_counted_across_restarts()
    {
        _metrics.MarketStarted();
        _metrics.MarketTold(1, conflated: 5);
        _metrics.MarketTold(1, conflated: 7);
        _metrics.MarketStarted();
        _metrics.MarketTold(1, conflated: 9);

        Assert.Equal(9, _meters.Sum("barter.quotes.conflated"));
        Assert.Equal(1, _meters.Sum("barter.restarts", "part=market-data"));
    }

    public static TheoryData<string, OrderState, string?> Ends() => new()
    {
        { "filled", new InactiveOrderState.FullyFilled(), "filled" },
        { "cancelled", new InactiveOrderState.Cancelled(new OrderId("x"), default), "cancelled" },
        { "expired", new InactiveOrderState.Expired(), "expired" },
        { "rejected", Failed(new OrderError.Rejected(new ApiError.RateLimit())), "rejected" },
        { "resting", new ActiveOrderState.Open(new OrderId("x"), default, 0m), null },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void An_order_is_acknowledged_once_and_ends_once(string name, OrderState state, string? outcome)
    {
        _ = name;
        _metrics.Stepped(new EngineEvent.Shutdown(), Step(Open()));
        _time.Pass(seconds: 1);

        _metrics.Stepped(Told(state), Step());
        _time.Pass(seconds: 1);
        _metrics.Stepped(Told(state), Step());

        Assert.Equal([1.0], _meters.Of("barter.order_to_ack.duration", "request=open"));
        Assert.Equal(1, _meters.Sum("barter.orders", "outcome=sent"));
        Assert.Equal(outcome is null ? 1 : 2, _meters.Sum("barter.orders"));
        Assert.Equal(outcome is null ? 0 : 1, _meters.Sum("barter.orders", $"outcome={outcome}"));
    }

    [Fact]
    public void An_order_whose_outcome_is_not_known_waits_for_its_answer()
    {
        var lost = Failed(new OrderError.Connectivity(new ConnectivityError.Timeout()));
        _metrics.Stepped(new EngineEvent.Shutdown(), Step(Open()));
        _time.Pass(seconds: 5);
        _metrics.Stepped(Told(lost), Step());
        Assert.Empty(_meters.Of("barter.order_to_ack.duration"));
        _time.Pass(seconds: 1);

        _metrics.Stepped(Told(new InactiveOrderState.FullyFilled()), Step());

        Assert.Equal([6.0], _meters.Of("barter.order_to_ack.duration"));
        Assert.Equal(1, _meters.Sum("barter.orders", "outcome=unanswered"));
        Assert.Equal(1, _meters.Sum("barter.orders", "outcome=filled"));
    }

    [Fact]
    public void A_cancel_has_an_answer_of_its_own()
    {
        _metrics.Stepped(new EngineEvent.Shutdown(), Step(Open()));
        _metrics.Stepped(Told(new ActiveOrderState.Open(new OrderId("x"), default, 0m)), Step());
        _metrics.Stepped(
            new EngineEvent.Shutdown(), Step(new ExecutionRequest.Cancel(new OrderRequestCancel(Key, null))));
        _time.Pass(seconds: 2);

        var answer = new OrderResponseCancel(Key, new InactiveOrderState.Cancelled(new OrderId("x"), default));
        _metrics.Stepped(
            new EngineEvent.Account(new AccountEvent.OrderCancelled(Key.Exchange, answer)), Step());

        Assert.Equal([2.0], _meters.Of("barter.order_to_ack.duration", "request=cancel"));
        Assert.Equal(1, _meters.Sum("barter.orders", "outcome=cancelled"));
        Assert.Equal(1, _meters.Sum("barter.events", "kind=cancel"));
    }

    [Fact]
    public void What_risk_refuses_is_an_outcome()
    {
        var request = ((ExecutionRequest.Open)Open()).Request;
        var refused = OrdersOutput.Empty with
        {
            OpensRefused = [new RiskRefused<OrderRequestOpen>(request, "no"), new(request, "no")],
        };

        _metrics.Stepped(
            new EngineEvent.Shutdown(), Step() with { Outputs = [new EngineOutput.AlgoOrders(refused)] });

        Assert.Equal(2, _meters.Sum("barter.orders", "outcome=refused", "exchange=binance_spot"));
        Assert.Equal(2, _meters.Sum("barter.orders"));
    }

    private static InactiveOrderState.OpenFailed Failed(OrderError error) => new(error);

    private static ExecutionRequest Open() =>
        new ExecutionRequest.Open(OrderRequestOpen.Limit(Key, Side.Buy, 10m, 1m));

    private static EngineEvent.Account Told(OrderState state) => new(new AccountEvent.OrderSnapshot(
        Key.Exchange, ((ExecutionRequest.Open)Open()).Request.ToOrder() with { State = state }));

    private static EngineStep Step(params ExecutionRequest[] requests) =>
        new(0, default, [], [], requests.ToValueList(), [], IsTerminal: false);

    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(int seconds) => _ticks += seconds * TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_ticks);
    }
}
