using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class SendTests
{
    private readonly ScriptedStrategy _strategy = new();
    private readonly List<(string Id, string Reason)> _refused = [];

    public SendTests() =>
        _strategy.OnRefused = (request, reason) => _refused.Add((request.Key.ClientOrderId.Value, reason));

    [Fact]
    public void Cancels_go_before_opens_and_what_risk_refuses_is_told_and_not_sent()
    {
        var risk = new ScriptedRisk(request => request.Side == Side.Buy
            ? RiskVerdict.Approve
            : RiskVerdict.Refuse("no selling"))
        {
            OnCancel = request => request.Key.ClientOrderId.Value == "keep"
                ? RiskVerdict.Refuse("keep it")
                : RiskVerdict.Approve,
        };
        var (buy, sell) = (Limit(BtcUsdt, "buy"), Limit(BtcUsdt, "sell", Side.Sell));
        OrderRequestCancel go = new(Key(BtcUsdt, "go")), keep = new(Key(BtcUsdt, "keep"));

        var step = Send(NewEngine(_strategy, risk, TradingState.Enabled), orders =>
        {
            orders.Open(sell);
            orders.Open(buy);
            orders.Cancel(keep);
            orders.Cancel(go);
        });

        var expected = new OrdersOutput(Sent(go), Sent(buy), [new(keep, "keep it")], [new(sell, "no selling")]);
        Assert.Equal([new EngineOutput.AlgoOrders(expected)], step.Outputs);
        Assert.Equal([.. Cancels(go), .. Opens(buy)], step.Requests);
        Assert.Equal([("sell", "no selling")], _refused);
    }

    [Fact]
    public void What_was_approved_before_counts_as_sent_when_the_next_is_asked_about()
    {
        EngineState? state = null;
        var risk = new ScriptedRisk(_ =>
            state![BtcUsdt].Orders.Count == 0 ? RiskVerdict.Approve : RiskVerdict.Refuse("one at a time"));
        var engine = NewEngine(_strategy, risk, TradingState.Enabled);
        state = engine.State;

        var step = Send(engine, orders =>
        {
            orders.Open(Limit(BtcUsdt, "1"));
            orders.Open(Limit(BtcUsdt, "2"));
        });

        Assert.Equal(Opens(Limit(BtcUsdt, "1")), step.Requests);
        Assert.Equal([("2", "one at a time")], _refused);
    }

    [Fact]
    public void An_order_that_could_not_be_sent_is_not_asked_about_and_its_strategy_is_told()
    {
        var risk = new ScriptedRisk(request => throw new InvalidOperationException($"asked about {request}"));

        var engine = NewEngine(_strategy, risk, TradingState.Enabled);

        var step = Send(engine, orders =>
        {
            orders.Open(Limit(XbtUsd, "nowhere"));
            orders.Open(OrderRequestOpen.Market(Key(BtcUsdt, "bad") with { Instrument = new(7) }, Side.Buy, 1m));
        });

        var output = Assert.IsType<EngineOutput.AlgoOrders>(Assert.Single(step.Outputs));
        Assert.Equal(2, output.Orders.Opens.Errors.Count);
        Assert.Equal([("nowhere", "not sent: NoExecution"), ("bad", "not sent: UnknownIndex")], _refused);
        Assert.Equal(TradingState.Enabled, engine.State.Trading);
    }

    [Fact]
    public void Names_of_orders_count_up_from_session_and_strategy()
    {
        var step = Send(NewEngine(_strategy, trading: TradingState.Enabled), orders =>
        {
            orders.Market(BtcUsdt, Side.Buy, 1m);
            orders.Limit(EthBtc, Side.Sell, 2m, 1m, TimeInForce.GoodUntilCancelled(postOnly: true));
        });

        Assert.Equal(
            ["session-scripted-0", "session-scripted-1"],
            step.Requests.Select(request => request.Key.ClientOrderId.Value));
    }

    [Fact]
    public void While_an_outcome_is_unknown_an_instrument_takes_no_new_exposure()
    {
        var engine = NewEngine(_strategy, trading: TradingState.Enabled);
        engine.Process(Filled(FillOf(Side.Buy, 100m, 2m)));
        Lose(engine, Limit(BtcUsdt, "lost", Side.Buy));

        var step = Send(engine, orders =>
        {
            orders.Market(BtcUsdt, Side.Buy, 1m);
            orders.Market(BtcUsdt, Side.Sell, 3m);
            orders.Market(BtcUsdt, Side.Sell, 1.5m);
            orders.Market(BtcUsdt, Side.Sell, 1m);
            orders.Market(BtcUsdt, Side.Sell, 0.5m);
            orders.Market(EthBtc, Side.Buy, 1m);
        });

        Assert.Equal([1.5m, 0.5m, 1m], step.Requests.Select(Quantity));
        Assert.Equal(3, _refused.Count);
        Assert.All(_refused, refused => Assert.Contains("is not known yet", refused.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_close_whose_outcome_is_unknown_may_have_closed_the_position_already()
    {
        var engine = NewEngine(_strategy, trading: TradingState.Enabled);
        engine.Process(Filled(FillOf(Side.Buy, 100m, 1m)));
        var close = World.Market(BtcUsdt, "close", Side.Sell);
        Lose(engine, close);

        Assert.Empty(Send(engine, orders => orders.Market(BtcUsdt, Side.Sell, 1m)).Requests);

        engine.Process(Reported(close, new InactiveOrderState.OpenFailed(
            new OrderError.Rejected(new ApiError.OrderRejected("no")))));
        Assert.Single(Send(engine, orders => orders.Market(BtcUsdt, Side.Sell, 1m)).Requests);
    }

    [Fact]
    public void A_strategy_may_choose_to_trade_through_the_unknown()
    {
        _strategy.OnTradesThroughUnknown = () => true;
        var engine = NewEngine(_strategy, trading: TradingState.Enabled);
        Lose(engine, Limit(BtcUsdt, "lost"));

        Assert.Single(Send(engine, orders => orders.Market(BtcUsdt, Side.Buy, 1m)).Requests);
    }

    [Fact]
    public void The_same_wish_under_one_name_goes_out_once()
    {
        var order = Limit(BtcUsdt, "once");
        var step = Send(NewEngine(_strategy, trading: TradingState.Enabled), orders =>
        {
            orders.Open(order);
            orders.Open(order);
        });

        Assert.Equal(Opens(order), step.Requests);
        Assert.Equal([("once", "not sent: DuplicateClientOrderId")], _refused);
    }

    private EngineStep Send(TradingEngine engine, Action<OrderBatch> wish)
    {
        _strategy.Once(wish);
        return engine.Process(Trade(BtcUsdt, 100m, Day(1)));
    }

    private static void Lose(TradingEngine engine, OrderRequestOpen request)
    {
        engine.Process(OpenCommand(request));
        engine.Process(Reported(request, new InactiveOrderState.OpenFailed(
            new OrderError.Connectivity(new ConnectivityError.Timeout()))));
        Assert.True(engine.State[request.Key.Instrument].Orders.HasUnknown);
    }

    private static decimal Quantity(ExecutionRequest request) =>
        Assert.IsType<ExecutionRequest.Open>(request).Request.Quantity;
}
