using System.Diagnostics;
using System.Text.Json;
using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>Backtests by the facade, beside those of the loop and of the command.</summary>
[Trait("Category", "Integration")]
public sealed class BacktestTests
{
    [Fact]
    [Trait("Case", "FEED-001")]
    public void There_are_two_feed_modes_in_this_order()
    {
        Assert.Equal(["stream", "iterator"], EngineFeedModes.All);
        Assert.Equal(EngineFeedModes.All, Enum.GetValues<EngineFeedMode>().Select(mode => mode.ToWord()));
        Assert.Equal(Enum.GetValues<EngineFeedMode>(), EngineFeedModes.All.Select(EngineFeedModes.Parse));
        Assert.Equal(EngineFeedMode.Iterator, EngineFeedModes.Parse("  Iterator "));
    }

    [Fact]
    [Trait("Case", "XA-001")]
    public void No_feed_mode_means_stream()
    {
        Assert.Equal(EngineFeedMode.Stream, EngineFeedModes.Parse(null));
        Assert.Equal(EngineFeedMode.Stream, new TradingSystemOptions().FeedMode);
    }

    [Fact]
    [Trait("Case", "XA-003")]
    public void A_feed_mode_that_is_none_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => EngineFeedModes.Parse("warp"));

        Assert.Contains("engine_feed_mode", refused.Message, StringComparison.Ordinal);
        Assert.Contains("warp", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short.jsonl", "none")]
    [InlineData("reconnects.json", "buy-and-hold")]
    [InlineData("day.json.gz", "ema-cross")]
    [Trait("Case", "FEED-003")]
    public async Task Both_feed_modes_give_the_same_steps(string market, string strategy)
    {
        var options = Replayed(market) with { Strategy = () => ShippedStrategies.Create(strategy, []) };

        var iterator = await RunAsync(options with { FeedMode = EngineFeedMode.Iterator });

        Assert.Equal(await RunAsync(options), iterator);
        Assert.NotEmpty(iterator.TradingSummary.Instruments);
    }

    [Theory]
    [InlineData("reconnects.json", "buy-and-hold")]
    [InlineData("day.json.gz", "ema-cross")]
    public async Task The_command_prints_what_the_facade_tells(string market, string strategy)
    {
        var summary = await RunAsync(
            Replayed(market) with { Strategy = () => ShippedStrategies.Create(strategy, []) });

        using var printed = JsonDocument.Parse(await CommandAsync(
            "backtest", "--config", "data/config/spot.json", "--market-data", $"data/markets/{market}",
            "--strategy", strategy, "--format", "json"));
        using var told = JsonDocument.Parse(summary.TradingSummary.ToJson());
        foreach (var part in told.RootElement.EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(part.Value, printed.RootElement.GetProperty(part.Name)), part.Name);
        }
    }

    [Fact]
    public async Task Arguments_make_the_same_runs_by_the_facade_as_by_the_loop()
    {
        InitialBalance[] seeds = [new(ExchangeId.BinanceSpot, "usdt", 5_000m)];
        var source = new RecordedMarketData(Repository.File("data/markets/day.json.gz"), House.Config.BuildCatalog());
        var constant = new BacktestArgsConstant(House.Config, source, ReturnInterval.Annual252, seeds);
        BacktestArgsDynamic[] dynamics =
        [
            new("slow", 0.01m, () => ShippedStrategies.Create("quoter", [])),
            new("base", 0.02m),
            new("fast", 0.03m, () => ShippedStrategies.Create("ema-cross", [])),
        ];

        var loop = await Backtester.RunManyAsync(constant, dynamics);

        Assert.Equal(dynamics.Length, loop.NumBacktests);
        Assert.Equal(
            [("base", 0.02m), ("fast", 0.03m), ("slow", 0.01m)],
            loop.Summaries.Select(run => (run.Id, run.RiskFreeReturn)));
        foreach (var run in loop.Summaries)
        {
            var dynamic = dynamics.Single(row => row.Id == run.Id);
            var summary = await RunAsync(new TradingSystemOptions
            {
                Session = dynamic.Id,
                RiskFreeReturn = dynamic.RiskFreeReturn,
                Strategy = dynamic.Strategy,
                InitialBalances = seeds.ToValueList(),
                SummaryInterval = ReturnInterval.Annual252,
                Market = MarketFeed.Replayed(source),
            });
            Assert.Equal(run.TradingSummary, summary.TradingSummary);
            Assert.Equal(run.AuditDigest, summary.AuditDigest);
        }
    }

    private static TradingSystemOptions Replayed(string market) => new()
    {
        Market = MarketFeed.Replayed(
            new RecordedMarketData(Repository.File($"data/markets/{market}"), House.Config.BuildCatalog())),
    };

    private static async Task<SystemSummary> RunAsync(TradingSystemOptions options)
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, options);
        await handle.MarketEnded;
        return await handle.ShutdownWithSummaryAsync();
    }

    /// <summary>Runs the command as a process, in the root of the repository.</summary>
    private static async Task<string> CommandAsync(params string[] args)
    {
        // artifacts/bin/<project>/<configuration>/: the sibling of this one
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, "Barter.Cli", here.Name, "barter.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [path, .. args])
        {
            WorkingDirectory = Repository.File(""),
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
