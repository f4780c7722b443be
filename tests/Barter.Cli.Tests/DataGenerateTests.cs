using Barter.Configuration;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Tests;

public sealed class DataGenerateTests
{
    private static readonly string[] Prices =
        ["--price", "BTCUSDT=60000", "--price", "ETHUSDT=3000", "--price", "binance_spot-sol_usdt=150"];

    [Fact]
    public async Task The_same_seed_gives_the_same_file_and_another_seed_another()
    {
        using var folder = new TempFolder();

        var first = await Generate(folder.File("first.jsonl"), "--seed", "5");
        await Generate(folder.File("again.jsonl"), "--seed", "5");
        await Generate(folder.File("other.jsonl"), "--seed", "6");

        Assert.Equal((ExitCode.Done, ""), (first.Code, first.Output));
        Assert.Matches(@"^wrote [\d,]+ quotes, [\d,]+ trades and 0 reconnect marks of 3 instrument", first.Error);
        var bytes = await File.ReadAllBytesAsync(folder.File("first.jsonl"));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.File("again.jsonl")));
        Assert.NotEqual(bytes, await File.ReadAllBytesAsync(folder.File("other.jsonl")));
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task A_file_that_exists_is_kept_unless_forced()
    {
        using var folder = new TempFolder();
        var file = folder.File("precious.jsonl", "precious");

        var refused = await Generate(file);
        var kept = await File.ReadAllTextAsync(file);
        var forced = await Generate(file, "--force");

        Assert.Equal(ExitCode.Failed, refused.Code);
        Assert.Equal($"barter: {file}: exists already; --force overwrites it", Assert.Single(refused.ErrorLines));
        Assert.Equal("precious", kept);
        Assert.Equal(ExitCode.Done, forced.Code);
        Assert.StartsWith("{\"Item\":", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rate", "0", "EventsPerSecond")]
    [InlineData("--rate", "fast", "not a number")]
    [InlineData("--seed", "-1", "whole number")]
    [InlineData("--start", "yesterday", "not a time")]
    [InlineData("--duration", "daily", "length of time")]
    [InlineData("--duration", "0s", "length of time")]
    [InlineData("--volatility", "2", "DailyVolatility")]
    [InlineData("--disconnects", "1001", "Disconnects")]
    [InlineData("--price", "BTCUSDT", "instrument=price")]
    [InlineData("--price", "XRPUSDT=1", "XRPUSDT")]
    [InlineData("--price", "BTCUSDT=-1", "InitialPrice")]
    public async Task A_bad_value_is_refused(string option, string value, string told)
    {
        using var folder = new TempFolder();

        var ran = await Generate(folder.File("made.jsonl"), option, value);

        Assert.True((ExitCode.Usage, "", 2) == (ran.Code, ran.Output, ran.ErrorLines.Length), ran.ToString());
        Assert.Contains(told, ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task The_short_stream_can_be_made_again()
    {
        using var folder = new TempFolder();
        var file = folder.File("short.jsonl");

        await Ran.Barter([
            "data", "generate", "--config", Given.Config, "--output", file, "--seed", "7",
            "--start", "2025-06-02T09:00:00Z", "--duration", "1m", "--rate", "0.17", .. Prices]);

        Assert.Equal(await File.ReadAllBytesAsync(Given.Short), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task The_day_can_be_made_again()
    {
        using var folder = new TempFolder();
        var file = folder.File("day.json.gz");

        await Ran.Barter([
            "data", "generate", "--config", Given.Config, "--output", file, "--seed", "20250602",
            "--start", "2025-06-02T00:00:00Z", "--duration", "1d", "--rate", "0.1", "--disconnects", "2", .. Prices]);

        var (kept, made) = (Events(Given.Day), Events(file));
        Assert.Equal(2, kept.Count(row => row.IsReconnecting));
        Assert.Equal(kept.Length, made.Length);
        Assert.Equal(-1, Enumerable.Range(0, kept.Length).FirstOrDefault(i => kept[i] != made[i], -1));
    }

    private static MarketEvent[] Events(string path) => InMemoryMarketData
        .Load(new RecordedMarketData(path, SystemConfig.Load(Given.Config).BuildCatalog()))
        .Events.ToArray();

    private static Task<Ran> Generate(string file, params string[] more) => Ran.Barter(
        more is ["--duration" or "--rate", ..]
            ? ["data", "generate", "--config", Given.Config, "--output", file, .. more]
            : ["data", "generate", "--config", Given.Config, "--output", file, "--duration", "30s", .. more]);
}
