using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Strategies;

public sealed class ShippedStrategiesTests
{
    [Fact]
    public void Every_shipped_strategy_can_be_made_with_its_defaults() =>
        Assert.All(
            ShippedStrategies.All, row => Assert.Equal(row.Name, ShippedStrategies.Create(row.Name, []).Id.Value));

    [Theory]
    [InlineData("moon", "", "unknown strategy 'moon'; choose one of none, buy-and-hold, ema-cross, quoter")]
    [InlineData("none", "fast=1", "strategy none has no parameter 'fast'; it has none")]
    [InlineData(
        "ema-cross", "fats=1", "strategy ema-cross has no parameter 'fats'; it has fast, notional, short, slow")]
    [InlineData("ema-cross", "fast", "parameter 'fast' is not of the form name=value")]
    [InlineData("ema-cross", "=1", "parameter '=1' is not of the form name=value")]
    [InlineData("ema-cross", "fast=1,fast=2", "parameter 'fast' is given twice")]
    [InlineData("ema-cross", "fast=1.5", "parameter fast of strategy ema-cross must be a whole number, not '1.5'")]
    [InlineData("ema-cross", "short=maybe", "parameter short of strategy ema-cross must be true or false, not 'maybe'")]
    [InlineData(
        "buy-and-hold", "notional=all", "parameter notional of strategy buy-and-hold must be a number, not 'all'")]
    [InlineData(
        "quoter", "rest=1e20",
        "parameter rest of strategy quoter must be a number of seconds below 1000000000, not '1e20'")]
    public void A_bad_name_or_parameter_is_refused_with_what_is_wrong(string name, string parameters, string expected)
    {
        var error = Assert.Throws<FormatException>(
            () => ShippedStrategies.Create(name, parameters.Split(',', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("ema-cross", "fast=0")]
    [InlineData("ema-cross", "fast=200")]
    [InlineData("buy-and-hold", "notional=0")]
    [InlineData("quoter", "spread_bps=-1")]
    [InlineData("quoter", "inventory=-1")]
    [InlineData("quoter", "rest=-1")]
    public void A_value_out_of_range_is_refused_in_one_line_that_names_the_strategy(string name, string parameter)
    {
        var error = Assert.Throws<FormatException>(() => ShippedStrategies.Create(name, [parameter]));

        Assert.StartsWith($"strategy {name}: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Lengths_may_be_as_large_as_a_whole_number_goes() =>
        Assert.NotNull(ShippedStrategies.Create("ema-cross", ["slow=2147483647"]));

    [Fact]
    public void Buy_and_hold_buys_each_instrument_once_when_it_has_a_price()
    {
        var strategy = ShippedStrategies.Create("buy-and-hold", ["notional=500"]);
        var engine = NewEngine(strategy, trading: TradingState.Enabled);

        var first = Assert.IsType<ExecutionRequest.Open>(
            Assert.Single(engine.Process(Trade(EthBtc, 250m, Day(1))).Requests)).Request;
        Assert.Equal((EthBtc, Side.Buy, 2m), (first.Key.Instrument, first.Side, first.Quantity));
        Assert.Equal(OrderKind.Market, first.Kind);

        engine.Process(Filled(FillOf(Side.Buy, 250m, 2m, instrument: EthBtc)));
        engine.Process(Filled(FillOf(Side.Sell, 250m, 2m, instrument: EthBtc, id: "u")));
        Assert.Empty(engine.Process(Trade(EthBtc, 100m, Day(2))).Requests);
        Assert.Single(engine.Process(Trade(BtcUsdt, 100m, Day(2))).Requests);
    }

    [Fact]
    public void Buy_and_hold_asks_again_for_what_the_market_could_not_give()
    {
        var strategy = ShippedStrategies.Create("buy-and-hold", ["notional=500"]);
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        var first = Sent(engine.Process(Trade(EthBtc, 250m, Day(1))));
        engine.Process(Filled(FillOf(Side.Buy, 250m, 0.5m, instrument: EthBtc)));
        engine.Process(Ended(first, new InactiveOrderState.Cancelled(new OrderId("o"), Day(1))));

        var second = Sent(engine.Process(Trade(EthBtc, 200m, Day(2))));
        Assert.Equal((2m, 1.5m), (first.Quantity, second.Quantity));

        var refusal = new OrderError.Rejected(new ApiError.OrderRejected("no"));
        engine.Process(Ended(second, new InactiveOrderState.OpenFailed(refusal)));
        Assert.Empty(engine.Process(Trade(EthBtc, 250m, Day(3))).Requests);
    }

    private static OrderRequestOpen Sent(EngineStep step) =>
        Assert.IsType<ExecutionRequest.Open>(Assert.Single(step.Requests)).Request;

    private static EngineEvent.Account Ended(OrderRequestOpen request, OrderState state) => new(
        new AccountEvent.OrderSnapshot(request.Key.Exchange, request.ToOrder() with { State = state }));

    [Theory]
    [InlineData("on the grid", "10", "3", "3")]
    [InlineData("rounded down", "10", "3.99", "3")]
    [InlineData("below the smallest quantity", "10", "1.5", "0")]
    [InlineData("below the smallest notional", "1", "9", "0")]
    [InlineData("at the smallest notional", "1", "20", "20")]
    [InlineData("no price", "0", "20", "0")]
    public void A_size_is_one_that_the_exchange_accepts_or_nothing(
        string row, string price, string lots, string expected)
    {
        var spec = new InstrumentSpec(
            new InstrumentSpec.PriceRule(1m, 1m),
            new InstrumentSpec.QuantityRule(new OrderQuantityUnit.Contract(), 2m, 1m),
            new InstrumentSpec.NotionalRule(20m));
        var instrument = InstrumentCatalog.Build([Spot(ExchangeId.Kraken, "a", "A", "a", "b", spec)]).Instruments[0];

        var quantity = Sizing.QuantityFor(Of(price) * Of(lots), Of(price), instrument);

        Assert.True(Of(expected) == quantity, $"{row}: {quantity}");
    }

    private static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
