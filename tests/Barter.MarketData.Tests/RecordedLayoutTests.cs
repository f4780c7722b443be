using Barter.Model;

namespace Barter.MarketData.Tests;

public class RecordedLayoutTests
{
    private static readonly string Wrapped = Given.Trade
        .Replace("""{"Item":{""", """{"Item":{"Ok":{""", StringComparison.Ordinal) + "}";

    public static TheoryData<string, string> Layouts => new()
    {
        { "a line each", $"{Given.Trade}\n{Given.Reconnecting}\n{Given.Error}\n{Given.Trade}\n" },
        { "a line each, no newline at the end", $"{Given.Trade}\n{Given.Reconnecting}\n{Given.Error}\n{Given.Trade}" },
        {
            "a line each, blank lines",
            $"\r\n{Given.Trade}\r\n\r\n{Given.Reconnecting}\n{Given.Error}\n  {Given.Trade} \n\n"
        },
        { "a line each, wrapped", $"{Wrapped}\n{Given.Reconnecting}\n{Given.Error}\n{Wrapped}\n" },
        { "an array", $"[{Given.Trade},{Given.Reconnecting},{Given.Error},{Given.Trade}]" },
        { "an array, spread", $" [\n{Given.Trade} ,\n\n {Given.Reconnecting},{Given.Error}\n,{Given.Trade}\n]\n" },
        { "an array, wrapped", $"[{Wrapped},{Given.Reconnecting},{Given.Error},{Wrapped}]" },
        { "an array over many lines", $"[{Wrapped.Replace(",", "\n,\n", StringComparison.Ordinal)}, "
            + $"{Given.Reconnecting},{Given.Error},{Wrapped.Replace("{", "{\n", StringComparison.Ordinal)}]" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_layout_is_told_by_its_content(string name, string text)
    {
        Assert.NotNull(name);
        var trade = MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, new InstrumentIndex(0), Given.Time, Given.Time.AddNanos(60_000_001), 7, 100.5m,
            0.25m, Side.Buy);
        var expected = ValueList.Create([trade, MarketEvent.Reconnecting(ExchangeId.BinanceSpot), trade]);

        var plain = Given.Utf8(text);
        foreach (var bytes in new[] { plain, [0xEF, 0xBB, 0xBF, .. plain], Given.Zipped(plain) })
        {
            var reading = Reading.OfBytes(bytes);

            Assert.Null(reading.Failure);
            Assert.Equal(expected, reading.Events);
            Assert.Equal((2, 1, 1), (reading.Report.Items, reading.Report.Reconnects, reading.Report.Errors));
            Assert.Contains("closed", reading.Report.FirstError, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_first_error_item_is_reported_with_its_line()
    {
        var report = Reading.OfText($"{Given.Trade}\n\n{Given.Error}\n{Given.Error}\n").Report;

        Assert.Equal(2, report.Errors);
        Assert.Contains("market.json:3: ", report.FirstError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"binance_spot-btc_usdt\"")]
    [InlineData("\"BINANCE_SPOT-BTC_usdt\"")]
    [InlineData("\"BTCUSDT\"")]
    [InlineData("\"BTC\\u0055SDT\"")]
    public void An_instrument_is_an_index_our_name_or_the_exchanges_symbol(string instrument)
    {
        var reading = Reading.OfText(Given.TradeWith("instrument", instrument));

        Assert.Equal("", reading.Refusal);
        Assert.Equal(new InstrumentIndex(0), Assert.Single(reading.Events).Instrument);
    }

    [Theory]
    [InlineData("\"0\"", "0")]
    [InlineData("\"9223372036854775807\"", "9223372036854775807")]
    [InlineData("\"9223372036854775808\"", "9223372036854775808")]
    [InlineData("\"007\"", "007")]
    [InlineData("\"-1\"", "-1")]
    [InlineData("\"a\\\"\\u00e9\"", "a\"é")]
    [InlineData("\"\\u0031\"", "1")]
    [InlineData("\"\"", "")]
    [InlineData("12", "12")]
    [InlineData("1.50", "1.50")]
    public void A_trade_keeps_its_id_to_the_letter(string json, string id) =>
        Assert.Equal(id, Assert.Single(Reading.OfText(Given.TradeWith("id", json)).Events).Trade.Id);

    [Theory]
    [InlineData("96962.51", "96962.51")]
    [InlineData("\"0.1\"", "0.1")]
    [InlineData("1e-3", "0.001")]
    [InlineData("0.1000000000000000055511151231", "0.1000000000000000055511151231")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_price_is_read_from_its_digits(string json, string price) =>
        Assert.Equal(price, Assert.Single(Reading.OfText(Given.TradeWith("price", json)).Events).TradePrice.ToString(
            System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Members_come_in_any_order_and_unknown_ones_are_passed_over()
    {
        const string Text =
            """{"v":[1,{"a":2}],"Item":{"x":{"Ok":1},"kind":"""
            + """{"Trade":{"side":"s","venue":null,"amount":"1","price":2,"id":3}},"instrument":"BTC-USDT","""
            + "\"exchange\":\"okx\",\"time_received\":\"2025-01-02T10:00:00Z\","
            + "\"time_exchange\":\"2025-01-02T11:00:00+01:00\"}}";
        var time = Timestamp.Parse("2025-01-02T10:00:00Z");

        Assert.Equal(
            MarketEvent.OfTrade(ExchangeId.Okx, new InstrumentIndex(3), time, time, 3, 2m, 1m, Side.Sell),
            Assert.Single(Reading.OfText(Text).Events));
    }

    [Fact]
    public void A_source_is_read_many_times_at_once()
    {
        using var file = new TempFile($"{Given.Trade}\n{Given.Reconnecting}\n");
        var source = new RecordedMarketData(file.Path, Given.Catalog);
        using var first = source.Open();
        using var second = source.Open();

        Assert.Equal(2, first.Next().Length);
        Assert.Equal(2, second.Next().Length);
        Assert.Equal(0, first.Next().Length);
        Assert.Equal(1, first.Progress);
    }

    [Fact]
    public void Elements_longer_than_the_window_and_on_its_edges_are_read()
    {
        var padded = Given.Trade.Insert(1, $"\"pad\":\"{new string('x', 300_000)}\\\"\",");
        var lines = string.Join('\n', Enumerable.Repeat(Given.Trade, 3_000).Append(padded).Append(Given.Trade));

        foreach (var text in new[] { lines, $"[{lines.Replace("\n", ",\n", StringComparison.Ordinal)}]" })
        {
            var reading = Reading.OfText(text);

            Assert.Equal("", reading.Refusal);
            Assert.Equal(3_002, reading.Events.Count);
        }
    }
}
