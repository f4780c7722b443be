using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class AccountSnapshotTests
{
    private readonly TradingEngine _engine = NewEngine();

    [Fact]
    public void An_order_that_an_account_snapshot_leaves_out_is_unknown_until_there_is_evidence()
    {
        var (kept, gone, sent) = (Limit(BtcUsdt, "kept"), Limit(BtcUsdt, "gone"), Limit(EthBtc, "sent"));
        _engine.Process(OpenCommand(kept, gone, sent));
        _engine.Process(Reported(kept, Rests(1)));
        _engine.Process(Reported(gone, Rests(1)));

        _engine.Process(Snapshot(new InstrumentAccountSnapshot(BtcUsdt, [kept.ToOrder() with { State = Rests(2) }])));

        Assert.Equal((Rests(2), new ActiveOrderState.Unknown(Rests(1))), (StateOf(kept), StateOf(gone)));
        Assert.Equal(new ActiveOrderState.OpenInFlight(), StateOf(sent));

        _engine.Process(Reported(gone, new InactiveOrderState.Expired()));
        Assert.Null(StateOf(gone));
        Assert.False(_engine.State[BtcUsdt].Orders.HasUnknown);
    }

    [Fact]
    public void An_instrument_may_stand_in_a_snapshot_twice()
    {
        var (first, second) = (Limit(BtcUsdt, "first"), Limit(BtcUsdt, "second"));

        _engine.Process(Snapshot(
            new InstrumentAccountSnapshot(BtcUsdt, [first.ToOrder() with { State = Rests(1) }]),
            new InstrumentAccountSnapshot(BtcUsdt, [second.ToOrder() with { State = Rests(1) }])));

        Assert.Equal((Rests(1), Rests(1)), (StateOf(first), StateOf(second)));
    }

    [Fact]
    public void An_order_that_is_newer_than_the_snapshot_rests()
    {
        var order = Limit(BtcUsdt, "a");
        _engine.Process(Reported(order, Rests(9)));

        _engine.Process(Snapshot(new InstrumentAccountSnapshot(
            EthBtc, [Limit(EthBtc, "b").ToOrder() with { State = Rests(5) }])));

        Assert.Equal(Rests(9), StateOf(order));
    }

    private OrderState? StateOf(OrderRequestOpen order) =>
        _engine.State[order.Key.Instrument].Orders.TryGet(order.Key.ClientOrderId, out var known) ? known.State : null;

    private static ActiveOrderState.Open Rests(int day) => new(new OrderId("1"), Day(day), 0m);

    private static EngineEvent Snapshot(params InstrumentAccountSnapshot[] instruments) =>
        Told(new AccountEvent.Snapshot(new AccountSnapshot(Binance, [], instruments.ToValueList())));
}
