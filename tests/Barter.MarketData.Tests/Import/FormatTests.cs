using Barter.Model;
using static Barter.MarketData.Tests.Import.Imported;

namespace Barter.MarketData.Tests.Import;

public class FormatTests
{
    private const string T = "2025-03-04T05:06:07.089Z";
    private const string T2 = "2025-03-04T05:06:07.090Z";
    private const string Micros = "2025-03-04T05:06:07.089123Z";
    private const string Micros2 = "2025-03-04T05:06:07.090456Z";

    private static readonly Dictionary<string, MarketEvent[]> Expected = new(StringComparer.Ordinal)
    {
        ["trades ms"] = [Trade(T, "11", 64000.10m, 0.002m, Side.Buy), Trade(T2, "12", 63999m, 1.5m, Side.Sell)],
        ["trades us"] =
            [Trade(Micros, "11", 64000.10m, 0.002m, Side.Buy), Trade(Micros2, "12", 63999m, 1.5m, Side.Sell)],
        ["trades without id and side"] =
        [
            Trade(T, "1", 7.5m, 1m, Side.Buy), Trade(T2, "2", 7.25m, 2m, Side.Sell),
            Trade(T2, "3", 7.25m, 3m, Side.Sell), Trade(T2, "4", 7.5m, 4m, Side.Buy),
        ],
        ["tardis trades"] =
        [
            Trade(Micros, Micros2, "a-1", 64000.5m, 100m, Side.Sell),
            Trade(Micros2, Micros2, "2", 64001m, 0.5m, Side.Buy),
        ],
        ["liquidations"] =
        [
            MarketEvent.OfLiquidation(
                ExchangeId.BinanceSpot, Btc, Timestamp.Parse(Micros), Timestamp.Parse(Micros2),
                new Liquidation(Side.Sell, 64000.5m, 100m, Timestamp.Parse(Micros))),
        ],
        ["quotes"] =
        [
            Quote(T, T2, new Level(99.5m, 3m), new Level(100m, 4m)),
            Quote(T2, T2, null, new Level(100.5m, 1m)),
        ],
        ["tardis quotes"] =
        [
            Quote(Micros, Micros2, new Level(99.5m, 3m), new Level(100m, 4m)),
            Quote(Micros2, Micros2, null, new Level(100.5m, 1m)),
        ],
        ["quotes without amounts"] =
            [Quote("2025-03-04T05:06:07Z", "2025-03-04T05:06:07Z", new Level(99.5m, 0m), new Level(100m, 0m))],
        ["bars"] =
        [
            Bar("2025-03-04T00:01:00Z", 4.15m, 4.16m, 4.14m, 4.155m, 539.2m),
            Bar("2025-03-04T00:02:00Z", 4.155m, 4.2m, 4.155m, 4.2m, 0m),
        ],
        ["klines"] =
        [
            Bar("2025-03-04T00:01:00Z", 4.15m, 4.16m, 4.14m, 4.155m, 539.2m, 13),
            Bar("2025-03-04T00:02:00Z", 4.155m, 4.2m, 4.155m, 4.2m, 0m),
        ],
        ["snapshots"] =
        [
            Book(
                true, Micros, Micros2, 1, [new Level(99m, 1m), new Level(98.5m, 2m)],
                [new Level(100m, 3m), new Level(100.5m, 4m)]),
            Book(true, Micros2, Micros2, 2, [new Level(99m, 1m)], [new Level(100m, 3m), new Level(101m, 9m)]),
        ],
        ["updates"] =
        [
            Book(
                true, Micros, Micros2, 1, [new Level(99m, 1m), new Level(98.5m, 2m)],
                [new Level(100m, 3m), new Level(100.5m, 4m)]),
            Book(false, Micros2, "2025-03-04T05:06:07.100000Z", 2, [new Level(99m, 0m)], [new Level(100m, 5m)]),
            Book(false, Micros2, "2025-03-04T05:06:07.200000Z", 3, [], [new Level(100.5m, 0m)]),
            MarketEvent.Reconnecting(ExchangeId.BinanceSpot),
            Book(true, Micros2, "2025-03-04T05:06:07.300000Z", 4, [new Level(97m, 1m)], []),
        ],
        ["lean quotes"] =
        [
            Quote("2025-03-04T00:00:01.500Z", "2025-03-04T00:00:01.500Z", new Level(99.5m, 3m), new Level(100m, 4m)),
        ],
        ["lean quote bars"] =
            [Quote("2025-03-04T00:01:00Z", "2025-03-04T00:01:00Z", new Level(99.5m, 3m), new Level(100m, 4m))],
        ["lean trades"] =
            [Trade("2025-03-04T00:00:01.500Z", "1", 99.5m, 3m, Side.Buy)],
    };

