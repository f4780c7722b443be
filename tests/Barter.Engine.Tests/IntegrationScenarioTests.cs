using Barter.Engine.Audit;
using Barter.Engine.Connectivity;
using Barter.Engine.Positions;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

/// <summary>Two instruments are bought, one is closed by command and one by a limit order.</summary>
public sealed class IntegrationScenarioTests
{
    private static readonly OrderId[] Ids = [new("InstrumentIndex(0)"), new("InstrumentIndex(1)")];

    private readonly BuyEachOnce _strategy = new();
    private readonly TradingEngine _engine;
    private ulong _expected;

    public IntegrationScenarioTests()
    {
        var catalog = InstrumentCatalog.Build(
        [
            Spot(
                ExchangeId.BinanceSpot, "binance_spot_btc_usdt", "BTCUSDT", "BTC", "USDT",
                SpecOf(0.01m, 0.00001m, 5m)),
            Spot(
                ExchangeId.BinanceSpot, "binance_spot_eth_btc", "ETHBTC", "ETH", "BTC",
                SpecOf(0.00001m, 0.0001m, 0.0001m)),
        ]);
        _engine = NewEngine(_strategy, catalog: catalog);
    }

    private EngineState State => _engine.State;

    [Fact]
    public void Twenty_seven_events_buy_two_instruments_and_sell_them_again()
    {
        Assert.Equal((0ul, LinkHealth.Reconnecting), (_engine.Sequence, State.Connectivity.Global));

        Starts();
        Buys();
        OpensPositions();
        ClosesBitcoin();
        LosesTheMarket();
        ClosesEther();

        Assert.Equal((27ul, Day(5)), (_engine.Sequence, State.Time));
        Assert.Equal(7000m, State[BtcUsdt].Positions.PnlRealised);
        Assert.Equal(-0.065m, State[EthBtc].Positions.PnlRealised);
        Assert.Equal((3000m, 0.015m), (State[BtcUsdt].Positions.Fees, State[EthBtc].Positions.Fees));
        Assert.Equal(0.7m, PositionMath.Return(7000m, 10_000m, 1m));
        Assert.Equal(-0.65m, PositionMath.Return(-0.065m, 0.1m, 1m));
    }

    private void Starts()
    {
        Quiet(Told(new AccountEvent.Snapshot(new AccountSnapshot(
            Binance,
            [
                new AssetBalance(Usdt, new Balance(40_000m, 40_000m), Day(0)),
                new AssetBalance(Btc, new Balance(1m, 1m), Day(0)),
                new AssetBalance(Eth, new Balance(10m, 10m), Day(0)),
            ],
            []))));
        Assert.Equal(LinkHealth.Reconnecting, State.Connectivity.Global);
        Assert.Equal((40_000m, 1m, 10m), (State[Usdt].Total, State[Btc].Free, State[Eth].Total));

        Quiet(Trade(BtcUsdt, 10_000m, Day(1)));
        Assert.Equal(LinkHealth.Healthy, State.Connectivity.Global);

        Quiet(Trade(EthBtc, 0.1m, Day(1)));
    }

    private void Buys()
    {
        var (bitcoin, ether) = (_strategy.Request(BtcUsdt, Side.Buy, ""), _strategy.Request(EthBtc, Side.Buy, ""));
        Assert.Equal("InstrumentIndex(0)", bitcoin.Key.ClientOrderId.Value);
        var orders = new OrdersOutput(Sent<OrderRequestCancel>(), Sent(bitcoin, ether), [], []);

        Step(Trading(TradingState.Enabled), new EngineOutput.AlgoOrders(orders), Opens(bitcoin, ether));
        Assert.Equal((1, 1), (State[BtcUsdt].Orders.Count, State[EthBtc].Orders.Count));

        Step(Trading(TradingState.Disabled), new EngineOutput.OnTradingDisabled(OrdersOutput.Empty), []);
    }

    private void OpensPositions()
    {
        Quiet(Reported(_strategy.Request(BtcUsdt, Side.Buy, ""), OpenAt(BtcUsdt, 2, filled: 1m)));
        Assert.Equal(0, State[BtcUsdt].Orders.Count);

        Quiet(FilledAt(BtcUsdt, Side.Buy, 10_000m, 2, 1_000m));
        Assert.Equal((1m, 10_000m, -1_000m), Held(BtcUsdt));
        Assert.Equal(0m, State[BtcUsdt].Position!.PnlUnrealised);

        QuietBalance(Usdt, 9_000m, 9_000m, 2);
        QuietBalance(Btc, 2m, 2m, 2);
        Quiet(Reported(_strategy.Request(EthBtc, Side.Buy, ""), OpenAt(EthBtc, 2, filled: 1m)));
        Assert.Equal(0, State[EthBtc].Orders.Count);

        Quiet(FilledAt(EthBtc, Side.Buy, 0.1m, 2, 0.01m));
        Assert.Equal((1m, 0.1m, -0.01m), Held(EthBtc));
        QuietBalance(Btc, 0.99m, 0.99m, 2);
        QuietBalance(Eth, 11m, 11m, 2);
    }

