using Barter.Backtest.Sweeps;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest.Tests.Sweeps;

public sealed class SweepTests
{
    private static readonly InMemoryMarketData Market = new(Scene.Random(seed: 5, count: 2_000));
    private static readonly BacktestArgsConstant Shared =
        new(Scene.Config(), Market, ReturnInterval.Duration(TimeSpan.FromSeconds(10)));
    private static readonly SweepSpace Space =
        new([ParameterRange.Parse("fast=2..10:2"), ParameterRange.Parse("slow=20,40")]);

    [Fact]
    public async Task Trials_are_the_same_whatever_the_number_of_jobs()
    {
        var one = await Run(jobs: 1);
        var four = await Run(jobs: 4);

        Assert.Equal(one, four);
        Assert.Equal(Space.Grid(), one.Select(trial => trial.Parameters));
        Assert.True(one.Select(trial => trial.AuditDigest).Distinct(StringComparer.Ordinal).Count() > 5);
        Assert.All(one, trial => Assert.True(trial is { Failure: null, Fills: > 0, Returns.Count: > 30 }, $"{trial}"));
    }

    [Fact]
    public async Task A_trial_is_what_a_backtest_gives()
    {
        var trial = (await Run(jobs: 2))[3];
        var alone = Backtester.Run(Shared, Arguments(trial.Parameters));

        var sheet = alone.TradingSummary.Portfolio!;
        Assert.Equal(
            (alone.AuditDigest, sheet.SharpeRatio.Value, sheet.TotalReturn, (long)trial.Returns.Count),
            (trial.AuditDigest, trial.Sharpe, trial.TotalReturn, sheet.Periods));
        Assert.Equal((double)trial.Sharpe!.Value, ReturnMoments.Of(trial.Excess)!.Value.Sharpe, 1e-9);
    }

    [Fact]
    public async Task A_run_that_fails_comes_last_with_its_reason()
    {
        var trials = await Sweep.RunAsync(
            Shared,
            Space.Grid(),
            row => row[0] is "fast=2"
                ? new BacktestArgsDynamic("run", 0m, () => throw new InvalidOperationException("no such strategy"))
                : Arguments(row),
            jobs: 2);

        var ranked = Sweep.Ranked(trials, SweepRank.Sharpe);

        Assert.Equal(["fast=2", "fast=2"], ranked.TakeLast(2).Select(trial => trial.Parameters[0]));
        Assert.Equal("no such strategy", ranked[^1].Failure);
        var scores = ranked.SkipLast(2).Select(trial => trial.Sharpe!.Value).ToArray();
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public async Task A_verdict_is_given_of_every_winner()
    {
        var trials = await Run(jobs: 2);
        var best = Sweep.Ranked(trials, SweepRank.Sharpe)[0];

        var verdict = new SweepVerdict(Space, trials, SweepRank.Sharpe);

        Assert.InRange(verdict.EffectiveTrials, 1d, trials.Count);
        Assert.InRange(verdict.Probability!.Value, 0d, 1d);
        Assert.Null(verdict.ProbabilityMissing);
        Assert.Equal(verdict.Deflated(best) is null, verdict.DeflatedMissing(best) is not null);
    }

    [Fact]
    public async Task Too_few_periods_have_no_verdict_but_a_reason()
    {
        var daily = new BacktestArgsConstant(Scene.Config(), Market);
        var trials = await Sweep.RunAsync(daily, Space.Grid(), Arguments, jobs: 1);

        var verdict = new SweepVerdict(Space, trials, SweepRank.Pnl);

        Assert.Equal(
            (null, "0 whole periods of returns; it takes 16"), (verdict.Probability, verdict.ProbabilityMissing));
        Assert.Equal(
            (null, "0 whole periods of returns; it takes 4"),
            (verdict.Deflated(trials[0]), verdict.DeflatedMissing(trials[0])));
    }

    [Fact]
    public void Windows_move_on_by_a_test_and_see_nothing_of_what_comes()
    {
        var cut = WalkForward.Parse("test=2d,train=5d");
        var first = Timestamp.Parse("2025-01-01T00:00:00Z");

        var windows = cut.Windows(first, first + TimeSpan.FromDays(10));

        Assert.Equal(
            [(0, 5, 7), (2, 7, 9)],
            windows.Select(row => ((row.Start - first).Days, (row.Split - first).Days, (row.End - first).Days)));
        Assert.Throws<FormatException>(() => cut.Windows(first, first + TimeSpan.FromDays(6)));
        Assert.Throws<FormatException>(() => WalkForward.Parse("train=5d"));
        Assert.Throws<FormatException>(() => WalkForward.Parse("train=5d test=x"));
    }

    [Fact]
    public void Data_is_cut_by_time_and_every_event_is_in_one_part()
    {
        var (start, end) = (Market.Report.First!.Value, Market.Report.Last!.Value);
        var middle = start + ((end - start) / 2);

        var (left, right) = (Market.Between(start, middle), Market.Between(middle, end.AddNanos(1)));

        Assert.Equal(Market.Count, left.Count + right.Count);
        Assert.True(left.Report.Last < middle && right.Report.First >= middle, $"{middle}");
        Assert.Equal(0, Market.Between(end.AddNanos(1), end.AddNanos(2)).Count);
    }

    [Fact]
    public async Task Tests_in_a_row_compound()
    {
        var window = new WalkForwardWindow(Scene.Start, Scene.Start, Scene.Start);
        var trials = await Run(jobs: 1);
        var verdict = new SweepVerdict(Space, trials, SweepRank.Pnl);
        SweepTrial Test(decimal total, params double[] returns) =>
            trials[0] with { TotalReturn = total, Pnl = 1m, Returns = returns.ToValueList() };

        var all = new OutOfSample(
        [
            new(window, trials[0], verdict, Test(0.1m, 0.1, 0d)),
            new(window, trials[0], verdict, Test(-0.5m, -0.5, 0d)),
        ]);

        Assert.Equal((-0.45m, 2m, 4), (all.TotalReturn, all.Pnl, all.Returns.Count));
        Assert.Equal(0.5, all.DrawdownMax, 1e-12);
    }

    private static Task<IReadOnlyList<SweepTrial>> Run(int jobs) =>
        Sweep.RunAsync(Shared, Space.Grid(), Arguments, jobs);

    private static BacktestArgsDynamic Arguments(ValueList<string> parameters) =>
        new("run", 0.05m, () => ShippedStrategies.Create("ema-cross", parameters)) { Parameters = parameters };
}
