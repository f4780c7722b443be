using System.Text.Json;

namespace Barter.Scenarios.Programs;

/// <summary>The <c>barter</c> command.</summary>
[Trait("Category", "Integration")]
public sealed class CommandTests
{
    [Fact]
    [Trait("Case", "CLI-001")]
    public async Task A_backtest_prints_one_JSON_document()
    {
        if (Repository.Sample("system_config.json") is not { } config
            || Repository.Sample("binance_spot_market_data_with_disconnect_events.json") is not { } stream)
        {
            return;
        }

        var ran = await Barter("backtest", "--config", config, "--market-data", stream, "--format", "json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var summary = JsonElement.Parse(ran.Output);
        Assert.NotEmpty(summary.GetProperty("instruments").EnumerateObject());
        Assert.NotEmpty(summary.GetProperty("assets").EnumerateObject());
    }

    [Fact]
    [Trait("Case", "XB-013")]
    public async Task A_missing_option_is_a_usage_error()
    {
        var ran = await Barter("backtest", "--market-data", "data/markets/short.jsonl");

        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains("--config", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "XB-013")]
    public async Task A_missing_file_is_a_failure_told_in_one_line()
    {
        var ran = await Barter("backtest", "--config", "missing.json", "--market-data", "data/markets/short.jsonl");

        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.Equal("missing.json", Assert.Single(ran.Error.TrimEnd('\n').Split('\n')).Split(' ')[1].TrimEnd(':'));
    }

    private static Task<Ran> Barter(params string[] args) => Ran.Program("Barter.Cli", "barter", args);
}
