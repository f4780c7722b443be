using static Barter.MarketData.Tests.Import.Imported;

namespace Barter.MarketData.Tests.Import;

public class MistakeTests
{
    private const string Tardis = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";
    private const string TardisRow = "b,BTCUSDT,1741064767089123,1741064767090456,1,sell,64000.5,100\n";
    private const string Bars = "timestamp,open,high,low,close,volume\n";

    [Theory]
    [InlineData("of another symbol", Tardis + "b,ETHUSDT,1741064767089123,1741064767090456,1,sell,6,1\n",
        ":2: is of 'ETHUSDT' by its rows, and not of BTCUSDT; name the other instrument, or say --symbol")]
    [InlineData("two symbols", Tardis + TardisRow + "b,ETHUSDT,1741064767089123,1741064767090456,2,sell,6,1\n",
        ":3: is of 'ETHUSDT', and the rows before are of 'BTCUSDT'; split the file")]
    [InlineData("ms for us", Tardis + "b,BTCUSDT,1741064767089,1741064767090,1,sell,6,1\n",
        ":2: 'timestamp': 1741064767089 is 1970-01-21T03:37:44.767089Z if it counts microseconds, as the file does, "
        + "but 2025-03-04T05:06:07.089Z if milliseconds; if all of the file counts those, say --time-unit ms")]
    [InlineData("ns for us", Tardis + "b,BTCUSDT,1741064767089123000,1741064767090456000,1,sell,6,1\n",
        ":2: 'timestamp': 1741064767089123000 is after the year 2262 if it counts microseconds, as the file does, but "
        + "2025-03-04T05:06:07.089123Z if nanoseconds")]
    [InlineData("unit changes", "time,price,amount\n1741064767089123,1,1\n1741064767090,1,1\n",
        ":3: 'time': 1741064767090 is 1970-01-21T03:37:44.767090Z if it counts microseconds")]
    [InlineData("years", "time,price,amount\n2025,1,1\n",
        ":2: 'time': 2025 is 1970-01-01T00:33:45Z if it counts seconds, which is no time of a market")]
    [InlineData("unsorted", "time,price,amount\n1741064767,1,1\n1741064700,1,1\n",
        ":3: time 2025-03-04T05:05:00Z is before 2025-03-04T05:06:07Z of an earlier item, by more than the allowed "
        + "00:01:00; sort the file by time (turn it around if the newest come first)")]
    [InlineData("newest bar first", Bars + "2025-03-05,1,1,1,1,1\n2025-03-04,1,1,1,1,1\n",
        ":3: the bar that closes at 2025-03-05T00:00:00Z comes after one that closes at 2025-03-06T00:00:00Z; sort")]
    [InlineData("two bars of one time", Bars + "2025-03-04,1,1,1,1,1\n2025-03-05,1,1,1,1,1\n2025-03-05,2,2,2,2,1\n",
        ":4: the bar that closes at 2025-03-06T00:00:00Z comes after one that closes at 2025-03-06T00:00:00Z")]
    [InlineData("one id for two trades", "time,id,price,amount,side\n1741064767,5,1,1,buy\n1741064767,5,2,1,buy\n",
        ":3: trade 5 is there twice, and not the same: ")]
    [InlineData("a web page", "<!DOCTYPE html><html><body>Not found</body></html>", ":1: is a web page")]
    [InlineData("Parquet", "PAR1xxxx", ":1: is Parquet, which is not read; export it as CSV")]
    [InlineData("other columns", "time,open_interest\n1741064767,5\n",
        ":1: is neither market data in JSON, which begins with [ or {, nor CSV whose columns are known: bars have")]
    [InlineData("no header", "1,2,3,4\n", ":1: is neither market data in JSON, which begins with [ or {, nor CSV of")]
    [InlineData("a column too few", Tardis + TardisRow + "b,BTCUSDT,1741064767089123,1741064767090456,1,sell,64\n",
        ":3: has not as many columns as the header: 7, not 8")]
    [InlineData("cut off", Tardis + TardisRow + "b,BTCUSDT,17410647",
        ":3: has not as many columns as the header: 3, not 8; was the file cut off here?")]
    [InlineData("no side", Tardis + "b,BTCUSDT,1741064767089123,1741064767090456,1,hold,64000.5,100\n",
        ":2: 'side' must be buy, sell or unknown: 'hold'")]
    [InlineData("no number", Tardis + "b,BTCUSDT,1741064767089123,1741064767090456,1,buy,6.4.0,100\n",
        ":2: 'price' is not a number: '6.4.0'")]
    [InlineData("price of zero", Tardis + "b,BTCUSDT,1741064767089123,1741064767090456,1,buy,0,100\n",
        ":2: 'price' must be greater than zero, but is 0")]
    [InlineData("negative amount", Tardis + "b,BTCUSDT,1741064767089123,1741064767090456,1,buy,1,-1\n",
        ":2: 'amount' must be greater than zero, but is -1")]
    [InlineData("an open quote", "time,price,amount\n1741064767,\"1,1\n",
        ":2: a double quote is opened and not closed on the line")]
    [InlineData("control characters in an id", "time,id,price,amount\n1741064767,a\u0007,1,1\n", ":2: 'id' is no text")]
    [InlineData("no levels", "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price,"
        + "bids[0].amount,asks[1].price\n", ":1: the columns of a book snapshot must be asks[0].price")]
    [InlineData("levels in no order", "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,"
        + "bids[0].price,bids[0].amount,asks[1].price,asks[1].amount,bids[1].price,bids[1].amount\n"
        + "b,BTCUSDT,1741064767089123,1741064767090456,100,3,99,1,100,4,98.5,2\n",
        ":2: ask 1 at 100 is not worse than the one before")]
    public void A_mistake_is_one_clear_line(string name, string text, string refusal)
    {
        var reading = Of("file.csv", text);

        Assert.NotNull(name);
        Assert.StartsWith(refusal, RefusalOf(reading, "file.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Failure!.Message, char.IsControl);
    }

    [Theory]
    [InlineData("time=nope,price=2,amount=3", "there is no column 'nope'; the header has time, price, amount")]
    [InlineData("when=1", "'when' is no field; there are time, received,")]
    [InlineData("time", "'time' is not of the form field=column")]
    [InlineData("time=1,price=2,amount=9", "has 3 column(s), and 9 are needed")]
    [InlineData("price=2,amount=3", "and this has only 2, 3; is this the right file?")]
    public void Columns_that_do_not_fit_are_refused(string columns, string refusal) => Assert.Contains(
        refusal,
        RefusalOf(
            Of("t.csv", "time,price,amount\n1741064767,1,1\n", new RecordedMarketDataOptions { Columns = columns }),
            "t.csv"),
        StringComparison.Ordinal);

    [Fact]
    public void The_name_of_a_file_says_what_it_is_of()
    {
        const string Row = "11,64000.10,0.002,128.0002,1741064767089,False,True\n";

        Assert.StartsWith(
            ":1: is of 'ETHUSDT' by its name, and not of BTCUSDT",
            RefusalOf(Of("ETHUSDT-trades-2025-03-04.csv", Row), ".csv"), StringComparison.Ordinal);
        Assert.Null(Of(
            "ETHUSDT-trades-2025-03-04.csv", Row, new RecordedMarketDataOptions { Symbol = "eth-usdt" }).Failure);
    }

    [Fact]
    public void A_given_unit_goes_before_the_usual_one() => Assert.Equal(
        "2025-03-04T05:06:07.089Z",
        Of(
            "x.csv", Tardis + "b,BTCUSDT,1741064767089,1741064767090,1,sell,6,1\n",
            new RecordedMarketDataOptions { TimeUnit = TimeUnit.Milliseconds }).Events[0].TimeExchange.ToString());

    [Fact]
    public void A_header_of_another_format_than_the_named_one_is_refused() => Assert.StartsWith(
        ":1: the header is not that of binance-klines",
        RefusalOf(Of("x.csv", Tardis + TardisRow, new RecordedMarketDataOptions { Source = "binance-klines" }), ".csv"),
        StringComparison.Ordinal);

    [Fact]
    public void Bad_rows_are_passed_over_as_far_as_allowed_and_told()
    {
        const string Text = "time,price,amount\n1741064767,1,1\n1741064767,x,1\n1741064767,1\n1741064768,2,1\n";

        var allowed = Of("t.csv", Text, new RecordedMarketDataOptions { MaxBadRows = 2 });
        var refused = Of("t.csv", Text, new RecordedMarketDataOptions { MaxBadRows = 1 });

        Assert.Null(allowed.Failure);
        Assert.Equal(2, allowed.Events.Count);
        Assert.Equal((4, 2), (allowed.Report.Rows, allowed.Report.BadRows));
        Assert.Equal(
            ["line 3: 'price' is not a number: 'x'", "line 4: has not as many columns as the header: 2, not 3"],
            allowed.Report.FirstBadRows);
        Assert.StartsWith(
            ":4: has not as many columns as the header: 2, not 3; this is bad row 2, and 1 are allowed. The first were "
            + "line 3: ",
            RefusalOf(refused, "t.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_archive_must_have_one_file_and_be_whole()
    {
        var rows = Given.Utf8(Tardis + string.Concat(Enumerable.Range(1, 500).Select(
            id => TardisRow.Replace(",1,sell", $",{id},sell", StringComparison.Ordinal))));
        var good = Zip(("__MACOSX/x", [1]), ("a.csv", rows));
        var torn = good.ToArray();
        torn[100] ^= 4;

        Assert.Equal(500, Of("x.zip", good).Events.Count);
        Assert.Equal(
            ": is a zip archive of 2 files (a.csv, b/c.csv); unzip it and name the one you mean",
            RefusalOf(Of("x.zip", Zip(("a.csv", rows), ("b/c.csv", rows))), "x.zip"));
        Assert.StartsWith(
            ": is a zip archive with nothing in it", RefusalOf(Of("x.zip", Zip()), "x.zip"), StringComparison.Ordinal);
        Assert.StartsWith(
            ": the zip archive is damaged or cut off", RefusalOf(Of("x.zip", good[..^30]), "x.zip"),
            StringComparison.Ordinal);
        Assert.Contains(
            "the zipped data is damaged or cut off", RefusalOf(Of("x.zip", torn), "x.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused() => Assert.StartsWith(
        ":2: one element is longer than 1 MiB",
        RefusalOf(Of("t.csv", "time,price,amount\n" + new string('1', 3 << 20)), "t.csv"), StringComparison.Ordinal);

    [Fact]
    public void Lean_files_without_a_day_in_their_name_are_refused() => Assert.StartsWith(
        ":1: its times count from midnight, and the day is not in the file's name",
        RefusalOf(
            Of("x.csv", "0,1,1,1,1,1\n", new RecordedMarketDataOptions { Source = "lean-bars" }), "x.csv"),
        StringComparison.Ordinal);
}
