using Barter.Model;
using static Barter.Scenarios.Execution.Given;

namespace Barter.Scenarios.Execution;

public sealed class AccountReportTests
{
    private static readonly ExchangeIndex Exchange = new(1);

    [Fact]
    [Trait("Case", "EXE-083")]
    public void An_answer_to_a_cancel_gives_back_key_and_state()
    {
        var cancelled = new InactiveOrderState.Cancelled(new OrderId("order-123"), Noon);

        var answer = new OrderResponseCancel(Key(), cancelled);

        Assert.Equal((Key(), cancelled, null), (answer.Key, answer.Cancelled, answer.Error));
    }

    [Fact]
    [Trait("Case", "EXE-085")]
    [Trait("Case", "EXE-087")]
    public void The_snapshot_of_an_instrument_lists_its_orders()
    {
        var order = Request(Key("alpha", "cid-1")).ToOrder(Resting with { FilledQuantity = 0m });

        var snapshot = new InstrumentAccountSnapshot(new InstrumentIndex(42), [order]);

        Assert.Equal(42, snapshot.Instrument.Value);
        Assert.Equal(order, Assert.Single(snapshot.Orders));
        Assert.Equal(NoOrders(42), NoOrders(42));
        Assert.NotEqual(NoOrders(42), NoOrders(43));
    }

    [Fact]
    [Trait("Case", "EXE-089")]
    [Trait("Case", "EXE-094")]
    public void The_snapshot_of_an_account_gives_back_what_it_is_made_of()
    {
        var snapshot = Account([Balance(0, 1.0m, 0.9m)], [NoOrders(42)]);

        Assert.Equal(Exchange, snapshot.Exchange);
        Assert.Equal(0, Assert.Single(snapshot.Balances).Asset.Value);
        Assert.Equal([NoOrders(42)], snapshot.Instruments);
        Assert.Equal(Noon, snapshot.TimeMostRecent());
        Assert.Contains(nameof(AccountSnapshot), snapshot.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-090")]
    public void The_balances_of_a_snapshot_are_typed()
    {
        var balance = Assert.Single(
            Account([Balance(0, 2.0m, 1.0m, Timestamp.Parse("2024-01-01T00:00:00Z"))]).Balances);

        Assert.Equal((0, 2m, 1m), (balance.Asset.Value, balance.Balance.Total, balance.Balance.Free));
    }

    [Fact]
    [Trait("Case", "EXE-092")]
    public void A_snapshot_lists_its_assets_and_instruments()
    {
        var snapshot = Account(
            [Balance(0, 1m, 1m), Balance(1, 1m, 1m), Balance(0, 2m, 2m)], [NoOrders(42), NoOrders(43), NoOrders(42)]);

        Assert.Equal([0, 1], snapshot.AssetIndexes().Select(index => index.Value));
        Assert.Equal([42, 43], snapshot.InstrumentIndexes().Select(index => index.Value));
    }

    [Fact]
    public void A_snapshot_with_an_order_of_another_exchange_is_refused()
    {
        var elsewhere = Request(Key() with { Exchange = new ExchangeIndex(3) }).ToOrder();

        var refused = Assert.Throws<ArgumentException>(
            () => Account(instruments: [new InstrumentAccountSnapshot(new InstrumentIndex(42), [elsewhere])]));

        Assert.StartsWith(
            "order exchange ExchangeIndex(3) does not match snapshot exchange ExchangeIndex(1)", refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_with_an_order_of_another_instrument_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(
            () => new InstrumentAccountSnapshot(new InstrumentIndex(43), [Request().ToOrder()]));

        Assert.StartsWith(
            "order instrument InstrumentIndex(42) does not match snapshot instrument InstrumentIndex(43)",
            refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-095")]
    [Trait("Case", "EXE-101")]
    public void A_snapshot_is_an_account_event_of_its_exchange()
    {
        AccountEvent told = new AccountEvent.Snapshot(Account([Balance(0, 1_000m, 750m)]));

        Assert.Equal(Exchange, told.Exchange);
        Assert.Equal(1, told.Exchange.Value);
        Assert.Equal(Exchange, Assert.IsType<AccountEvent.Snapshot>(told).Account.Exchange);
        Assert.Equal(Noon, told.TimeExchange);
    }

    [Fact]
    [Trait("Case", "EXE-097")]
    public void An_order_is_an_account_event()
    {
        AccountEvent told = new AccountEvent.OrderSnapshot(Exchange, Filled(Key("alpha", "cid-1")));

        Assert.Equal(Key("alpha", "cid-1"), Assert.IsType<AccountEvent.OrderSnapshot>(told).Order.Key);
    }

    [Fact]
    [Trait("Case", "EXE-099")]
    public void A_trade_is_an_account_event()
    {
        AccountEvent told = new AccountEvent.Filled(Exchange, Trade());

        Assert.Equal(new TradeId("trade-123"), Assert.IsType<AccountEvent.Filled>(told).Fill.Id);
    }

    [Fact]
    [Trait("Case", "EXE-103")]
    public void An_account_event_is_read_back_from_its_json()
    {
        AccountEvent told = new AccountEvent.Snapshot(Account());

        var json = ModelJson.AccountEvents.ToJson(told);

        Assert.Equal("""{"exchange":1,"kind":{"Snapshot":{"exchange":1,"balances":[],"instruments":[]}}}""", json);
        Assert.Equal(told, ModelJson.AccountEvents.Parse(json));
    }
}
