using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class CommandTests
{
    private static readonly OrderError SaidNo = new OrderError.Rejected(new ApiError.OrderRejected("no"));

    private readonly TradingEngine _engine = NewEngine();

    [Fact]
    public void An_order_for_an_exchange_that_is_only_listened_to_is_not_sent_and_the_next_one_is()
    {
        var (nowhere, here) = (Limit(XbtUsd, "nowhere"), Limit(BtcUsdt, "here"));

        var step = _engine.Process(OpenCommand(nowhere, here));

        var opens = new SendOutput<OrderRequestOpen>(
            [here], [new SendRefused<OrderRequestOpen>(nowhere, SendRefusal.NoExecution)]);
        Assert.Equal([new EngineOutput.Commanded(new ActionOutput.OpenOrders(opens))], step.Outputs);
        Assert.Equal(Opens(here), step.Requests);
        Assert.Equal((0, 1), (_engine.State[XbtUsd].Orders.Count, _engine.State[BtcUsdt].Orders.Count));
        Assert.False(step.IsTerminal);
    }

    [Theory]
    [InlineData("unknown instrument", SendRefusal.UnknownIndex)]
    [InlineData("instrument of another exchange", SendRefusal.UnknownIndex)]
    [InlineData("only listened to", SendRefusal.NoExecution)]
    [InlineData("no quantity", SendRefusal.OutOfRange)]
    [InlineData("negative quantity", SendRefusal.OutOfRange)]
    [InlineData("quantity beyond counting", SendRefusal.OutOfRange)]
    [InlineData("no price to speak of", SendRefusal.OutOfRange)]
    [InlineData("name taken", SendRefusal.DuplicateClientOrderId)]
    public void An_order_that_cannot_be_sent_is_refused_with_its_reason(string row, SendRefusal expected)
    {
        _engine.Process(OpenCommand(Limit(BtcUsdt, "taken")));
        var good = Limit(BtcUsdt, "good");
        var bad = row switch
        {
            "unknown instrument" => Keyed(good.Key with { Instrument = new InstrumentIndex(3) }),
            "instrument of another exchange" => Keyed(good.Key with { Exchange = Kraken }),
            "only listened to" => Limit(XbtUsd, "bad"),
            "no quantity" => Limit(BtcUsdt, "bad", quantity: 0m),
            "negative quantity" => World.Market(BtcUsdt, "bad", Side.Sell, -5m),
            "quantity beyond counting" => World.Market(BtcUsdt, "bad", Side.Sell, decimal.MaxValue),
            "no price to speak of" => Limit(BtcUsdt, "bad", price: 0m),
            _ => Limit(BtcUsdt, "taken"),
        };
        var before = StateText.Of(_engine.State);

        var step = _engine.Process(OpenCommand(bad));

        var opens = new SendOutput<OrderRequestOpen>([], [new SendRefused<OrderRequestOpen>(bad, expected)]);
        Assert.Equal([new EngineOutput.Commanded(new ActionOutput.OpenOrders(opens))], step.Outputs);
        Assert.Empty(step.Requests);
        Assert.Equal(before, StateText.Of(_engine.State));
    }

    [Fact]
    public void A_cancel_of_an_order_that_is_not_tracked_is_sent_all_the_same()
    {
        var cancel = new OrderRequestCancel(Key(BtcUsdt, "stranger"));

        var step = _engine.Process(Do(new Command.SendCancelRequests([cancel])));

        Assert.Equal(Cancels(cancel), step.Requests);
        Assert.Equal(0, _engine.State[BtcUsdt].Orders.Count);
    }

    [Fact]
    public void Cancelling_all_leaves_out_what_is_being_cancelled_and_keeps_the_order_of_placing()
    {
        var (sent, open) = (Limit(BtcUsdt, "z sent"), Limit(BtcUsdt, "a open"));
        var cancelling = Limit(BtcUsdt, "m cancelling");
        _engine.Process(OpenCommand(sent, open, cancelling));
        _engine.Process(Reported(open, Rests("5", 1)));
        _engine.Process(Do(new Command.SendCancelRequests([new OrderRequestCancel(cancelling.Key)])));

        var step = _engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));

        OrderRequestCancel[] cancels = [new(sent.Key), new(open.Key, new OrderId("5"))];
        Assert.Equal(Cancels(cancels), step.Requests);
        Assert.Equal(
            [new EngineOutput.Commanded(new ActionOutput.CancelOrders(Sent(cancels)))], step.Outputs);
        Assert.Equal(new ActiveOrderState.CancelInFlight(null), StateOf(sent));
        Assert.Equal(new ActiveOrderState.CancelInFlight(Rests("5", 1)), StateOf(open));
        Assert.Empty(_engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All))).Requests);
    }

    [Fact]
    public void An_order_rests_again_as_last_seen_when_its_cancel_is_refused()
    {
        var order = Limit(BtcUsdt, "a");
        _engine.Process(OpenCommand(order));
        _engine.Process(Reported(order, Rests("5", 1)));
        _engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));
        _engine.Process(Reported(order, Rests("5", 2) with { FilledQuantity = 0.4m }));

        _engine.Process(CancelRefused(order.Key, SaidNo));

        Assert.Equal(Rests("5", 2) with { FilledQuantity = 0.4m }, StateOf(order));
    }

    [Fact]
    public void An_order_whose_blind_cancel_is_refused_is_still_awaited()
    {
        var order = Limit(BtcUsdt, "a");
        _engine.Process(OpenCommand(order));
        _engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));

        _engine.Process(CancelRefused(order.Key, SaidNo));
        Assert.Equal(new ActiveOrderState.OpenInFlight(), StateOf(order));

        _engine.Process(Reported(order, Rests("5", 1)));
        Assert.Equal(Rests("5", 1), StateOf(order));
    }

    [Fact]
    public void Closing_sends_the_whole_position_at_market_and_nothing_for_instruments_without_one()
    {
        _engine.Process(Filled(FillOf(Side.Sell, 100m, 2m, id: "1")));

        var step = _engine.Process(Do(new Command.ClosePositions(InstrumentFilter.All)));

        var close = OrderRequestOpen.Market(
            new OrderKey(Binance, BtcUsdt, new StrategyId("none"), new ClientOrderId("session-none-0")), Side.Buy, 2m);
        Assert.Equal(Opens(close), step.Requests);
        var orders = new OrdersOutput(Sent<OrderRequestCancel>(), Sent(close), [], []);
        Assert.Equal([new EngineOutput.Commanded(new ActionOutput.ClosePositions(orders))], step.Outputs);
    }

    [Fact]
    public void Closing_again_before_the_fill_closes_what_is_left_only()
    {
        _engine.Process(Filled(FillOf(Side.Buy, 100m, 2m, id: "1")));
        _engine.Process(Do(new Command.ClosePositions(InstrumentFilter.All)));

        Assert.Empty(_engine.Process(Do(new Command.ClosePositions(InstrumentFilter.All))).Requests);

        _engine.Process(Filled(FillOf(Side.Buy, 100m, 0.5m, id: "2")));
        var step = _engine.Process(Do(new Command.ClosePositions(InstrumentFilter.All)));
        Assert.Equal(0.5m, Assert.IsType<ExecutionRequest.Open>(Assert.Single(step.Requests)).Request.Quantity);
    }

    [Fact]
    public void A_partly_filled_close_is_still_netted_when_its_report_lags_behind_its_fill()
    {
        _engine.Process(Filled(FillOf(Side.Buy, 100m, 2m, id: "1")));
        var close = World.Market(BtcUsdt, "close", Side.Sell, 2m);
        _engine.Process(OpenCommand(close));
        _engine.Process(Reported(close, Rests("9", 1)));
        _engine.Process(Filled(FillOf(Side.Sell, 100m, 1.5m, id: "2", order: "9")));
        _engine.Process(Reported(close, Rests("9", 1)));

        Assert.Equal(0.5m, _engine.State[BtcUsdt].Orders.QuantityRemaining(Side.Sell));
        Assert.Empty(_engine.Process(Do(new Command.ClosePositions(InstrumentFilter.All))).Requests);
    }

    [Fact]
    public void Commands_are_not_asked_of_the_risk_policy()
    {
        var engine = NewEngine(risk: new ScriptedRisk(_ => throw new InvalidOperationException("asked")));
        engine.Process(Filled(FillOf(Side.Buy, 100m, 2m, id: "1")));

        Assert.Single(engine.Process(OpenCommand(Limit(BtcUsdt, "a"))).Requests);
        Assert.Single(engine.Process(Do(new Command.ClosePositions(InstrumentFilter.All))).Requests);
        Assert.Equal(2, engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All))).Requests.Count);
    }

    private OrderState? StateOf(OrderRequestOpen order) =>
        _engine.State[order.Key.Instrument].Orders.TryGet(order.Key.ClientOrderId, out var known) ? known.State : null;

    private static ActiveOrderState.Open Rests(string id, int day) => new(new OrderId(id), Day(day), 0m);

    private static OrderRequestOpen Keyed(OrderKey key) => OrderRequestOpen.Limit(key, Side.Buy, 1m, 1m);
}