    [Theory]
    [InlineData(
        "trades ms", "BTCUSDT-trades-2024-03-04.csv",
        "11,64000.10000000,0.00200000,128.0002,1741064767089,False,True\n12,63999,1.5,0,1741064767090,True,True")]
    [InlineData(
        "trades us", "BTCUSDT-trades-2025-03-04.csv",
        "11,64000.10,0.002,128.0002,1741064767089123,False,True\n12,63999,1.5,0,1741064767090456,True,True\n")]
    [InlineData(
        "trades ms", "BTCUSDT-trades-2025-03-04.csv",
        "id,price,qty,quote_qty,time,is_buyer_maker\r\n11,64000.10,0.002,128.0,1741064767089,false\r\n"
        + "12,63999,1.5,1,1741064767090,true\r\n")]
    [InlineData(
        "trades us", "BTCUSDT-aggTrades-2025-03-04.csv",
        "11,64000.10,0.002,31,33,1741064767089123,False,True\n12,63999,1.5,34,34,1741064767090456,True,True\n")]
    [InlineData(
        "trades ms", "BTCUSDT-aggTrades-2025-03.csv",
        "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n"
        + "11,64000.10,0.002,31,33,1741064767089,false\n12,63999,1.5,34,34,1741064767090,true\n")]
    [InlineData(
        "trades ms", "noname.csv",
        "11,64000.10,0.002,31,33,1741064767089,false\n12,63999,1.5,34,34,1741064767090,true\n")]
    [InlineData(
        "klines", "BTCUSDT-1m-2025-03-04.csv",
        "1741046400000000,4.15,4.16,4.14,4.155,539.2,1741046459999999,2240.4,13,401.8,1669.9,0\n"
        + "1741046460000000,4.155,4.2,4.155,4.2,0,1741046519999999,0,0,0,0,0\n")]
    [InlineData(
        "klines", "klines.csv",
        "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,"
        + "ignore\n1741046400000,4.15,4.16,4.14,4.155,539.2,1741046459999,2240.4,13,401.8,1669.9,0\n"
        + "1741046460000,4.155,4.2,4.155,4.2,0,1741046519999,0,0,0,0,0\n")]
    [InlineData(
        "quotes", "BTCUSDT-bookTicker-2024-03-04.csv",
        "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time\n"
        + "7,99.5,3,100,4,1741064767089,1741064767090\n8,0,0,100.5,1,1741064767090,1741064767090\n")]
    [InlineData(
        "tardis trades", "bitmex_trades_2025-03-04_BTCUSDT.csv",
        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
        + "bitmex,BTCUSDT,1741064767089123,1741064767090456,a-1,sell,64000.5,100\n"
        + "bitmex,BTCUSDT,1741064767090456,1741064767090456,,unknown,64001,0.5\n")]
    [InlineData(
        "liquidations", "bitmex_liquidations_2025-03-04_BTCUSDT.csv",
        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
        + "bitmex,BTCUSDT,1741064767089123,1741064767090456,a-1,sell,64000.5,100\n")]
    [InlineData(
        "tardis quotes", "x.csv",
        "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,4,100,99.5,3\n"
        + "b,BTCUSDT,1741064767090456,1741064767090456,1,100.5,,\n")]
    [InlineData(
        "snapshots", "x.csv",
        "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price,bids[0].amount,"
        + "asks[1].price,asks[1].amount,bids[1].price,bids[1].amount\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,100,3,99,1,100.5,4,98.5,2\n"
        + "b,BTCUSDT,1741064767090456,1741064767090456,100,3,99,1,101,9,,\n")]
    [InlineData(
        "updates", "x.csv",
        "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,true,ask,100.5,4\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,true,ask,100,3\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,true,bid,98.5,2\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,true,bid,99,1\n"
        + "b,BTCUSDT,1741064767090456,1741064767100000,false,bid,99,0\n"
        + "b,BTCUSDT,1741064767090456,1741064767100000,false,ask,100,5\n"
        + "b,BTCUSDT,1741064767090456,1741064767200000,false,ask,100.5,0\n"
        + "b,BTCUSDT,1741064767090456,1741064767300000,true,bid,97,1\n")]
    [InlineData(
        "bars", "20250304_btcusdt_minute_trade.csv",
        "0,4.15,4.16,4.14,4.155,539.2\n60000,4.155,4.2,4.155,4.2,0\n")]
    [InlineData("lean quote bars", "20250304_btcusdt_minute_quote.csv", "0,99,99.9,98,99.5,3,100,101,99.9,100,4\n")]
    [InlineData("lean quotes", "20250304_btcusdt_tick_quote.csv", "1500,99.5,3,100,4\n")]
    [InlineData("lean trades", "20250304_btcusdt_tick_trade.csv", "1500,99.5,3\n")]
    [InlineData(
        "bars", "ohlcv.csv",
        "Date,Open,High,Low,Close,Volume\n2025-03-04 00:00,4.15,4.16,4.14,4.155,539.2\n"
        + "2025-03-04 00:01,4.155,4.2,4.155,4.2,0\n")]
    [InlineData(
        "bars", "ohlcv.csv",
        "\ufeffunix;symbol;open;high;low;close;vol;Volume\n\n1741046400;BTC/USDT;4.15;4.16;4.14;4.155;x;539.2\n \n"
        + "1741046460;BTC/USDT;4.155;4.2;4.155;4.2;x;0")]
    [InlineData(
        "trades ms", "px.csv",
        "\"when\",\"tid\",px,qty,\"is buyer maker\"\n"
        + "\"2025-03-04 05:06:07.089\",\"11\", 64000.10 ,0.002,0\n2025-03-04T06:06:07.090+01:00,12,63999,1.5,1\n",
        "time=when,id=tid,price=px,amount=qty,buyer_is_maker=is buyer maker")]
    [InlineData(
        "trades without id and side", "px.csv",
        "x,7.5,1741064767.089,1\nx,7.25,1741064767.090,2\nx,7.25,1741064767.090,3\nx,7.5,1741064767.090,4\n",
        "time=3,price=2,amount=4")]
    [InlineData("quotes without amounts", "q.csv", "timestamp,bid,ask\n2025-03-04 05:06:07+00:00,99.5,100\n")]
    [InlineData(
        "bars", "closes.csv",
        "at,open,high,low,close,volume\n2025-03-04 00:01:00,4.15,4.16,4.14,4.155,539.2\n"
        + "2025-03-04 00:02:00,4.155,4.2,4.155,4.2,0\n",
        "close_time=at,open=open,high=high,low=low,close=close,volume=volume")]
    public void Rows_become_these_events(
        string expected, string name, string text, string? columns = null)
    {
        var reading = Of(name, text, new RecordedMarketDataOptions { Columns = columns });

        Assert.Equal("", RefusalOf(reading, name));
        Assert.Equal(Expected[expected], reading.Events);
        var zipped = Of("x.zip", Zip((name, Given.Utf8(text))), new RecordedMarketDataOptions { Columns = columns });
        Assert.Equal(Expected[expected], zipped.Events);
        Assert.Equal(reading.Report, zipped.Report);
    }

