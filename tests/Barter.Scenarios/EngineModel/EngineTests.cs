using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Scenarios.EngineModel.Desk;

namespace Barter.Scenarios.EngineModel;

public sealed class EngineTests
{
    [Theory]
    [InlineData(TradingState.Enabled)]
    [InlineData(TradingState.Disabled)]
    [Trait("Case", "ENG-001")]
    [Trait("Case", "ENG-002")]
    public void Trading_starts_as_it_is_told(TradingState trading) =>
        Assert.Equal(trading, new Desk(trading: trading).State.Trading);

    [Fact]
    [Trait("Case", "ENG-005")]
    public void A_market_that_was_never_seen_knows_nothing()
    {
        var market = new Desk()[1].Market;

        Assert.Null(market.LastPrice);
        Assert.Null(market.Price);
        Assert.Null(market.BestBid);
        Assert.Null(market.BestAsk);
        Assert.Equal((Timestamp.MinValue, Timestamp.MinValue), (market.TimeLast, market.TimeBook));
    }

    [Fact]
    [Trait("Case", "ENG-007")]
    [Trait("Case", "ENG-008")]
    public void A_fresh_instrument_has_no_position_and_no_orders()
    {
        var row = new Desk()[1];

        Assert.Equal((1, 0), (row.Index.Value, row.Instrument.Exchange.Value));
        Assert.Null(row.Position);
        Assert.Null(row.Price);
        Assert.Equal(0, row.Orders.Count);
    }

    [Fact]
    [Trait("Case", "ENG-009")]
    public void Without_instruments_there_is_a_trading_state_and_nothing_else()
    {
        var state = new TradingEngine(new EngineSettings
        {
            Catalog = InstrumentCatalog.Build([]),
            Executions = [],
            Strategy = new NoOrders(),
        }).State;

        Assert.Equal((0, 0), (state.Instruments.Length, state.Assets.Length));
        Assert.Equal(TradingState.Disabled, state.Trading);
    }

    /// <summary>Nothing is stored from outside: the catalog names what there is.</summary>
    [Fact]
    [Trait("Case", "ENG-011")]
    public void The_state_of_an_instrument_is_found_by_its_index()
    {
        var desk = new Desk();

        Assert.Same(desk.State.Instruments[1], desk.State[One]);
        Assert.Equal(Catalog[One], desk.State[One].Instrument);
    }

    [Fact]
    [Trait("Case", "ENG-013")]
    public void The_filter_for_all_chooses_every_instrument()
    {
        var catalog = InstrumentCatalog.Build(
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
            Instrument.Spot(ExchangeId.Kraken, "XBTUSD", "xbt", "usd"),
        ]);

        Assert.Equal(
            [(0, 0), (0, 1), (1, 2)], catalog.Instruments.Select(row => (row.Exchange.Value, row.Index.Value)));
        Assert.All(catalog.Instruments, row => Assert.True(InstrumentFilter.All.Matches(row)));
    }

    [Fact]
    [Trait("Case", "ENG-015")]
    public void An_engine_shows_what_it_is_made_of()
    {
        var (strategy, risk) = (new NoOrders(), new ApproveAll());

        var engine = new Desk(strategy, risk: risk).Engine;

        Assert.Same(strategy, engine.Settings.Strategy);
        Assert.Same(risk, engine.Settings.Risk);
        Assert.Same(engine.Settings.Catalog, engine.State.Catalog);
        Assert.Equal((Start, TradingState.Disabled), (engine.State.Time, engine.State.Trading));
    }

    [Fact]
    [Trait("Case", "ENG-016")]
    public void A_trade_moves_the_last_price()
    {
        var (desk, noon) = (new Desk(), Timestamp.Parse("2023-01-01T12:00:00Z"));

        desk.Trade(100.5m, noon);

        Assert.Equal((100.5m, noon), (desk[1].Market.LastPrice, desk[1].Market.TimeLast));
    }

    [Fact]
    [Trait("Case", "ENG-018")]
    public void Trading_is_switched_off_and_on()
    {
        var desk = new Desk(trading: TradingState.Enabled);

        desk.Trading(TradingState.Disabled);
        Assert.Equal(TradingState.Disabled, desk.State.Trading);
        desk.Trading(TradingState.Enabled);
        Assert.Equal(TradingState.Enabled, desk.State.Trading);
    }

    [Fact]
    [Trait("Case", "ENG-019")]
    public void Account_snapshots_and_order_snapshots_are_kept()
    {
        var (desk, noon) = (new Desk(), Timestamp.Parse("2024-01-01T12:00:00Z"));
        var balance = new AssetBalance(new AssetIndex(0), new Balance(1_000m, 400m), noon);
        desk.Tell(new AccountEvent.Snapshot(new AccountSnapshot(new ExchangeIndex(0), [balance], [])));
        Assert.Equal(balance, desk.State[new AssetIndex(0)].Latest);

        desk.Tell(OrderRequestOpen.Limit(Key("order-1"), Side.Buy, 25_000m, 0.1m).ToOrder());

        Assert.True(desk[1].Orders.TryGet(new ClientOrderId("order-1"), out var order));
        Assert.Equal((Key("order-1"), 25_000m), (order.Key, order.Price));
        Assert.IsType<ActiveOrderState.OpenInFlight>(order.State);
    }

    [Fact]
    [Trait("Case", "ENG-021")]
    public void A_cancelled_order_is_no_longer_tracked()
    {
        var (desk, key) = (new Desk(), Key("order-3", "strat-2"));
        desk.Tell(OrderRequestOpen.Limit(key, Side.Buy, 25_500m, 0.05m).ToOrder());
        Assert.Equal(1, desk[1].Orders.Count);

        desk.Tell(new AccountEvent.OrderCancelled(key.Exchange, new OrderResponseCancel(
            key,
            new InactiveOrderState.Cancelled(
                new OrderId("ex-order-3"), Timestamp.Parse("2024-01-01T12:05:00Z")))));

        Assert.Equal(0, desk[1].Orders.Count);
    }

    /// <summary>The price of the case falls away: market orders carry none.</summary>
    [Fact]
    [Trait("Case", "ENG-023")]
    public void An_order_that_was_sent_is_tracked_as_in_flight()
    {
        var desk = new Desk();
        var request = new OrderRequestOpen(
            Key("open-001", instrument: 5), Side.Buy, 100m, 2m, OrderKind.Market, TimeInForce.ImmediateOrCancel);

        var step = desk.Do(new Command.SendOpenRequests([request]));

        Assert.Equal([new ExecutionRequest.Open(request)], step.Requests);
        Assert.True(desk[5].Orders.TryGet(new ClientOrderId("open-001"), out var order));
        Assert.Equal((Side.Buy, 2m, null), (order.Side, order.Quantity, order.Price));
        Assert.IsType<ActiveOrderState.OpenInFlight>(order.State);
    }
}
