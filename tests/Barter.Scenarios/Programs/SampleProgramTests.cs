using System.Text.Json;

namespace Barter.Scenarios.Programs;

[Trait("Category", "Integration")]
public sealed class SampleProgramTests
{
    [Fact]
    [Trait("Case", "EX-001")]
    public async Task Backtest_reports_compares_intervals_and_saves_a_report_of_each()
    {
        var folder = Directory.CreateTempSubdirectory("barter-reports-");
        try
        {
            var ran = await Ran.Program("BacktestReports", "BacktestReports", folder.FullName);

            Assert.Equal((0, ""), (ran.Code, ran.Error));
            Assert.Equal("=== Backtest reports ===", ran.Lines[0]);
            Assert.StartsWith("Loaded system configuration", ran.Lines[1], StringComparison.Ordinal);
            Assert.Contains("=== Comparison ===", ran.Lines);
            Assert.StartsWith("3 results saved in ", ran.Lines[^1], StringComparison.Ordinal);
            Assert.Equal(
                ["annual_252.json", "annual_365.json", "daily.json"],
                folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            Assert.All(folder.GetFiles(), file => RequireSummary(File.ReadAllText(file.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Case", "EX-003")]
    public async Task Two_exchanges_adds_one_and_trades_on_both()
    {
        var ran = await Ran.Program("TwoExchanges", "TwoExchanges");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("=== Two exchanges ===", ran.Lines[0]);
        RequireInOrder(
            ran, "Base configuration loaded", "Coinbase BTC instrument added: coinbase-btc_usd",
            "Setup complete: 2 exchanges, 4 instruments", "  binance_spot:btc ends with Balance(total=1.",
            "  coinbase:btc ends with Balance(total=1.", "Run complete");
    }

    [Fact]
    [Trait("Case", "EX-005")]
    public async Task Order_lifecycle_follows_an_order_to_its_end()
    {
        var ran = await Ran.Program("OrderLifecycle", "OrderLifecycle");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        RequireInOrder(
            ran, "Order key created", "Open request created", "Order snapshot created", "Order event created",
            "Cancel request created", "Cancel event created", "Order opened through the simulated exchange",
            "Order cancelled through the simulated exchange, OrderCancelled: no order is active",
            "Order lifecycle complete");
    }

    [Fact]
    public async Task Paper_host_trades_until_it_is_told_to_stop_and_says_how_it_went()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no SIGTERM to send
        }

        var ran = await Ran.UntilTerminated(
            "PaperHost", "PaperHost", line => line.Contains("Health ", StringComparison.Ordinal),
            "--Barter:Sessions:paper:Speed=100x");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var text = ran.Lines.Select(line => line.Trim()).ToArray();
        Assert.Contains("Session paper has started", text);
        Assert.Contains("Application is shutting down...", text);
        var summary = Assert.Single(text, line => line.Contains("audit digest", StringComparison.Ordinal));
        Assert.StartsWith("Session paper was shut down after ", summary, StringComparison.Ordinal);
        Assert.Matches(
            "worth [0-9.]+ at first and [0-9.]+ usdt now, fees [0-9.]+; audit digest [0-9a-f]{64}$", summary);
    }

    [Fact]
    public async Task Follower_holds_the_state_of_the_session_that_it_follows()
    {
        var folder = Directory.CreateTempSubdirectory("barter-follower-");
        try
        {
            var session = Path.Combine(folder.FullName, "followed");
            var paper = await Ran.Program(
                "Barter.Cli", "barter", "paper", "--config", Path.Combine(Repository.Root, "data/config/spot.json"),
                "--market-data", Path.Combine(Repository.Root, "data/markets/day.json.gz"), "--strategy", "ema-cross",
                "--speed", "40000x", "--journal", folder.FullName, "--session", "followed");
            var replay = await Ran.Program("Barter.Cli", "barter", "replay", session, "--format", "json");

            var ran = await Ran.Program("Follower", "Follower", session);

            Assert.Equal((0, 0, ""), (paper.Code, ran.Code, ran.Error));
            Assert.Equal("ended: Shutdown: it was shut down", ran.Lines[^1]);
            var digest = JsonElement.Parse(replay.Output).GetProperty("state_digest").GetString()![..12];
            Assert.Contains($"  state {digest}  lag ", ran.Lines[^2], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void RequireSummary(string json)
    {
        var summary = JsonElement.Parse(json);
        Assert.All(
            new[] { "time_engine_start", "time_engine_end", "instruments", "assets" },
            name => Assert.True(summary.TryGetProperty(name, out _), name));
    }

    private static void RequireInOrder(Ran ran, params string[] starts)
    {
        var rest = ran.Lines.AsEnumerable();
        foreach (var start in starts)
        {
            rest = rest.SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal)).ToArray();
            Assert.True(rest.Any(), $"no line begins with '{start}', or it comes too early:\n{ran.Output}");
        }
    }
}