    [Fact]
    public void Hourly_bars_of_lean_have_the_whole_time_in_each_row() => Assert.Equal(
        [Bar("2025-03-04T01:00:00Z", 1m, 2m, 1m, 2m, 5m), Bar("2025-03-04T02:00:00Z", 2m, 2m, 1m, 1m, 6m)],
        Of(
            "btcusdt_trade.zip",
            Zip(("btcusdt.csv", Given.Utf8("20250304 00:00,1,2,1,2,5\n20250304 01:00,2,2,1,1,6\n")))).Events);

    [Fact]
    public void A_named_format_needs_no_header() => Assert.Equal(
        [Expected["tardis trades"][0]],
        Of(
            "data.txt", "bitmex,BTC-USDT,1741064767089123,1741064767090456,a-1,sell,64000.5,100\n",
            new RecordedMarketDataOptions { Source = "tardis-trades" }).Events);

    [Fact]
    public void Void_and_repeated_rows_are_counted_and_passed_over()
    {
        var reading = Of(
            "BTCUSDT-aggTrades-2025-03-04.csv",
            "11,0,0,-1,-1,1741064767089,False,True\n12,5,1,1,1,1741064767089,False,True\n"
            + "12,5,1,1,1,1741064767089,False,True\n13,5,1,1,1,1741064767089,False,True\n");

        Assert.Equal((4, 1, 1, 2), (
            reading.Report.Rows, reading.Report.VoidRows, reading.Report.RepeatedRows, reading.Events.Count));
    }

    [Fact]
    public void What_is_assumed_is_said() => Assert.Equal(
        "the sides of 2 trades were inferred from the price before them",
        Of("t.csv", "time,price,amount\n1741064767089,1,1\n1741064767089,1,1\n").Report.Note);
}
