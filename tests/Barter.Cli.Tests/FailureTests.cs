using Barter.Backtest;
using Barter.Cli.Verbs;
using Barter.Configuration;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Cli.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData("config that is missing", "config", null)]
    [InlineData("config that is no JSON", "config", "hello")]
    [InlineData("config without instruments", "config", "{}")]
    [InlineData("market data that is missing", "market data", null)]
    [InlineData("market data that is nothing known", "market data", "hello")]
    [InlineData("market data that is cut off", "market data", "[{\"Item\":{\"Ok\":{\"time_exch")]
    [InlineData("market data without events", "market data", "[]")]
    public async Task A_file_that_cannot_be_used_is_named_in_one_line(string what, string which, string? text)
    {
        using var folder = new TempFolder();
        var file = folder.File("file");
        if (text is not null)
        {
            folder.File("file", text);
        }

        var ran = await Ran.Barter(
            "backtest",
            "--config", which is "config" ? file : Given.Config,
            "--market-data", which is "config" ? Given.Short : file);

        Assert.True((ExitCode.Failed, "") == (ran.Code, ran.Output), $"{what}: {ran}");
        Assert.StartsWith($"barter: {file}", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_trace_is_shown_to_those_who_ask()
    {
        string[] args = ["backtest", "--config", "missing.json", "--market-data", Given.Short];

        var (usual, verbose) = (await Ran.Barter(args), await Ran.Barter([.. args, "--verbose"]));

        Assert.DoesNotContain("   at ", usual.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", verbose.Error, StringComparison.Ordinal);
        Assert.Equal(usual.ErrorLines[0], verbose.ErrorLines[0]);
        Assert.Equal("", verbose.Output);
    }

    [Theory]
    [InlineData("no such directory", "nowhere/summary.json", "the directory does not exist")]
    [InlineData("a directory", ".", "is a directory")]
    public async Task A_place_that_cannot_be_written_is_known_before_the_run(string what, string path, string told)
    {
        using var folder = new TempFolder();

        var ran = await Ran.ShortBacktest("--output", Path.Combine(folder.Path, path), "--verbose");

        Assert.True((ExitCode.Failed, "") == (ran.Code, ran.Output), $"{what}: {ran}");
        Assert.Contains(told, ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("replaying", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_fails_leaves_no_file()
    {
        using var folder = new TempFolder();
        var broken = folder.File("broken.jsonl", await File.ReadAllTextAsync(Given.Short) + "{\"Item\":");

        var ran = await Ran.Barter(
            "backtest", "--config", Given.Config, "--market-data", broken, "--output", folder.File("summary.txt"));

        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Equal([broken], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Cancelled_is_130_and_leaves_nothing()
    {
        using var folder = new TempFolder();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        string[] backtest =
        [
            "backtest", "--config", Given.Config, "--market-data", Given.Day, "--output", folder.File("summary.txt"),
        ];
        string[] generate = ["data", "generate", "--config", Given.Config, "--output", folder.File("made.jsonl")];
        string[] check = ["data", "check", "--config", Given.Config, "--market-data", Given.Day];

        foreach (var args in new[] { backtest, generate, check })
        {
            var ran = await Ran.Barter(args, console => console, cancelled.Token);

            Assert.Equal(new Ran(ExitCode.Cancelled, "", "barter: cancelled\n"), ran);
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_strategy_that_fails_is_a_failure_with_a_summary()
    {
        var config = SystemConfig.Load(Given.Config);
        var result = Backtester.Run(
            new BacktestArgsConstant(config, new RecordedMarketData(Given.Short, config.BuildCatalog())),
            new BacktestArgsDynamic("backtest", 0.05m, () => new Failing()));
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = new BacktestVerb(new CliConsole(output, error)).Report(result, Request(), null);

        Assert.Equal(ExitCode.Failed, code);
        Assert.StartsWith("Trading Summary", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "barter: strategy failed: InvalidTimeZoneException: no idea (in decide); "
            + "trading was disabled from then on\n",
            error.ToString());
    }

    private static BacktestRequest Request() => new()
    {
        ConfigPath = Given.Config,
        MarketDataPath = Given.Short,
        Strategy = "failing",
        Parameters = [],
        RiskFreeReturn = null,
        Interval = ReturnInterval.Daily,
        Balances = [],
        Instrument = null,
        Id = "backtest",
        IsJson = false,
        IsPretty = false,
        OutputPath = null,
    };

    private sealed class Failing : Engine.Strategies.IStrategy
    {
        public Model.StrategyId Id { get; } = new("failing");

        public void Decide(Engine.EngineState state, Engine.Strategies.OrderBatch orders) =>
            throw new InvalidTimeZoneException("no idea");
    }
}
