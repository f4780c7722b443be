using Barter.Model;

namespace Barter.MarketData.Tests;

public class RecordedBarTests
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const string Rows = "2025-01-02 10:00:00.000000,1,2,0.5,1.5,10\n2025-01-02 10:05:00.000000,1.5,2,1,1,0\n";

    private static readonly Timestamp Ten = Timestamp.Parse("2025-01-02T10:00:00Z");

    [Fact]
    public void A_bar_is_told_at_its_close()
    {
        var reading = Read(Header + Rows);
        var close = Ten + TimeSpan.FromMinutes(5);

        Assert.Equal("", reading.Refusal);
        Assert.Equal(
            MarketEvent.OfCandle(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), close, close,
                new Candle(close, 1m, 2m, 0.5m, 1.5m, 10m, 0)),
            reading.Events[0]);
        Assert.Equal(Ten + TimeSpan.FromMinutes(10), reading.Events[1].TimeExchange);
    }

    [Theory]
    [InlineData("RFC 3339", "2025-01-02T11:00:00+01:00")]
    [InlineData("no zone", "2025-01-02T10:00:00")]
    [InlineData("blank and nanoseconds", "2025-01-02 10:00:00.000000000")]
    [InlineData("seconds", "1735812000")]
    [InlineData("milliseconds", "1735812000000")]
    [InlineData("microseconds", "1735812000000000")]
    [InlineData("nanoseconds", "1735812000000000000")]
    public void Time_has_many_forms(string name, string time)
    {
        Assert.NotNull(name);
        Assert.Equal(
            Ten + TimeSpan.FromMinutes(1),
            Assert.Single(Read($"{Header}{time},1,1,1,1,1\n", new() { BarLength = TimeSpan.FromMinutes(1) }).Events)
                .TimeExchange);
    }

    [Fact]
    public void A_date_is_its_midnight() => Assert.Equal(
        [Timestamp.Parse("2025-01-03T00:00:00Z"), Timestamp.Parse("2025-01-04T00:00:00Z")],
        Read(Header + "2025-01-02,1,1,1,1,1\n2025-01-03,1,1,1,1,1").Events.Select(row => row.TimeExchange));

    [Fact]
    public void The_length_of_a_bar_is_the_smallest_step_and_gaps_do_not_matter() => Assert.Equal(
        [60L, 660, 720, 1_020],
        Read(Header + "1735812000,1,1,1,1,1\n1735812600,1,1,1,1,1\n1735812660,1,1,1,1,1\n1735812960,1,1,1,1,1\n")
            .Events.Select(row => (row.TimeExchange - Ten).Ticks / TimeSpan.TicksPerSecond));

    [Fact]
    public void Columns_come_in_any_order_and_unknown_ones_are_passed_over() => Assert.Equal(
        new Candle(Ten + TimeSpan.FromSeconds(1), 1m, 4m, 0.5m, 2m, 9m, 0),
        Assert.Single(Read(
            "Volume, x, LOW,Close,open,high,timestamp\r\n9, y,0.5,2,1, 4 ,1735812000\r\n",
            new() { BarLength = TimeSpan.FromSeconds(1) }).Events).Candle);

    [Theory]
    [InlineData(
        "low is not lowest", "2025-01-02 10:10:00,1,2,1.5,2,1", "open 1 and close 2 must lie between low 1.5")]
    [InlineData("high is not highest", "2025-01-02 10:10:00,1,2,1,3,1", "open 1 and close 3 must lie between low 1")]
    [InlineData("price of zero", "2025-01-02 10:10:00,0,2,0,1,1", "'open' must be greater than zero, but is 0")]
    [InlineData("negative volume", "2025-01-02 10:10:00,1,1,1,1,-1", "'volume' must not be negative, but is -1")]
    [InlineData("no number", "2025-01-02 10:10:00,1,1,x,1,1", "'low' is not a number: 'x'")]
    [InlineData("no time", "now,1,1,1,1,1", "'timestamp' is not a time such as 2025-01-02 03:04:05")]
    [InlineData("time out of range", "9999-01-01 00:00:00,1,1,1,1,1", "'timestamp' is not a time")]
    [InlineData("a count among texts", "1735812600,1,1,1,1,1", "'timestamp' is not written as the times before it")]
    [InlineData("a column too few", "2025-01-02 10:10:00,1,1,1,1", "has not as many columns as the header")]
    [InlineData("a column too many", "2025-01-02 10:10:00,1,1,1,1,1,1", "has not as many columns as the header")]
    public void A_bad_row_is_refused_with_its_line(string name, string row, string refusal)
    {
        var reading = Read($"{Header}{Rows}{row}\n{Rows}", new() { MaxLateness = TimeSpan.MaxValue });

        Assert.NotNull(name);
        Assert.Equal(2, reading.Events.Count);
        Assert.StartsWith(":4: " + refusal, reading.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_does_not_tell_the_length_of_a_bar() => Assert.StartsWith(
        ":2: the length of a bar cannot be told", Read(Header + "1735812000,1,1,1,1,1\n").Refusal,
        StringComparison.Ordinal);

    [Fact]
    public void A_header_alone_is_no_events() => Assert.Null(Read(Header).Failure);

    [Theory]
    [InlineData("BTC-USDT", 3)]
    [InlineData("okx-btc_usdt", 3)]
    [InlineData("2", 2)]
    public void The_instrument_of_bars_is_an_option(string option, int index) => Assert.All(
        Reading.OfText(Header + Rows, new() { Instrument = option }).Events,
        row => Assert.Equal(
            (new InstrumentIndex(index), Given.Catalog.Instruments[index].ExchangeId), (row.Instrument, row.Exchange)));

    [Fact]
    public void Bars_of_an_unnamed_or_unknown_instrument_are_refused()
    {
        Assert.Contains(
            "name one in RecordedMarketDataOptions.Instrument",
            Reading.OfText(Header + Rows).Refusal, StringComparison.Ordinal);
        Assert.Contains(
            "instrument 'XRPUSDT', which the options name, is not in the catalog",
            Reading.OfText(Header + Rows, new() { Instrument = "XRPUSDT" }).Refusal,
            StringComparison.Ordinal);
        Assert.Contains(
            "instrument '4'",
            Reading.OfText(Header + Rows, new() { Instrument = "4" }).Refusal, StringComparison.Ordinal);
    }

    private static Reading Read(string text, RecordedMarketDataOptions? options = null) =>
        Reading.OfText(text, options, Given.OneInstrument);
}
