using System.Text.Json;

namespace Barter.Cli.Tests;

public sealed class BacktestOptionTests
{
    [Theory]
    [InlineData("Daily", "daily")]
    [InlineData("Annual(252)", "annual-252")]
    [InlineData("Annual(365)", "ANNUAL_365")]
    [InlineData("Duration 240 (minutes)", "4h")]
    public async Task Ratios_are_stated_for_the_interval(string label, string interval)
    {
        var json = await Json("--interval", interval);

        Assert.Equal(label, json.GetProperty("run").GetProperty("interval").GetString());
    }

    [Fact]
    public async Task The_risk_free_return_of_the_command_line_goes_before_that_of_the_configuration()
    {
        using var folder = new TempFolder();
        var text = await File.ReadAllTextAsync(Given.Config);
        const string Configured = "\"risk_free_return\": 0.05,";
        var other = folder.File(
            "other.json", text.Replace(Configured, "\"risk_free_return\": 0.02,", StringComparison.Ordinal));
        var silent = folder.File("silent.json", text.Replace(Configured, "", StringComparison.Ordinal));

        Assert.Equal("0.02", await RiskFreeReturn(other));
        Assert.Equal("0.05", await RiskFreeReturn(silent));
        Assert.Equal("0.07", await RiskFreeReturn(other, "--risk-free-return", "0.07"));
    }

    [Fact]
    public async Task A_balance_to_start_with_is_replaced()
    {
        var json = await Json(
            "--initial-balance", "binance_spot:usdt=5000/4000", "--initial-balance", "binance_spot:SOL=3");

        Assert.Equal("5000", BalanceEnd(json, "binance_spot:usdt"));
        Assert.Equal("4000", BalanceEnd(json, "binance_spot:usdt", "free"));
        Assert.Equal("3", BalanceEnd(json, "binance_spot:sol"));
        Assert.Equal("1", BalanceEnd(json, "binance_spot:eth"));
    }

    [Fact]
    public async Task A_parameter_reaches_the_strategy()
    {
        var usual = await Json("--strategy", "buy-and-hold");
        var small = await Json("--strategy", "buy-and-hold", "--param", "notional=100");

        Assert.True(Spent(small) < Spent(usual));
    }

    [Theory]
    [InlineData("no config", "backtest", "--market-data", "x")]
    [InlineData("no market data", "backtest", "--config", "x")]
    [InlineData("no verb")]
    [InlineData("half a verb", "data")]
    [InlineData("unknown verb", "trade")]
    [InlineData("unknown option", "backtest", "--config", "x", "--market-data", "y", "--leverage", "3")]
    [InlineData("a response file is a word like others", "backtest", "@args")]
    public async Task A_line_that_cannot_be_read_is_refused(string what, params string[] args)
    {
        var ran = await Ran.Barter(args);

        AssertUsage(ran, what);
    }

    [Theory]
    [InlineData("--interval", "fortnightly", "fortnightly")]
    [InlineData("--interval", "-4h", "-4h")]
    [InlineData("--risk-free-return", "five", "five")]
    [InlineData("--format", "xml", "xml")]
    [InlineData("--strategy", "martingale", "choose one of none, buy-and-hold, ema-cross, quoter")]
    [InlineData("--strategy", "", "empty")]
    [InlineData("--param", "fast", "name=value")]
    [InlineData("--param", "fast=10", "strategy none has no parameter 'fast'")]
    [InlineData("--initial-balance", "usdt=5", "exchange:asset=total[/free]")]
    [InlineData("--initial-balance", "binance_spot:usdt=1/2", "free balance cannot exceed total")]
    [InlineData("--initial-balance", "binance_spot:doge=1", "doge")]
    [InlineData("--initial-balance", "kraken:usdt=1", "kraken")]
    [InlineData("--instrument", "XRPUSDT", "XRPUSDT")]
    [InlineData("--id", " ", "empty")]
    public async Task A_bad_value_is_refused_before_anything_runs(string option, string value, string told)
    {
        using var folder = new TempFolder();
        var file = folder.File("summary.json");

        var ran = await Ran.ShortBacktest(option, value, "--output", file);

        AssertUsage(ran, option);
        Assert.Contains(told, ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("ema-cross", "fast=200", "slow=100")]
    [InlineData("ema-cross", "fast=2147483647", "slow=3")]
    [InlineData("ema-cross", "notional=-1", "slow=300")]
    [InlineData("quoter", "rest=1e25", "notional=10")]
    [InlineData("quoter", "rest=1e9999", "notional=10")]
    public async Task A_parameter_out_of_range_is_refused(string strategy, string first, string second) => AssertUsage(
        await Ran.ShortBacktest("--strategy", strategy, "--param", first, "--param", second), first);

    [Fact]
    public async Task A_typing_error_is_guessed()
    {
        var ran = await Ran.ShortBacktest("--stratgy", "none");

        AssertUsage(ran, "--stratgy");
        Assert.Equal("barter: unknown option '--stratgy'; did you mean '--strategy'?", ran.ErrorLines[0]);
        Assert.Equal("try 'barter backtest --help'", ran.ErrorLines[1]);
    }

    [Fact]
    public async Task What_is_read_is_not_written() =>
        AssertUsage(await Ran.ShortBacktest("--output", Given.Short), "--output");

    private static async Task<JsonElement> Json(params string[] more)
    {
        var ran = await Ran.ShortBacktest(["--format", "json", .. more]);
        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        return JsonElement.Parse(ran.Output);
    }

    private static async Task<string?> RiskFreeReturn(string config, params string[] more)
    {
        var ran = await Ran.Barter(
            ["backtest", "--config", config, "--market-data", Given.Short, "--format", "json", .. more]);
        return JsonElement.Parse(ran.Output).GetProperty("run").GetProperty("risk_free_return").GetString();
    }

    private static decimal Spent(JsonElement json) => 10_000m - decimal.Parse(
        BalanceEnd(json, "binance_spot:usdt")!, System.Globalization.CultureInfo.InvariantCulture);

    private static string? BalanceEnd(JsonElement json, string asset, string part = "total") =>
        json.GetProperty("assets").GetProperty(asset).GetProperty("balance_end").GetProperty(part).GetString();

    private static void AssertUsage(Ran ran, string what)
    {
        Assert.True((ExitCode.Usage, "") == (ran.Code, ran.Output), $"{what}: {ran}");
        Assert.Equal(2, ran.ErrorLines.Length);
        Assert.StartsWith("barter: ", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("try 'barter", ran.ErrorLines[1], StringComparison.Ordinal);
    }
}