    private void ClosesBitcoin()
    {
        Quiet(Trade(BtcUsdt, 20_000m, Day(2)));
        Assert.Equal(9_000m, State[BtcUsdt].Position!.PnlUnrealised);
        Quiet(Trade(EthBtc, 0.05m, Day(2)));

        var close = _strategy.Request(BtcUsdt, Side.Sell, "-close");
        var orders = new OrdersOutput(Sent<OrderRequestCancel>(), Sent(close), [], []);
        Step(
            Do(new Command.ClosePositions(new InstrumentFilter.Instruments([BtcUsdt]))),
            new EngineOutput.Commanded(new ActionOutput.ClosePositions(orders)),
            Opens(close));

        Quiet(Reported(close, OpenAt(BtcUsdt, 3, filled: 1m)));
        Assert.Equal(0, State[BtcUsdt].Orders.Count);
        QuietBalance(Usdt, 27_000m, 27_000m, 3);
        QuietBalance(Btc, 1m, 1m, 3);

        var trade = new TradeId("InstrumentIndex(0)");
        var exited = new PositionExited(
            BtcUsdt, Side.Buy, 10_000m, 1m, 7_000m, 1_000m, 2_000m, Day(2), Day(3), [trade, trade]);
        Step(FilledAt(BtcUsdt, Side.Sell, 20_000m, 3, 2_000m), new EngineOutput.PositionExit(exited), []);
        Assert.Null(State[BtcUsdt].Position);
    }

    private void LosesTheMarket()
    {
        Step(
            MarketLost(ExchangeId.BinanceSpot),
            new EngineOutput.MarketDisconnect(ExchangeId.BinanceSpot, OrdersOutput.Empty),
            []);
        Assert.Equal(LinkHealth.Reconnecting, State.Connectivity.Global);
        Assert.Equal(new ExchangeLinks(LinkHealth.Reconnecting, LinkHealth.Healthy), State.Connectivity[Binance]);
    }

    private void ClosesEther()
    {
        var postOnly = TimeInForce.GoodUntilCancelled(postOnly: true);
        var sell = OrderRequestOpen.Limit(Key(EthBtc, "InstrumentIndex(1)-close"), Side.Sell, 0.05m, 1m, postOnly);
        Step(OpenCommand(sell), new EngineOutput.Commanded(new ActionOutput.OpenOrders(Sent(sell))), Opens(sell));

        // The report calls it a market order; what is kept is what was placed
        var report = sell.ToOrder() with { State = OpenAt(EthBtc, 4, filled: 0m), Kind = OrderKind.Market };
        Quiet(Told(new AccountEvent.OrderSnapshot(Binance, report)));
        Assert.Equal(1, State[EthBtc].Orders.Count);
        Assert.Equal(sell.ToOrder() with { State = OpenAt(EthBtc, 4, filled: 0m) }, State[EthBtc].Orders[0]);

        QuietBalance(Eth, 11m, 10m, 4);
        Quiet(Reported(sell, new InactiveOrderState.FullyFilled()));
        Assert.Equal(0, State[EthBtc].Orders.Count);

        var trade = new TradeId("InstrumentIndex(1)");
        var exited = new PositionExited(
            EthBtc, Side.Buy, 0.1m, 1m, -0.065m, 0.01m, 0.005m, Day(2), Day(5), [trade, trade]);
        Step(FilledAt(EthBtc, Side.Sell, 0.05m, 5, 0.005m), new EngineOutput.PositionExit(exited), []);
        QuietBalance(Eth, 10m, 10m, 5);
    }

    private void Quiet(EngineEvent cause) => Step(cause, null, []);

    private void QuietBalance(AssetIndex asset, decimal total, decimal free, int day)
    {
        Quiet(BalanceTold(asset, total, free, Day(day)));
        Assert.Equal(new AssetBalance(asset, new Balance(total, free), Day(day)), State[asset].Latest);
    }

    private void Step(EngineEvent cause, EngineOutput? output, ValueList<ExecutionRequest> requests)
    {
        var step = _engine.Process(cause);

        ValueList<EngineOutput> outputs = output is null ? [] : [output];
        Assert.Equal(_expected++, step.Sequence);
        Assert.Equal(outputs, step.Outputs);
        Assert.Equal(requests, step.Requests);
        Assert.Empty(step.Errors);
        Assert.False(step.IsTerminal);
    }

    private (decimal Quantity, decimal Average, decimal Realised) Held(InstrumentIndex instrument) =>
        State[instrument].Position is { } held
            ? (held.QuantitySigned, held.PriceEntryAverage, held.PnlRealised)
            : default;

    private static ActiveOrderState.Open OpenAt(InstrumentIndex instrument, int day, decimal filled) =>
        new(Ids[instrument.Value], Day(day), filled);

    private static EngineEvent FilledAt(InstrumentIndex instrument, Side side, decimal price, int day, decimal fee) =>
        Filled(FillOf(side, price, 1m, fee, Day(day), $"{instrument}", instrument, $"{instrument}"));

    private static InstrumentSpec SpecOf(decimal tick, decimal lot, decimal notional) => new(
        new InstrumentSpec.PriceRule(tick, tick),
        new InstrumentSpec.QuantityRule(new OrderQuantityUnit.Quote(), lot, lot),
        new InstrumentSpec.NotionalRule(notional));
}
