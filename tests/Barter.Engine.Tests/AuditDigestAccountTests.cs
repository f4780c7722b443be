using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Engine.Risk;
using Barter.Model;

namespace Barter.Engine.Tests;

/// <summary>That every field of what is put into a digest as numbers is in it.</summary>
public sealed class AuditDigestAccountTests
{
    private static readonly ExchangeIndex Here = new(0);
    private static readonly OrderKey Key =
        new(Here, new InstrumentIndex(0), new StrategyId("s"), new ClientOrderId("c"));

    private static readonly ActiveOrderState.Open Open = new(new OrderId("o"), new Timestamp(5), 1m);
    private static readonly Order Placed =
        new(Key, Side.Buy, 2m, 3m, OrderKind.Limit, TimeInForce.GoodUntilCancelled(), Open);

    private static readonly Fill Traded = new(
        new TradeId("t"), new OrderId("o"), new InstrumentIndex(0), new StrategyId("s"), new Timestamp(5),
        Side.Buy, 2m, 3m, AssetFees.Quote(1m));

    [Fact]
    public void Everything_that_an_account_event_tells_is_in_the_digest()
    {
        var id = new OrderId("p");
        AccountEvent[] told =
        [
            .. Orders().Select(order => new AccountEvent.OrderSnapshot(Here, order)),
            .. Fills().Select(fill => new AccountEvent.Filled(Here, fill)),
            new AccountEvent.OrderSnapshot(new ExchangeIndex(1), Placed),
            Balance(0, 2m, 1m, 5),
            Balance(1, 2m, 1m, 5),
            Balance(0, 3m, 1m, 5),
            Balance(0, 2m, 2m, 5),
            Balance(0, 2m, 1m, 6),
            Answer(Key, new InactiveOrderState.Cancelled(id, new Timestamp(5))),
            Answer(Key, new InactiveOrderState.Cancelled(id, new Timestamp(6))),
            Answer(Key, new InactiveOrderState.Cancelled(new OrderId("q"), new Timestamp(5))),
            Answer(Key with { ClientOrderId = new ClientOrderId("d") }, new(id, new Timestamp(5))),
            new AccountEvent.OrderCancelled(
                Here, new OrderResponseCancel(Key, new OrderError.Rejected(new ApiError.RateLimit()))),
        ];

        AssertAllDiffer(told.Select(row => DigestOf(new EngineEvent.Account(row), [])));
    }

    [Fact]
    public void Everything_that_a_step_did_is_in_the_digest()
    {
        var cause = new EngineEvent.TimerElapsed(new Timestamp(1), "a");
        EngineOutput[] done =
        [
            .. Opens().Select(open => new EngineOutput.AlgoOrders(Sent([open], []))),
            new EngineOutput.AlgoOrders(Sent([], [new OrderRequestCancel(Key)])),
            new EngineOutput.AlgoOrders(Sent([], [new OrderRequestCancel(Key, new OrderId("o"))])),
            new EngineOutput.AlgoOrders(Sent([Opens()[0], Opens()[0]], [])),
            new EngineOutput.AlgoOrders(Sent([Opens()[0]], []) with
            {
                OpensRefused = [new RiskRefused<OrderRequestOpen>(Opens()[0], "no")],
            }),
            new EngineOutput.Anomaly(OrderAnomaly.Stale, Key),
            new EngineOutput.Anomaly(OrderAnomaly.Finished, Key),
            new EngineOutput.Anomaly(OrderAnomaly.Finished, Key with { Exchange = new ExchangeIndex(1) }),
            new EngineOutput.Anomaly(OrderAnomaly.Finished, null),
            .. Exits().Select(exit => new EngineOutput.PositionExit(exit)),
        ];

        AssertAllDiffer(done.Select(row => DigestOf(cause, [row])).Append(DigestOf(cause, [done[0], done[0]])));
    }

