using Barter.Backtest;

namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>A table played by one of the two shells.</summary>
/// <param name="Digest">Of the audit.</param>
/// <param name="Answers">What came of the rows that expect something.</param>
internal sealed record TableRun(string Digest, IReadOnlyList<(int Line, string Expected, string Came)> Answers)
{
    public static TableRun InTheLoop(ScenarioTable table)
    {
        TableStrategy? strategy = null;
        var result = Backtester.Run(
            new BacktestArgsConstant(table.Config(), table.MarketData()),
            new BacktestArgsDynamic("table", 0m, () => strategy = new TableStrategy(table)));
        return new TableRun(result.AuditDigest, [.. strategy!.Answers()]);
    }

    /// <param name="table">What is played.</param>
    /// <param name="place">In which actor system, and by which clock; an own one where it is left out.</param>
    public static async Task<TableRun> AmongActors(ScenarioTable table, TradingSystemOptions? place = null)
    {
        TableStrategy? strategy = null;
        await using var handle = await TradingSystem.StartAsync(
            table.Config(),
            (place ?? new TradingSystemOptions()) with
            {
                Session = "table",
                RiskFreeReturn = 0m,
                Strategy = () => strategy = new TableStrategy(table),
                Market = MarketFeed.Replayed(table.MarketData()),
            });
        await handle.MarketEnded;
        var summary = await handle.ShutdownWithSummaryAsync();
        return new TableRun(summary.AuditDigest, [.. strategy!.Answers()]);
    }
}
