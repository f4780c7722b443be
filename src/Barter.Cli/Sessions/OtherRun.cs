using Barter.Actors;
using Barter.Backtest;
using Barter.Backtest.Reporting;
using Barter.Cli.Terminal;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>The market that a session saw, with another strategy.</summary>
internal static class OtherRun
{
    /// <returns>How the session did, and how the other one does.</returns>
    /// <exception cref="BacktestException">The run could not go on.</exception>
    public static async Task<(StoredResult First, StoredResult Second)> OfAsync(
        CliConsole console,
        SessionFolder folder,
        JournalReplayed replayed,
        string strategy,
        string[] parameters,
        CancellationToken cancellation)
    {
        var plan = replayed.Replica.Plan!;
        var market = JournalReplay.MarketOf(folder.Disk, cancellation);
        var constant = new BacktestArgsConstant(plan.Config, market, plan.Interval);
        var dynamic = new BacktestArgsDynamic(
            plan.Session, plan.RiskFreeReturn, () => ShippedStrategies.Create(strategy, parameters))
        {
            Parameters = parameters.ToValueList(),
        };
        var progress = new LatestShare();
        var other = await ProgressBar.WatchAsync(
            console,
            $"running {strategy}",
            () => progress.Share,
            Backtester.RunAsync(constant, dynamic, progress, cancellation));
        var summary = replayed.Replica.Summarise();
        var same = new BacktestResult(
            plan.Session, plan.Strategy ?? "", plan.RiskFreeReturn, summary.TradingSummary, summary.AuditDigest,
            summary.Counts, other.MarketData)
        {
            Orders = summary.Orders,
            Assumptions = other.Assumptions,
        };
        return (
            StoredResult.Parse($"{folder.Name} as it was", BacktestJson.Write(same)),
            StoredResult.Parse($"{strategy} {string.Join(' ', parameters)}".TrimEnd(), BacktestJson.Write(other)));
    }

    private sealed class LatestShare : IProgress<BacktestProgress>
    {
        private double _share = double.NaN;

        public double? Share => Volatile.Read(ref _share) is var share && double.IsNaN(share) ? null : share;

        public void Report(BacktestProgress value) => Volatile.Write(ref _share, value.Share ?? double.NaN);
    }
}
