using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Strategies;

public sealed class QuoterTests
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    [Fact]
    public void It_quotes_around_the_price_and_only_what_it_can_deliver()
    {
        var engine = NewEngine(new Quoter(100m, 1_000m, 5_000m, Rest), trading: TradingState.Enabled);

        var bid = Assert.Single(Quotes(engine.Process(Around(1_000m, 1))));
        Assert.Equal((Side.Buy, 995m, 1m), (bid.Side, bid.Price, bid.Quantity));
        Assert.True(bid.TimeInForce.PostOnly);

        engine = NewEngine(new Quoter(100m, 1_000m, 5_000m, Rest), trading: TradingState.Enabled);
        engine.Process(BalanceTold(Btc, 1m, 1m, Day(0)));
        Assert.Equal([995m, 1_005m], Quotes(engine.Process(Around(1_000m, 1))).Select(quote => quote.Price));
    }

    [Fact]
    public void It_moves_its_quotes_when_the_price_has_moved_and_they_have_rested()
    {
        var engine = NewEngine(new Quoter(100m, 1_000m, 5_000m, Rest), trading: TradingState.Enabled);
        var bid = Assert.Single(Quotes(engine.Process(Around(1_000m, 1_000))));

        Assert.Empty(engine.Process(Around(1_100m, 1_500)).Requests);
        Assert.Empty(engine.Process(Around(1_001m, 2_500)).Requests);
        var cancel = Assert.Single(engine.Process(Around(1_100m, 3_000)).Requests);
        Assert.Equal(new ExecutionRequest.Cancel(new OrderRequestCancel(bid.Key)), cancel);

        engine.Process(Cancelled(bid.Key, At(3_100)));
        Assert.Equal(1_094.5m, Assert.Single(Quotes(engine.Process(Around(1_100m, 4_100)))).Price);
    }

    [Fact]
    public void It_never_quotes_through_the_book()
    {
        var engine = NewEngine(new Quoter(1m, 1_000m, 5_000m, Rest), trading: TradingState.Enabled);
        engine.Process(BalanceTold(Btc, 99m, 99m, Day(0)));
        engine.Process(Book(BtcUsdt, new Level(99m, 1m), new Level(101m, 1m), At(1)));
        Resolve(engine);

        // A print above the book: the bid would lift the offer, so there is an ask only; and the other way round
        Assert.Equal(Side.Sell, Assert.Single(Quotes(engine.Process(Trade(BtcUsdt, 110m, At(5_000))))).Side);
        Resolve(engine);
        Assert.Equal(Side.Buy, Assert.Single(Quotes(engine.Process(Trade(BtcUsdt, 90m, At(9_000))))).Side);
    }

    [Theory]
    [InlineData("spot", 100, false, 2)]
    [InlineData("spot, one more would be too many", 100, true, 1)]
    public void It_stops_at_its_inventory(string row, int price, bool isFull, int expected)
    {
        var engine = NewEngine(new Quoter(100m, 100m, 300m, Rest), trading: TradingState.Disabled);
        engine.Process(BalanceTold(Btc, 99m, 99m, Day(0)));
        engine.Process(Filled(FillOf(Side.Buy, price, isFull ? 2.5m : 2m)));
        engine.Process(Trading(TradingState.Enabled));

        var quotes = Quotes(engine.Process(Around(price, 1)));

        Assert.True(expected == quotes.Count, row);
        Assert.Contains(quotes, quote => quote.Side == Side.Sell);
    }

    [Theory]
    [InlineData("big contracts", "100", false, 2)]
    [InlineData("small contracts", "0.001", false, 2)]
    [InlineData("inverse contracts", "10", true, 2)]
    public void Its_inventory_is_counted_in_quote_whatever_the_contract(
        string row, string size, bool isInverse, int room)
    {
        var catalog = Perpetual(decimal.Parse(size, System.Globalization.CultureInfo.InvariantCulture), isInverse);
        var engine = NewEngine(
            new Quoter(100m, 1_000m, room * 1_000m, Rest), trading: TradingState.Enabled, catalog: catalog);

        for (var i = 0; i <= room; i++)
        {
            var time = At((i + 1) * 10_000);
            var bid = Quotes(engine.Process(Trade(100m, time))).SingleOrDefault(quote => quote.Side == Side.Buy);

            Assert.True((i < room) == (bid is not null), $"{row}: {i} of {room}");
            if (bid is not null)
            {
                engine.Process(Filled(catalog, bid, 100m, i));
                Resolve(engine);
            }
        }
    }

    [Fact]
    public void It_cancels_its_quotes_when_trading_is_disabled()
    {
        var engine = NewEngine(new Quoter(100m, 1_000m, 5_000m, Rest), trading: TradingState.Enabled);
        var bid = Assert.Single(Quotes(engine.Process(Around(1_000m, 1))));

        var step = engine.Process(Trading(TradingState.Disabled));

        Assert.Equal(Cancels(new OrderRequestCancel(bid.Key)), step.Requests);
    }

    private static EngineEvent Around(decimal price, int millis) =>
        Book(BtcUsdt, new Level(price - 1m, 1m), new Level(price + 1m, 1m), At(millis));

    private static EngineEvent Trade(decimal price, Timestamp time) => new EngineEvent.Market(
        MarketEvent.OfTrade(ExchangeId.Bitmex, BtcUsdt, time, time, 1, price, 1m, Side.Buy));

    private static EngineEvent Trade(InstrumentIndex instrument, decimal price, Timestamp time) =>
        World.Trade(instrument, price, time);

    private static EngineEvent Filled(InstrumentCatalog catalog, OrderRequestOpen bid, decimal price, int id) =>
        Told(new AccountEvent.Filled(
            catalog[bid.Key.Instrument].Exchange, FillOf(Side.Buy, price, bid.Quantity, id: $"{id}", order: $"x{id}")));

    private static EngineEvent Filled(Fill fill) => World.Filled(fill);

    private static List<OrderRequestOpen> Quotes(EngineStep step)
    {
        Assert.DoesNotContain(step.Outputs, output => output is EngineOutput.Faulted);
        return [.. step.Requests.OfType<ExecutionRequest.Open>().Select(open => open.Request)];
    }

    /// <summary>Ends every order.</summary>
    private static void Resolve(TradingEngine engine)
    {
        var orders = engine.State[BtcUsdt].Orders;
        while (orders.Count > 0)
        {
            engine.Process(Told(new AccountEvent.OrderSnapshot(
                Binance, orders[0] with { State = new InactiveOrderState.Expired() })));
        }
    }
}
