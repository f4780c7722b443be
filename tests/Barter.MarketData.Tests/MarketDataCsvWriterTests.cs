using Barter.Model;

namespace Barter.MarketData.Tests;

public class MarketDataCsvWriterTests
{
    [Fact]
    public void Every_event_is_a_row_and_every_level_of_a_book()
    {
        var rows = Write(Given.EveryKind);

        Assert.Equal(MarketDataCsvWriter.Header, rows[0]);
        Assert.Equal(
            "trade,2025-01-02T10:00:00.100Z,2025-01-02T10:00:00.101234567Z,binance_spot,binance_spot-btc_usdt,42,buy,"
            + "100.50,0.00000001,,,,,,,,,,,",
            rows[1]);
        Assert.Equal(
            [
                "trade", "trade", "trade", "reconnecting", "l1", "l1", "l1", "book_snapshot", "book_snapshot",
                "book_snapshot", "book_update", "candle", "liquidation",
            ],
            rows.Skip(1).Select(row => row.Split(',')[0]));
        Assert.Contains("\"a-\"\"é\"\"\\1\"", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_has_the_columns_of_the_header()
    {
        var rows = Write(Given.EveryKind);

        Assert.All(rows, row => Assert.True(rows[0].Split(',').Length == row.Split(',').Length, row));
        Assert.Equal("100.4,2,100.60,0", Cells(rows[5], "bid_price", "bid_amount", "ask_price", "ask_amount"));
        Assert.Equal(",,100.60,0", Cells(rows[6], "bid_price", "bid_amount", "ask_price", "ask_amount"));
        Assert.Equal("100.4,2,,", Cells(rows[7], "bid_price", "bid_amount", "ask_price", "ask_amount"));
        Assert.Equal("18446744073709551615,bid,99,1", Cells(rows[9], "id", "side", "price", "amount"));
        Assert.Equal("8,ask,100.60,0,", Cells(rows[11], "id", "side", "price", "amount", "time"));
        Assert.Equal(
            "100.5,101,100,100.8,12.5,42,2025-01-02T10:00:00.100Z",
            Cells(rows[12], "open", "high", "low", "close", "volume", "trades", "time"));
        Assert.Equal("sell,99.1,3,2025-01-02T10:00:00.100Z", Cells(rows[13], "side", "price", "amount", "time"));
    }

    [Fact]
    public void A_book_without_levels_is_a_row_too()
    {
        var book = new OrderBookLevels(5, null, [], []);
        var rows = Write([MarketEvent.OfBookUpdate(ExchangeId.BinanceSpot, default, Given.Time, Given.Time, book)]);

        Assert.Equal("5,,,", Cells(Assert.Single(rows.Skip(1)), "id", "side", "price", "amount"));
        Assert.Equal(rows[0].Split(',').Length, rows[1].Split(',').Length);
    }

    private static string Cells(string row, params string[] columns)
    {
        var header = MarketDataCsvWriter.Header.Split(',');
        return string.Join(',', columns.Select(column => row.Split(',')[Array.IndexOf(header, column)]));
    }

    private static string[] Write(MarketEvent[] events)
    {
        using var file = new TempFile(name: "market.csv");
        using (var writer = new MarketDataCsvWriter(file.Path, Given.Catalog))
        {
            writer.Write(events);
        }

        return File.ReadAllLines(file.Path);
    }
}
