using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class AccountTests
{
    [Fact]
    public void A_snapshot_has_all_balances_and_the_open_orders_by_arrival()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("low", Side.Buy, 1m, 10m));
        desk.At(1).Open(Desk.Limit("sell", Side.Sell, 2m, 900m));
        desk.At(2).Open(Desk.Limit("high", Side.Buy, 1m, 20m));
        desk.At(3).Open(Desk.Limit("gone", Side.Buy, 1m, 5m));
        desk.At(4).Print(901m, 0.5m, Side.Buy);
        desk.At(5).Cancel("gone");

        var snapshot = desk.Exchange.Snapshot(desk.Now);

        Assert.Equal(new ExchangeIndex(0), snapshot.Exchange);
        Assert.Equal(
            ["btc 1.5/0", "eth 0/0", "usdt 10450/10420"],
            snapshot.Balances.Select(row => $"{desk.Catalog[row.Asset].Asset} {ReportText.Of(row.Balance)}"));
        Assert.All(snapshot.Balances, row => Assert.Equal(desk.Now, row.TimeExchange));
        var (instrument, orders) = Assert.Single(snapshot.Instruments);
        Assert.Equal(Desk.BtcUsdt, instrument);
        Assert.Equal(["low", "sell", "high"], orders.Select(order => order.Key.ClientOrderId.Value));
        Assert.Equal(["1 open 0", "2 open 0.5", "3 open 0"], orders.Select(order => ReportText.Of(order.State)));
        Assert.Equal(Desk.Start + TimeSpan.FromSeconds(4), orders[1].State.TimeExchange);
    }

    [Fact]
    public void A_snapshot_is_enough_to_go_on_from()
    {
        var first = new Desk(maker: 0.1m);
        first.Open(Desk.Limit("a", Side.Buy, 2m, 100m, TimeInForce.GoodUntilEndOfDay));
        first.At(1).Print(99m, 0.5m, Side.Sell);
        var snapshot = first.Exchange.Snapshot(first.Now);

        var second = new Desk(
            maker: 0.1m, usdt: snapshot.Balances[2].Balance.Total, btc: snapshot.Balances[0].Balance.Total,
            openOrders: [.. snapshot.Instruments[0].Orders]);

        Assert.Equal(snapshot, second.Exchange.Snapshot(first.Now));
        Assert.Equal(first.Exchange.NextExpiry, second.Exchange.NextExpiry);
        Assert.Equal("2 open 0", second.At(2).Open(Desk.Limit("b", Side.Buy, 1m, 50m))[0]);
        Assert.Equal("fill 1 of 1: Buy 1.5 @ 100 fee 0.15", second.Print(60m, 5m, Side.Sell)[2]);
        Assert.Contains("used before", Assert.Single(second.Open(Desk.Limit("a", Side.Buy, 1m, 50m))));
    }

    [Fact]
    public void Every_account_of_the_ledger_can_be_read()
    {
        var desk = new Desk(maker: 1m, taker: 2m);
        desk.Quote(99m, 1m, 100m, 1m);
        desk.Open(Desk.Market("a", Side.Buy, 1m));
        desk.Open(Desk.Limit("b", Side.Buy, 1m, 50m));

        var ledger = desk.Exchange.Ledger;
        Assert.Equal(
            [-10_000m, 9_847m, 51m, 0m, 100m, 2m],
            Enum.GetValues<LedgerAccount>().Select(account => ledger[Desk.Usdt, account]));
        Assert.Equal(
            [-2m, 3m, 0m, 0m, -1m, 0m],
            Enum.GetValues<LedgerAccount>().Select(account => ledger[Desk.Btc, account]));
        Assert.Equal(0m, ledger.SumOf(Desk.Usdt));
        Assert.True(ledger.IsBalanced());
    }

    [Fact]
    public void What_is_not_free_at_the_beginning_stays_locked()
    {
        var catalog = InstrumentCatalog.Build([Instrument.Spot(ExchangeId.Kraken, "BTCUSD", "btc", "usd")]);
        var usd = catalog.FindAsset(ExchangeId.Kraken, "usd");
        AssetBalance[] balances = [new AssetBalance(usd, new Balance(1_000m, 900m), Timestamp.Epoch)];
        var exchange = new SimulatedExchange(
            new ExchangeIndex(0), catalog, new SimulatedExchangeSettings(0m, 0m, balances.ToValueList(), []));

        Assert.Equal(new Balance(1_000m, 900m), exchange.Ledger.BalanceOf(usd));
        Assert.Equal(100m, exchange.Ledger[usd, LedgerAccount.Locked]);
        Assert.True(exchange.Ledger.IsBalanced());
    }

    [Theory]
    [InlineData(LedgerAccount.Free)]
    [InlineData(LedgerAccount.Reserved)]
    public void Nothing_is_posted_that_is_not_there(LedgerAccount account)
    {
        var ledger = new Ledger(1);
        ledger.Post(new AssetIndex(0), LedgerAccount.External, account, 1m);

        var defect = Assert.Throws<InvalidOperationException>(
            () => ledger.Post(new AssetIndex(0), account, LedgerAccount.Market, 1.1m));
        Assert.Contains($"posting 1.1 of AssetIndex(0) from {account} to Market needs more than the 1", defect.Message);
        Assert.Equal(1m, ledger[new AssetIndex(0), account]);
        Assert.True(ledger.IsBalanced());
    }

    [Fact]
    public void Values_finer_than_the_ledger_are_cut_off_and_still_balance()
    {
        var desk = new Desk(maker: 0.333333333333m, taker: 0.777777777777m);
        desk.Quote(0.000000000000099m, 1m, 33.333333333333333m, 0.3000000000000004m);

        desk.Open(Desk.Market("a", Side.Buy, 0.7m));
        desk.Open(Desk.Limit("b", Side.Buy, 0.123456789012m, 11.111111111111111m));
        Assert.Equal(2.3m, desk.Exchange.Ledger.BalanceOf(Desk.Btc).Total);
        desk.Print(1m, 0.1000000000005m, Side.Sell);
        desk.Print(1m, 1m, Side.Sell);

        Assert.Equal(2.423456789012m, desk.Exchange.Ledger.BalanceOf(Desk.Btc).Free);
        Assert.Equal(0m, desk.Exchange.Ledger[Desk.Usdt, LedgerAccount.Reserved]);
    }

    [Fact]
    public void Time_that_goes_backwards_is_a_defect()
    {
        var desk = new Desk().At(1);
        desk.Expire();

        var defect = Assert.Throws<InvalidOperationException>(() => desk.At(0).Expire());
        Assert.Equal(
            "time went backwards at BinanceSpot: 2025-01-01T12:00:00Z after 2025-01-01T12:00:01Z", defect.Message);
    }

    [Fact]
    public void A_market_without_resting_orders_costs_no_memory()
    {
        var desk = new Desk();
        var reports = new List<AccountEvent>();
        var quote = MarketEvent.OfL1(
            ExchangeId.BinanceSpot, Desk.BtcUsdt, desk.Now, desk.Now,
            new OrderBookL1(desk.Now, new Level(99m, 1m), new Level(100m, 1m)));
        var print = MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, Desk.BtcUsdt, desk.Now, desk.Now, 1, 99m, 1m, Side.Buy);
        desk.Open(OrderRequestOpen.Limit(Desk.Key("a", Desk.EthUsdt), Side.Buy, 1m, 1m));
        void See()
        {
            desk.Exchange.See(quote, desk.Now, reports);
            desk.Exchange.See(print, desk.Now, reports);
        }

        See();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            See();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
