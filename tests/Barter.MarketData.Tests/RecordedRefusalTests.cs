namespace Barter.MarketData.Tests;

public class RecordedRefusalTests
{
    public static TheoryData<string, string, string> BadElements => new()
    {
        {
            "index not in the catalog", Given.TradeWith("instrument", "4"),
            "instrument 4 is not in the catalog, which has 4: binance_spot-btc_usdt"
        },
        { "negative index", Given.TradeWith("instrument", "-1"), "'instrument' must be a whole number from 0 to" },
        {
            "name not in the catalog", Given.TradeWith("instrument", "\"XRPUSDT\""),
            "instrument 'XRPUSDT' is not in the catalog"
        },
        {
            "another exchange's symbol", Given.TradeWith("instrument", "\"BTC-USDT\""),
            "instrument 'BTC-USDT' is not in the catalog"
        },
        {
            "exchange not in the catalog", Given.TradeWith("exchange", "\"kraken\""),
            "exchange 'kraken' is not in the catalog, which has binance_spot, okx"
        },
        { "no such exchange", Given.TradeWith("exchange", "\"nowhere\""), "exchange 'nowhere' is not in the catalog" },
        {
            "not the instrument's exchange", Given.TradeWith("instrument", "3"),
            "the item's exchange is binance_spot, but instrument 3 is okx-btc_usdt"
        },
        { "reconnecting nowhere", """{"Reconnecting":"nowhere"}""", "exchange 'nowhere' is not in the catalog" },
        {
            "bad time", Given.TradeWith("time_exchange", "\"yesterday\""),
            "'time_exchange' is not a time such as 2025-01-02T03:04:05.678Z: 'yesterday'"
        },
        { "time as number", Given.TradeWith("time_received", "1735787045000"), "'time_received' is not a time" },
        { "bad number", Given.TradeWith("price", "\"1,5\""), "'price' is not a number that a decimal can hold: '1,5'" },
        {
            "too large a number", Given.TradeWith("price", "1e400"),
            "'price' is not a number that a decimal can hold: '1e400'"
        },
        {
            "not a number", Given.TradeWith("price", "\"NaN\""),
            "'price' is not a number that a decimal can hold: 'NaN'"
        },
        {
            "price of another type", Given.TradeWith("price", "[]"),
            "'price' must be a text or a number, not StartArray"
        },
        { "price of zero", Given.TradeWith("price", "0.0"), "'price' must be greater than zero, not 0" },
        { "negative price", Given.TradeWith("price", "-1"), "'price' must be greater than zero, not -1" },
        { "amount of zero", Given.TradeWith("amount", "0"), "'amount' must be greater than zero, not 0" },
        { "bad side", Given.TradeWith("side", "\"Long\""), "'side' must be Buy or Sell, not 'Long'" },
        {
            "unknown kind", Given.Trade.Replace("Trade", "Ticker", StringComparison.Ordinal),
            "'kind' 'Ticker' is not known; it must be Trade"
        },
        {
            "two kinds",
            Given.Trade.Replace(
                "\"kind\":{",
                "\"kind\":{\"Trade\":{\"id\":1,\"price\":1,\"amount\":1,\"side\":\"Buy\"},",
                StringComparison.Ordinal),
            "'kind' must have exactly one member"
        },
        {
            "no kind in it", Given.Trade.Replace("\"kind\":{", "\"kind\":{},\"k\":{", StringComparison.Ordinal),
            "'kind' is empty"
        },
        { "neither", """{"Other":1}""", "an element must have 'Item' or 'Reconnecting'" },
        {
            "both", """{"Reconnecting":"okx","Item":{"Err":1}}""",
            "an element must have one of 'Item' and 'Reconnecting', once"
        },
        { "item is a text", """{"Item":"Ok"}""", "an item must be an object, not String" },
        { "cut off", Given.Trade[..60], "not valid JSON" },
        { "two on a line", Given.Trade + Given.Trade, "not valid JSON" },
        { "not UTF-8", "{\"Reconnecting\":\"\u00ff\"}", "is not UTF-8" },
        { "an escape that is no character", """{"Reconnecting":"\ud800"}""", "not valid JSON" },
        { "an escape in a name that is no character", """{"Reconnecting\ud800":"okx"}""", "not valid JSON" },
        { "deeper than anybody nests", "{\"x\":" + new string('[', 100) + "}", "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(BadElements))]
    public void A_bad_element_is_refused_with_its_line(string name, string element, string refusal)
    {
        // Latin-1 writes the one letter above 127 as a byte that is no UTF-8
        var bytes = System.Text.Encoding.Latin1.GetBytes($"{Given.Trade}\n\n{element}\n{Given.Trade}\n");

        var reading = Reading.OfBytes(bytes);

        Assert.NotNull(name);
        Assert.StartsWith(":3: " + refusal, reading.Refusal, StringComparison.Ordinal);
        Assert.Equal(3, reading.Failure!.Line);
        Assert.Single(reading.Events);
    }

    [Theory]
    [InlineData("time_exchange")]
    [InlineData("time_received")]
    [InlineData("exchange")]
    [InlineData("instrument")]
    [InlineData("kind")]
    [InlineData("id")]
    [InlineData("price")]
    [InlineData("amount")]
    [InlineData("side")]
    public void A_missing_field_is_named(string field) => Assert.Contains(
        $" has no '{field}'",
        Reading.OfText(Given.Trade.Replace($"\"{field}\":", "\"gone\":", StringComparison.Ordinal)).Refusal,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "L1 without a time", """{"OrderBookL1":{"best_bid":null}}""",
        "an OrderBookL1 has no 'last_update_time'")]
    [InlineData(
        "L1 with a level without amount",
        """{"OrderBookL1":{"last_update_time":"2025-01-02T10:00:00Z","best_bid":{"price":1}}}""",
        "'best_bid' has no 'amount'")]
    [InlineData(
        "L1 with a negative amount",
        """{"OrderBookL1":{"last_update_time":"2025-01-02T10:00:00Z","best_bid":{"price":1,"amount":-1}}}""",
        "'amount' must not be negative, but is -1")]
    [InlineData(
        "book of another kind", """{"OrderBook":{"Delta":{}}}""",
        "'OrderBook' 'Delta' is not known; it must be Snapshot or Update")]
    [InlineData(
        "book without a sequence", """{"OrderBook":{"Update":{"bids":{"levels":[]},"asks":{"levels":[]}}}}""",
        "a book has no 'sequence'")]
    [InlineData(
        "book side without levels",
        """{"OrderBook":{"Update":{"sequence":1,"bids":{"side":null},"asks":{"levels":[]}}}}""",
        "'bids' has no 'levels'")]
    [InlineData(
        "book with a level of no price",
        """{"OrderBook":{"Update":{"sequence":1,"bids":{"levels":[{"price":0,"amount":1}]},"asks":{"levels":[]}}}}""",
        "'price' must be greater than zero")]
    [InlineData(
        "candle whose low is not its lowest",
        """{"Candle":{"close_time":"2025-01-02T10:00:00Z","open":1,"high":2,"low":1.5,"close":2"""
        + ""","volume":0,"trade_count":0}}""",
        "open 1 and close 2 must lie between low 1.5 and high 2")]
    [InlineData(
        "candle without a count",
        """{"Candle":{"close_time":"2025-01-02T10:00:00Z","open":1,"high":2,"low":1,"close":2,"volume":0}}""",
        "a candle has no 'trade_count'")]
    [InlineData(
        "candle with too high a count", """{"Candle":{"trade_count":9223372036854775808}}""",
        "'trade_count' must be a whole number from 0 to 9223372036854775807")]
    [InlineData(
        "liquidation without a time", """{"Liquidation":{"side":"Buy","price":1,"quantity":1}}""",
        "a liquidation has no 'time'")]
    [InlineData(
        "liquidation of nothing",
        """{"Liquidation":{"side":"Buy","price":1,"quantity":0,"time":"2025-01-02T10:00:00Z"}}""",
        "'quantity' must be greater than zero")]
    public void A_bad_payload_is_refused(string name, string kind, string refusal)
    {
        var start = Given.Trade.IndexOf("{\"Trade\"", StringComparison.Ordinal);

        Assert.NotNull(name);
        Assert.StartsWith(
            ":1: " + refusal, Reading.OfText(Given.Trade[..start] + kind + "}}").Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no end", "[{0},\n{0},\n", 3, "the file ends before the array does")]
    [InlineData("nothing after the bracket", "[", 1, "the file ends before the array does")]
    [InlineData("ends in an element", "[{0},\n{0},\n\n  {\"Item\":{\n\n", 4, "the file ends inside the element")]
    [InlineData("ends after a backslash", "[{0},\n{0},\n{\"Item\\", 3, "the file ends inside the element")]
    [InlineData("no comma", "[{0},\n{0}\n\n{0}]", 4, "a comma or ']' must stand between")]
    [InlineData("a comma too many", "[{0},\n{0},]", 2, "an element of the array must be an object")]
    [InlineData("a number", "[{0},\n{0},\n1]", 3, "an element of the array must be an object")]
    [InlineData("more after it", "[{0},\n{0}]\n{0}", 3, "there is text after the end of the array")]
    public void A_broken_array_is_refused_and_all_before_it_is_delivered(
        string name, string shape, long line, string refusal)
    {
        var reading = Reading.OfText(shape.Replace("{0}", Given.Trade, StringComparison.Ordinal));

        Assert.NotNull(name);
        Assert.StartsWith($":{line}: {refusal}", reading.Refusal, StringComparison.Ordinal);
        Assert.Equal(shape.Split("{0}").Length - 1 - (shape.EndsWith("{0}]", StringComparison.Ordinal) ? 1 : 0)
            - (shape.EndsWith("]\n{0}", StringComparison.Ordinal) ? 1 : 0), reading.Events.Count);
    }

    [Fact]
    public void A_last_line_that_is_cut_off_says_so()
    {
        var reading = Reading.OfText($"{Given.Trade}\n{Given.Trade[..100]}");

        Assert.Single(reading.Events);
        Assert.StartsWith(":2: not valid JSON", reading.Refusal, StringComparison.Ordinal);
        Assert.EndsWith("the file ends here, was it cut off?", reading.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zipped_file_that_is_cut_anywhere_is_refused()
    {
        var whole = Given.Zipped(Given.Utf8(string.Join('\n', Enumerable.Repeat(Given.Trade, 50))));

        for (var length = 2; length < whole.Length; length++)
        {
            using var file = new TempFile(whole[..length]);
            Assert.Throws<MarketDataException>(
                () => InMemoryMarketData.Load(new RecordedMarketData(file.Path, Given.Catalog)));
        }
    }

    [Fact]
    public void A_zipped_file_that_is_damaged_is_refused_and_what_came_before_is_delivered()
    {
        var whole = Given.Zipped(Given.Utf8(string.Concat(Enumerable.Repeat(Given.Trade + "\n", 20_000))));
        whole[^5] ^= 1;

        var reading = Reading.OfBytes(whole);

        // What was unzipped together with the fault is lost
        Assert.InRange(reading.Events.Count, 19_970, 20_000);
        Assert.StartsWith(
            $":{reading.Events.Count + 1}: the zipped data is damaged", reading.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zipped_file_that_is_cut_delivers_what_is_left_of_it()
    {
        var draws = new Barter.MarketData.Generation.SeededDraws(1);
        var lines = Enumerable.Range(0, 5_000)
            .Select(_ => Given.TradeWith("id", $"{draws.Below(1_000_000_000)}") + "\n");
        var whole = Given.Zipped(Given.Utf8(string.Concat(lines)));

        var reading = Reading.OfBytes(whole[..(whole.Length / 2)]);

        Assert.InRange(reading.Events.Count, 2_300, 2_700);
        Assert.StartsWith(
            $":{reading.Events.Count + 1}: the zipped data is damaged or cut off",
            reading.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zipped_file_of_several_parts_is_read_and_one_with_something_behind_it_is_not()
    {
        var part = Given.Zipped(Given.Utf8(Given.Trade + "\n"));

        Assert.Equal(3, Reading.OfBytes([.. part, .. part, .. part]).Events.Count);
        Assert.Contains(
            "the zipped data is damaged", Reading.OfBytes([.. part, 0, 0]).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_repeated_by_every_later_call()
    {
        using var file = new TempFile("{");
        using var stream = new RecordedMarketData(file.Path, Given.Catalog).Open();

        Assert.Throws<MarketDataException>(() => stream.Next());
        Assert.Throws<MarketDataException>(() => stream.Next());
    }

    [Theory]
    [InlineData("one line", "{\"x\":\"", 'x')]
    [InlineData("one element of an array", "[{\"x\":\"", 'x')]
    [InlineData("many marks in one element", "[{\"x\":", '[')]
    [InlineData("no data at all", "", 'x')]
    public void Ten_megabytes_without_an_end_are_refused(string name, string start, char filler)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var file = new TempFile(Given.Utf8(start + new string(filler, 10_000_000)));
        var written = GC.GetAllocatedBytesForCurrentThread();

        var reading = Reading.Of(new RecordedMarketData(file.Path, Given.Catalog));

        Assert.NotNull(name);
        Assert.StartsWith(":1: one element is longer than 1 MiB", reading.Refusal, StringComparison.Ordinal);
        Assert.True(written > before);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - written, 0, 5_000_000);
    }

    [Fact]
    public void Ten_megabytes_of_blanks_are_passed_over() => Assert.Single(
        Reading.OfText(new string(' ', 5_000_000) + Given.Trade + new string('\n', 5_000_000)).Events);

    [Fact]
    public void A_missing_file_and_a_directory_are_refused()
    {
        using var file = new TempFile();

        var missing = Assert.Throws<MarketDataException>(
            () => new RecordedMarketData(file.Path, Given.Catalog).Open());
        var folder = Assert.Throws<MarketDataException>(
            () => new RecordedMarketData(file.Folder, Given.Catalog).Open());

        Assert.Equal($"{file.Path}: no such file; check the path", missing.Message);
        Assert.Equal((file.Path, 0L), (missing.File, missing.Line));
        Assert.Equal($"{file.Folder}: is a directory; name a file of market data", folder.Message);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("blanks", " \n\t\r\n ")]
    [InlineData("an empty array", "[]")]
    [InlineData("an empty array with blanks", " [ \n ] \n")]
    [InlineData("only marks", """{"Reconnecting":"okx"}""")]
    [InlineData("only errors", """{"Item":{"Err":null}}""")]
    public void A_file_without_an_item_is_read_to_its_end_but_has_no_first_event(string name, string text)
    {
        using var file = new TempFile(text);
        var source = new RecordedMarketData(file.Path, Given.Catalog);

        Assert.NotNull(name);
        Assert.Null(Reading.Of(source).Failure);
        Assert.Equal(0, Reading.Of(source).Report.Items);
        Assert.Contains(
            "market data contains no events",
            Assert.Throws<MarketDataException>(() => source.FirstEventTime()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_market_data_are_refused_in_one_line()
    {
        var bytes = Enumerable.Range(0, 5_000).Select(i => (byte)(((i * 37) + 1) % 256)).ToArray();

        var reading = Reading.OfBytes(bytes);

        Assert.StartsWith(":1: is neither market data in JSON", reading.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Refusal, char.IsControl);
        Assert.StartsWith(":1: is UTF-16", Reading.OfBytes([0xFF, 0xFE, 0x7B, 0]).Refusal, StringComparison.Ordinal);
    }
}
