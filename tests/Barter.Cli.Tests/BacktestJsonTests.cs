using System.Text.Json;
using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;

namespace Barter.Cli.Tests;

public sealed class BacktestJsonTests
{
    [Fact]
    public async Task Standard_output_is_one_document_on_one_line_and_nothing_else()
    {
        var ran = await Ran.ShortBacktest("--format", "json");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.EndsWith("}\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(1, ran.Output.Count(letter => letter == '\n'));
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal(
            ["time_engine_start", "time_engine_end", "portfolio", "instruments", "assets", "run"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_run_says_how_the_summary_came_about()
    {
        var ran = await Ran.ShortBacktest("--format", "json", "--id", "first", "--strategy", "buy-and-hold");

        using var json = JsonDocument.Parse(ran.Output);
        var run = json.RootElement.GetProperty("run");
        Assert.Equal("first", run.GetProperty("id").GetString());
        Assert.Equal("buy-and-hold", run.GetProperty("strategy").GetString());
        Assert.Equal("0.05", run.GetProperty("risk_free_return").GetString());
        Assert.Equal("Daily", run.GetProperty("interval").GetString());
        Assert.Equal(64, run.GetProperty("audit_digest").GetString()!.Length);
        Assert.Equal(31, run.GetProperty("market_events").GetInt64());
        Assert.Equal(6, run.GetProperty("orders_sent").GetInt64());
        Assert.Equal(6, run.GetProperty("fills").GetInt64());
        Assert.Equal(0, run.GetProperty("orders_rejected").GetInt64());
        Assert.Equal(JsonValueKind.Null, run.GetProperty("fault").ValueKind);
        Assert.Equal(31, run.GetProperty("data").GetProperty("items").GetInt64());
        Assert.Equal("2025-06-02T09:00:02.629245Z", run.GetProperty("data").GetProperty("first").GetString());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("ema-cross")]
    [InlineData("quoter")]
    public async Task Two_runs_give_the_same_bytes(string strategy)
    {
        string[] args = ["--format", "json", "--strategy", strategy];

        var (once, again) = (await Ran.ShortBacktest(args), await Ran.ShortBacktest(args));

        Assert.Equal(ExitCode.Done, once.Code);
        Assert.Equal(once.Output, again.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_library_gives_the_same_bytes(bool isIndented)
    {
        var config = SystemConfig.Load(Given.Config);
        var result = Backtester.Run(
            new BacktestArgsConstant(config, new RecordedMarketData(Given.Short, config.BuildCatalog())),
            new BacktestArgsDynamic("backtest", 0.05m, () => ShippedStrategies.Create("buy-and-hold", [])));
        string[] pretty = isIndented ? ["--pretty"] : [];

        var ran = await Ran.ShortBacktest(["--format", "json", "--strategy", "buy-and-hold", .. pretty]);

        Assert.Equal(BacktestJson.Write(result, isIndented), ran.Output);
    }

    [Fact]
    public async Task Pretty_is_the_same_document_on_many_lines()
    {
        var (plain, pretty) =
            (await Ran.ShortBacktest("--format", "json"), await Ran.ShortBacktest("--format", "json", "--pretty"));

        Assert.StartsWith("{\n  \"time_engine_start\"", pretty.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", pretty.Output, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse(plain.Output), JsonElement.Parse(pretty.Output)));
    }

    [Fact]
    public async Task Error_items_and_reconnects_are_counted()
    {
        var ran = await Ran.Barter(
            "backtest", "--config", Given.Config, "--market-data", Given.Reconnects, "--format", "json");

        var data = JsonElement.Parse(ran.Output).GetProperty("run").GetProperty("data");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(42, data.GetProperty("items").GetInt64());
        Assert.Equal(2, data.GetProperty("reconnects").GetInt64());
        Assert.Equal(3, data.GetProperty("errors").GetInt64());
    }

    [Fact]
    public async Task The_file_gets_the_document_and_standard_output_nothing()
    {
        using var folder = new TempFolder();
        var file = folder.File("summary.json");

        var ran = await Ran.ShortBacktest("--format", "json", "--output", file);
        var usual = await Ran.ShortBacktest("--format", "json");

        Assert.Equal((ExitCode.Done, "", ""), (ran.Code, ran.Output, ran.Error));
        Assert.Equal(usual.Output, await File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }
}
