using System.Globalization;

namespace Barter.Model.Tests;

public class ValueTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.500", "1.5")]
    [InlineData("100.0", "100")]
    [InlineData("-0.050", "-0.05")]
    [InlineData("0.000", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1e-8", "0.00000001")]
    [InlineData("1.25E3", "1250")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void A_decimal_has_one_text(string text, string printed)
    {
        Assert.True(DecimalText.TryParse(text, out var value));
        Assert.Equal(printed, DecimalText.Format(value));
        Assert.Equal(value, DecimalText.Normalise(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e40")]
    [InlineData("0x10")]
    public void What_is_no_decimal_is_refused(string text) => Assert.False(DecimalText.TryParse(text, out _));

    [Fact]
    public void There_are_42_exchanges_in_the_order_that_indexes_depend_on()
    {
        var all = Enum.GetValues<ExchangeId>();

        Assert.Equal(42, all.Length);
        Assert.Equal((ExchangeId.Other, ExchangeId.Poloniex), (all[0], all[41]));
        Assert.Equal(
            (7, 18, 19, 35),
            ((int)ExchangeId.BinanceSpot, (int)ExchangeId.Bitvavo, (int)ExchangeId.Bithumb, (int)ExchangeId.Htx));
        Assert.Equal("binance_futures_coin", ((ExchangeId)3).ToWire());
        Assert.Equal("gateio_spot", ((ExchangeId)32).ToWire());
    }

    [Fact]
    public void Every_exchange_has_its_name_in_snake_case_and_is_found_by_it()
    {
        foreach (var exchange in Enum.GetValues<ExchangeId>())
        {
            var snake = string.Concat(exchange.ToString().Select((letter, at) =>
                (char.IsUpper(letter) && at > 0 ? "_" : "") + char.ToLowerInvariant(letter)));

            Assert.Equal(snake, exchange.ToWire());
            Assert.Equal(exchange, ExchangeIds.Parse(snake));
            Assert.Equal(exchange, ExchangeIds.Parse($" {snake.ToUpperInvariant()} "));
        }
    }

    [Fact]
    public void Huobi_is_htx_and_an_unknown_exchange_is_named()
    {
        Assert.Equal(ExchangeId.Htx, ExchangeIds.Parse("huobi"));
        Assert.False(ExchangeIds.TryParse(null, out _));
        Assert.Equal(
            "unknown exchange identifier: nyse. expected snake_case exchange ids such as 'binance_spot'",
            Assert.Throws<FormatException>(() => ExchangeIds.Parse("nyse")).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_blank_id_is_refused(string? blank)
    {
        Assert.StartsWith(
            "client order id must not be empty",
            Assert.Throws<ArgumentException>(() => new ClientOrderId(blank!)).Message);
        Assert.StartsWith(
            "order id must not be empty", Assert.Throws<ArgumentException>(() => new OrderId(blank!)).Message);
        Assert.StartsWith(
            "strategy id must not be empty", Assert.Throws<ArgumentException>(() => new StrategyId(blank!)).Message);
        Assert.StartsWith(
            "trade id must not be empty", Assert.Throws<ArgumentException>(() => new TradeId(blank!)).Message);
    }

    [Theory]
    [InlineData(0, 0xd83d)]
    [InlineData(1, 0x61, 0xdca5, 0x62)]
    [InlineData(2, 0xd83d, 0xdca5, 0xd83d)]
    [InlineData(0, 0xd83d, 0xd83d, 0xdca5)]
    public void An_id_that_is_no_text_is_refused(int at, params int[] units)
    {
        // An attribute keeps no text that is none
        var half = string.Concat(units.Select(unit => (char)unit));
        Assert.Equal("\ud83d\udca5", new ClientOrderId("\ud83d\udca5").Value);
        foreach (var make in new Func<object>[]
        {
            () => new ClientOrderId(half), () => new OrderId(half), () => new StrategyId(half),
            () => new TradeId(half),
        })
        {
            Assert.Contains(
                $"must be text, and has half of a surrogate pair at {at}",
                Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ids_print_as_their_value_and_indexes_name_their_type()
    {
        Assert.Equal("c-1", new ClientOrderId("c-1").ToString());
        Assert.Equal("", default(OrderId).ToString());
        Assert.Equal("unknown", StrategyId.Unknown.Value);
        Assert.Equal("ExchangeIndex(2)", new ExchangeIndex(2).ToString());
        Assert.Equal("AssetIndex(3)", new AssetIndex(3).ToString());
        Assert.Equal("InstrumentIndex(4)", new InstrumentIndex(4).ToString());
    }

    [Theory]
    [InlineData("negative total", "-1", "0", "total balance must be a non-negative finite value")]
    [InlineData("negative free", "1", "-1", "free balance must be a non-negative finite value")]
    [InlineData("more free than there is", "1", "1.1", "free balance cannot exceed total balance")]
    public void A_balance_is_validated(string row, string total, string free, string message)
    {
        Assert.NotEmpty(row);
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentOutOfRangeException>(() => new Balance(Number(total), Number(free))).Message);
        Assert.Equal(1.5m, new Balance(4m, 2.5m).Used);
    }

    [Theory]
    [InlineData("no price", "0", "1", "price must be a positive, finite numeric value")]
    [InlineData("negative amount", "1", "-1", "amount must be a non-negative, finite numeric value")]
    public void A_level_is_validated(string row, string price, string amount, string message)
    {
        Assert.NotEmpty(row);
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentOutOfRangeException>(() => new Level(Number(price), Number(amount))).Message);
        Assert.Equal(0m, new Level(1m, 0m).Amount);
    }

    [Fact]
    public void Risk_limits_are_validated_and_named_by_their_key()
    {
        Assert.StartsWith(
            "risk limit `max_position_notional` must be positive, received 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RiskLimits(maxPositionNotional: 0.0m)).Message);
        Assert.StartsWith(
            "risk limit `max_position_quantity` must be positive, received -1",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RiskLimits(maxPositionQuantity: -1m)).Message);
        Assert.StartsWith(
            "risk limit `max_leverage` must be positive, received -0.5",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RiskLimits(maxLeverage: -0.50m)).Message);
        Assert.StartsWith(
            "risk limit `max_exposure_percent` must be in (0, 1], received 1.5",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RiskLimits(maxExposureFraction: 1.5m)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RiskLimits(maxExposureFraction: 0m));
        Assert.Equal(1m, new RiskLimits(maxExposureFraction: 1m).MaxExposureFraction);
    }

    [Fact]
    public void Lists_are_equal_by_content_and_order()
    {
        ValueList<int> list = [1, 2];

        Assert.Equal(list, new[] { 1, 2 }.ToValueList());
        Assert.Equal(list.GetHashCode(), new[] { 1, 2 }.ToValueList().GetHashCode());
        Assert.False(list.Equals([2, 1]));
        Assert.False(list.Equals([1]));
        Assert.False(list.Equals(null));
        Assert.False(list.Equals("[1, 2]"));
        Assert.Same(ValueList<int>.Empty, Array.Empty<int>().ToValueList());
        Assert.Same(list, list.ToValueList());
        Assert.Equal("[1, 2]", list.ToString());
        Assert.Equal(new { Of = list }, new { Of = (ValueList<int>)[1, 2] });
    }

    [Fact]
    public void A_table_holds_its_own_indexes_only()
    {
        var table = new PerInstrument<int>(2, index => index.Value * 10);

        Assert.Equal([0, 10], table.Rows.ToArray());
        Assert.True(table.Contains(new(1)));
        Assert.False(table.Contains(new(2)) || table.Contains(new(-1)));
        Assert.False(new PerAsset<int>(1, _ => 0).Contains(new(-1)));
        Assert.False(new PerExchange<int>(1, _ => 0).Contains(new(-1)));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
