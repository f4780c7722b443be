using System.Text.Json;
using Barter.Configuration;
using Barter.MarketData;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.Cli.Tests;

public sealed class DataStoredTests : IDisposable
{
    private static readonly InstrumentCatalog Catalog = SystemConfig.Load(Given.Config).BuildCatalog();

    private readonly TempFolder _folder = new();

    public DataStoredTests()
    {
        Store = _folder.File("store");
        var events = InMemoryMarketData.Load(new RecordedMarketData(Given.Short, Catalog)).Events.ToArray();
        var catalog = MarketCatalog.OpenOrCreate(Store);
        foreach (var (row, number) in Catalog.Instruments.Select((row, number) => (row, number)))
        {
            using var writer = catalog.Create($"{row.Name}.bmd", StoredInstrument.AllOf(Catalog));
            writer.Add(events.Where(told => told.Instrument == row.Index).ToArray());
            catalog.Add(writer, $"{row.Name}.bmd", "short.jsonl", $"hash-{number}");
        }

        Alone = _folder.File("alone.bmd");
        using var alone = ColumnarWriter.Create(Alone, Catalog);
        alone.Add(events);
        alone.Commit();
    }

    private string Store { get; }

    private string Alone { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backtest_of_stored_data_is_that_of_the_recording()
    {
        string[] more = ["--strategy", "ema-cross", "--param", "fast=2", "--param", "slow=5", "--format", "json"];
        var recorded = await Ran.ShortBacktest(more);

        Assert.Equal((ExitCode.Done, ""), (recorded.Code, recorded.Error));
        Assert.Equal(Unnamed(recorded), Unnamed(await Backtest(Alone, more)));
        Assert.Equal(Unnamed(recorded), Unnamed(await Backtest(Store, more)));
    }

    [Fact]
    public async Task A_backtest_may_be_of_a_range_of_time()
    {
        string[] range = ["--from", "2025-06-02T09:00:20Z", "--to", "2025-06-02T09:00:40Z", "--format", "json"];

        var recorded = await Ran.ShortBacktest(range);

        Assert.Equal(Unnamed(recorded), Unnamed(await Backtest(Alone, range)));
        Assert.Equal(Unnamed(recorded), Unnamed(await Backtest(Store, range)));
        Assert.NotEqual(recorded.Output, (await Ran.ShortBacktest("--format", "json")).Output);
        Assert.Equal(
            ExitCode.Usage, (await Backtest(Store, "--from", "2025-06-03", "--to", "2025-06-02")).Code);
        Assert.Equal(
            (ExitCode.Failed, 1),
            await Backtest(Store, "--from", "2030-01-01") is var none ? (none.Code, none.ErrorLines.Length) : default);
    }

    [Fact]
    public async Task A_paper_session_reads_stored_data()
    {
        string[] args = ["paper", "--config", Given.Config, "--speed", "max", "--format", "json", "--market-data"];

        var (stored, recorded) = (await Ran.Barter([.. args, Store]), await Ran.Barter([.. args, Given.Short]));

        Assert.Equal(ExitCode.Done, stored.Code);
        Assert.Equal(Unnamed(recorded).Output, Unnamed(stored).Output);
    }

    [Fact]
    public async Task A_list_has_a_row_for_each_instrument_and_kind()
    {
        var table = await Ran.Barter("data", "list", Store);
        var json = JsonElement.Parse((await Ran.Barter("data", "list", Store, "--format", "json")).Output);

        Assert.Equal((ExitCode.Done, ""), (table.Code, table.Error));
        Assert.StartsWith("3 file(s), 31 events, ", table.Output, StringComparison.Ordinal);
        Assert.Contains("binance_spot-btc_usdt", table.Output, StringComparison.Ordinal);
        Assert.Equal(31, json.GetProperty("events").GetInt64());
        Assert.Equal(
            31, json.GetProperty("series").EnumerateArray().Sum(row => row.GetProperty("events").GetInt64()));
    }

    [Fact]
    public async Task A_description_has_each_file()
    {
        var table = await Ran.Barter("data", "describe", Store);
        var json = JsonElement.Parse((await Ran.Barter("data", "describe", Alone, "--format", "json")).Output);

        Assert.Equal((ExitCode.Done, ""), (table.Code, table.Error));
        Assert.Contains("binance_spot-eth_usdt.bmd: ", table.Output, StringComparison.Ordinal);
        Assert.Contains("made of short.jsonl", table.Output, StringComparison.Ordinal);
        var file = Assert.Single(json.GetProperty("files").EnumerateArray());
        Assert.Equal("alone.bmd", file.GetProperty("name").GetString());
        Assert.Equal(new FileInfo(Alone).Length, file.GetProperty("bytes").GetInt64());
    }

    [Theory]
    [InlineData("list", "short.jsonl")]
    [InlineData("list", "missing")]
    [InlineData("list", "")]
    [InlineData("describe", "short.jsonl")]
    [InlineData("describe", "missing")]
    [InlineData("describe", "")]
    public async Task What_is_no_stored_data_is_refused_in_one_line(string verb, string name)
    {
        var ran = await Ran.Barter("data", verb, Given.InData($"markets/{name}"));

        Assert.True((ExitCode.Failed, "", 1) == (ran.Code, ran.Output, ran.ErrorLines.Length), ran.ToString());
    }

    [Fact]
    public async Task A_check_finds_what_is_damaged_even_if_the_configuration_has_no_use_for_it()
    {
        var sound = await Check(Store, Given.Config);
        var path = Path.Combine(Store, "binance_spot-sol_usdt.bmd");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        var damaged = await Check(Store, Given.Config);

        Assert.Equal((ExitCode.Done, ""), (sound.Code, sound.Error));
        Assert.Equal((ExitCode.Failed, ""), (damaged.Code, damaged.Output));
        Assert.StartsWith($"barter: {path}: at byte ", Assert.Single(damaged.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_as_json_is_the_same_market()
    {
        var output = _folder.File("out.json.gz");

        var ran = await Export(output);
        var again = await Export(output);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Output));
        Assert.StartsWith("wrote 31 events, ", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.Equal($"barter: {output}: exists already; --force overwrites it", Assert.Single(again.ErrorLines));
        Assert.Equal(Events(Given.Short), Events(output));
    }

    [Fact]
    public async Task An_export_may_be_of_one_instrument_and_a_range()
    {
        var output = _folder.File("out.csv");
        var (from, to) = (Timestamp.Parse("2025-06-02T09:00:20Z"), Timestamp.Parse("2025-06-02T09:00:40Z"));

        var ran = await Export(
            output, "--format", "csv", "--instrument", "BTCUSDT", "--from", from.ToString(), "--to", to.ToString());

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(
            Events(Given.Short).Count(told =>
                told.Instrument.Value == 0 && told.TimeExchange >= from && told.TimeExchange < to),
            (await File.ReadAllLinesAsync(output)).Length - 1);
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--instrument", "XRPUSDT")]
    [InlineData("--from", "soon")]
    public async Task A_bad_value_of_an_export_is_refused(string option, string value)
    {
        var ran = await Export(_folder.File("out.json"), option, value);

        Assert.True((ExitCode.Usage, "", 2) == (ran.Code, ran.Output, ran.ErrorLines.Length), ran.ToString());
        Assert.False(File.Exists(_folder.File("out.json")));
    }

    /// <summary>A result without the name of the market data, which it tells.</summary>
    private static Ran Unnamed(Ran ran) => ran with
    {
        Output = ran.Output
            .Replace("\"source\":\"short.jsonl\"", "\"source\":\"\"", StringComparison.Ordinal)
            .Replace("\"source\":\"alone.bmd\"", "\"source\":\"\"", StringComparison.Ordinal)
            .Replace("\"source\":\"store\"", "\"source\":\"\"", StringComparison.Ordinal),
    };

    private static MarketEvent[] Events(string path) =>
        InMemoryMarketData.Load(new RecordedMarketData(path, Catalog)).Events.ToArray();

    private static Task<Ran> Backtest(string path, params string[] more) =>
        Ran.Barter(["backtest", "--config", Given.Config, "--market-data", path, .. more]);

    private static Task<Ran> Check(string path, string config) =>
        Ran.Barter("data", "check", "--config", config, "--market-data", path, "--gap", "1d");

    private Task<Ran> Export(string output, params string[] more) => Ran.Barter(
        ["data", "export", "--config", Given.Config, "--market-data", Store, "--output", output, .. more]);
}
