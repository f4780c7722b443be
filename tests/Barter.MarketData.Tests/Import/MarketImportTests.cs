using Barter.MarketData.Recorded.Columnar;
using Barter.MarketData.Recorded.Import;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

public sealed class MarketImportTests : IDisposable
{
    private const string Trades = "time,id,price,amount,side\n1741064767,1,5,1,buy\n1741064768,2,6,1,sell\n";

    private static readonly RecordedMarketDataOptions Btc = new() { Instrument = "0" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-import-");

    [Fact]
    public void What_is_imported_is_read_again()
    {
        var result = Import("BTC 2025.csv", Trades);

        Assert.Equal("binance_spot-btc_usdt/BTC_2025.bmd", result.File.Name);
        Assert.Equal("BTC 2025.csv", result.File.Source);
        Assert.Equal((2L, false, 2L), (result.File.Content.Count, result.WasThere, result.Report!.Rows));
        var stored = Reading.Of(new RecordedMarketData(Folder("market"), Imported.Instruments));
        Assert.Equal(Imported.Of("x.csv", Trades).Events, stored.Events);
    }

    [Fact]
    public void A_file_is_imported_once()
    {
        var (first, again, elsewhere) = (Import("a.csv", Trades), Import("a.csv", Trades), Import("b.csv", Trades));

        Assert.Equal((false, true, true), (first.WasThere, again.WasThere, elsewhere.WasThere));
        Assert.Equal(first.File, again.File);
        Assert.Single(MarketCatalog.Open(Folder("market")).Files);
    }

    [Fact]
    public void Other_content_under_the_same_name_is_refused()
    {
        Import("a.csv", Trades);

        var refusal = Assert.Throws<MarketDataException>(() => Import("a.csv", Trades + "1741064769,3,6,1,sell\n"));

        Assert.Contains("has binance_spot-btc_usdt/a.bmd already", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_read_in_two_ways_is_two_sources()
    {
        const string Text = "time,bid,ask,high\n1741064767,1,2,3\n";
        Import("a.csv", Text);
        File.Move(Folder("a.csv"), Folder("b.csv"));

        var other = Import("b.csv", Text, Btc with { Columns = "time=time,bid=ask,ask=high" });

        Assert.False(other.WasThere);
        Assert.Equal(2, MarketCatalog.Open(Folder("market")).Files.Count);
    }

    [Theory]
    [InlineData("a bad row", Trades + "1741064769,3,x,1,sell\n", "a.csv:4: 'price' is not a number: 'x'")]
    [InlineData("an empty file", "", "a.csv: has no rows; is the file empty?")]
    [InlineData("a header only", "time,price,amount\n", "a.csv: has no rows; is the file empty?")]
    [InlineData("void rows only", "time,price,amount\n1741064769,0,0\n", "a.csv: has no row that is an event")]
    public void A_refused_file_leaves_nothing(string name, string text, string refusal)
    {
        var message = Assert.Throws<MarketDataException>(() => Import("a.csv", text)).Message;

        Assert.NotNull(name);
        Assert.EndsWith(refusal, message, StringComparison.Ordinal);
        Assert.Empty(MarketCatalog.Open(Folder("market")).Files);
        Assert.Empty(Directory.GetFiles(Folder("market"), "*.bmd", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_cancelled_import_leaves_nothing()
    {
        File.WriteAllText(Folder("a.csv"), Trades);
        using var import = Begin("a.csv", Btc);

        Assert.Throws<OperationCanceledException>(() => import.Run(new CancellationToken(canceled: true)));
        Assert.Empty(MarketCatalog.Open(Folder("market")).Files);
    }

    [Theory]
    [InlineData("binance_spot", "BTCUSDT", "binance_spot-BTCUSDT/a.bmd", "BTCUSDT")]
    [InlineData("binance_spot", "binance_spot-btc_usdt", "binance_spot-btc_usdt/a.bmd", "binance_spot-btc_usdt")]
    [InlineData("okx", "BTC-USDT", "okx-BTC-USDT/a.bmd", "BTC-USDT")]
    public void An_instrument_needs_no_configuration(string exchange, string name, string file, string stored)
    {
        File.WriteAllText(Folder("a.csv"), Trades);
        using var import = new MarketImport(
            MarketCatalog.OpenOrCreate(Folder("market")), Folder("a.csv"),
            MarketImport.OnlyInstrument(ExchangeIds.Parse(exchange), name), Btc);

        var result = import.Run();

        Assert.Equal((file, stored), (result.File.Name, Assert.Single(result.File.Content.Series).Instrument));
    }

    [Theory]
    [InlineData("bitmex_trades_XBTUSD.csv", "bitmex", "XBTUSD", 10, 10, "2020-03-01T00:00:03.145Z")]
    [InlineData("usdjpy-ticks.csv", "other", "USDJPY", 1_000, 1_000, "2013-01-01T22:00:00.295Z")]
    [InlineData("btc-perp-20211231-20220201_1m.csv", "deribit", "BTC-PERP", 45_031, 45_031, "2021-12-31T23:02:00Z")]
    [InlineData("deribit_incremental_book_L2_BTC-PERPETUAL.csv", "deribit", "BTC-PERPETUAL", 15, 1,
        "2020-04-01T00:00:00.245Z")]
    [InlineData("binance-futures_book_snapshot_5_BTCUSDT.csv", "binance_futures_usd", "BTCUSDT", 10, 10,
        "2020-09-01T00:00:03.696Z")]
    [InlineData("huobi-dm-swap_quotes_BTC-USD.csv", "htx", "BTC-USD", 10, 10, "2020-05-01T00:00:01.099Z")]
    public void Samples_of_others_are_imported(
        string file, string exchange, string symbol, long rows, long events, string first)
    {
        if (Given.Shared($"real/{file}") is not { } path)
        {
            return;
        }

        using var import = new MarketImport(
            MarketCatalog.OpenOrCreate(Folder("market")), path,
            MarketImport.OnlyInstrument(ExchangeIds.Parse(exchange), symbol), Btc);
        var result = import.Run();

        Assert.Equal(
            (rows, events, 0L, 0L, first),
            (result.Report!.Rows, result.File.Content.Count, result.Report.BadRows, result.Report.RepeatedRows,
                result.Report.First.ToString()));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Folder(string name) => Path.Combine(_folder.FullName, name);

    private ImportResult Import(string name, string text, RecordedMarketDataOptions? options = null)
    {
        File.WriteAllText(Folder(name), text);
        using var import = Begin(name, options ?? Btc);
        return import.Run();
    }

    private MarketImport Begin(string name, RecordedMarketDataOptions options) => new(
        MarketCatalog.OpenOrCreate(Folder("market")), Folder(name), Imported.Instruments, options);
}