    private static Order[] Orders() =>
    [
        Placed,
        Placed with { Key = Key with { Instrument = new InstrumentIndex(1) } },
        Placed with { Key = Key with { Strategy = new StrategyId("r") } },
        Placed with { Side = Side.Sell },
        Placed with { Price = 2.5m },
        Placed with { Price = null },
        Placed with { Quantity = 4m },
        Placed with { Kind = OrderKind.Market },
        Placed with { TimeInForce = TimeInForce.GoodUntilCancelled(postOnly: true) },
        Placed with { TimeInForce = TimeInForce.GoodUntilEndOfDay },
        Placed with { State = Open with { Id = new OrderId("p") } },
        Placed with { State = Open with { Time = new Timestamp(6) } },
        Placed with { State = Open with { FilledQuantity = 2m } },
        Placed with { State = new ActiveOrderState.OpenInFlight() },
        Placed with { State = new ActiveOrderState.CancelInFlight(Open) },
        Placed with { State = new ActiveOrderState.Unknown(Open) },
        Placed with { State = new InactiveOrderState.FullyFilled() },
        Placed with { State = new InactiveOrderState.Expired() },
        Placed with { State = new InactiveOrderState.Cancelled(new OrderId("o"), new Timestamp(5)) },
        Placed with { State = Failed(new ApiError.OrderRejected("a")) },
        Placed with { State = Failed(new ApiError.OrderRejected("b")) },
        Placed with { State = Failed(new ApiError.RateLimit()) },
    ];

    private static Fill[] Fills() =>
    [
        Traded,
        Traded with { Id = new TradeId("u") },
        Traded with { OrderId = new OrderId("p") },
        Traded with { Instrument = new InstrumentIndex(1) },
        Traded with { Strategy = new StrategyId("r") },
        Traded with { TimeExchange = new Timestamp(6) },
        Traded with { Side = Side.Sell },
        Traded with { Price = 2.5m },
        Traded with { Quantity = 4m },
        Traded with { Fees = AssetFees.Quote(-1m) },
        Traded with { Fees = new AssetFees(new AssetIndex(0), 1m) },
    ];

    private static OrderRequestOpen[] Opens() =>
    [
        OrderRequestOpen.Limit(Key, Side.Buy, 2m, 3m),
        OrderRequestOpen.Limit(Key with { ClientOrderId = new ClientOrderId("d") }, Side.Buy, 2m, 3m),
        OrderRequestOpen.Limit(Key, Side.Sell, 2m, 3m),
        OrderRequestOpen.Limit(Key, Side.Buy, 2.5m, 3m),
        OrderRequestOpen.Limit(Key, Side.Buy, 2m, 4m),
        OrderRequestOpen.Limit(Key, Side.Buy, 2m, 3m, TimeInForce.FillOrKill),
        OrderRequestOpen.Market(Key, Side.Buy, 3m),
    ];

    private static PositionExited[] Exits()
    {
        var exit = new PositionExited(
            new InstrumentIndex(0), Side.Buy, 1m, 2m, 3m, 4m, 5m, new Timestamp(6), new Timestamp(7),
            [new TradeId("t")]);
        return
        [
            exit,
            exit with { Instrument = new InstrumentIndex(1) },
            exit with { Side = Side.Sell },
            exit with { PriceEntryAverage = 9m },
            exit with { QuantityAbsMax = 9m },
            exit with { PnlRealised = -3m },
            exit with { FeesEnter = 9m },
            exit with { FeesExit = 9m },
            exit with { TimeEnter = new Timestamp(9) },
            exit with { TimeExit = new Timestamp(9) },
            exit with { Trades = [new TradeId("u")] },
            exit with { Trades = [] },
        ];
    }

    private static InactiveOrderState.OpenFailed Failed(ApiError error) => new(new OrderError.Rejected(error));

    private static AccountEvent.BalanceSnapshot Balance(int asset, decimal total, decimal free, long time) =>
        new(Here, new AssetBalance(new AssetIndex(asset), new Balance(total, free), new Timestamp(time)));

    private static AccountEvent.OrderCancelled Answer(OrderKey key, InactiveOrderState.Cancelled cancelled) =>
        new(Here, new OrderResponseCancel(key, cancelled));

    private static OrdersOutput Sent(ValueList<OrderRequestOpen> opens, ValueList<OrderRequestCancel> cancels) =>
        new(new SendOutput<OrderRequestCancel>(cancels, []), new SendOutput<OrderRequestOpen>(opens, []), [], []);

    private static string DigestOf(EngineEvent cause, ValueList<EngineOutput> outputs)
    {
        var digest = new AuditDigest();
        digest.Add(cause, new EngineStep(0, new Timestamp(1), outputs, [], [], [], false));
        return digest.ToHex();
    }

    private static void AssertAllDiffer(IEnumerable<string> digests)
    {
        var rows = digests.ToArray();
        Assert.Equal(rows.Length, rows.Distinct(StringComparer.Ordinal).Count());
    }
}
