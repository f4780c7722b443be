using System.Globalization;
using Barter.Backtest.Sweeps;
using Barter.Cli.Terminal;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Sweeps;

/// <summary>A sweep for people to read.</summary>
internal static class SweepPage
{
    private const string Missing = "n/a";

    public static string Of(SweepResult result, int width, bool isColoured)
    {
        var page = new TextPage(width, isColoured);
        if (result.Verdict is { } verdict)
        {
            page.Heading(Heading(result));
            page.Table(Trials(result, verdict));
            foreach (var line in Notes(result, verdict))
            {
                page.Line(line);
            }
        }
        else
        {
            page.Heading($"Walk-forward of {result.Request.Run.Strategy}: {result.Folds.Count} windows");
            page.Table(Folds(result));
            page.Line(Stitched(result));
        }

        return page.ToString();
    }

    public static string Heading(SweepResult result) => string.Create(
        null,
        $"Sweep of {result.Request.Run.Strategy}: {result.Ranked.Count:N0} runs by {Word(result.Request.Rank)}, "
        + $"ratios {result.Interval}");

    public static SummaryTable Trials(SweepResult result, SweepVerdict verdict) => new(
        "Best runs",
        [
            "#", .. result.Space.Ranges.Select(range => range.Name), "PnL", "Return", "Sharpe", "Sortino", "Drawdown",
            "Fills", "Deflated", "Plateau",
        ],
        result.Top.Select((trial, at) => (ValueList<string>)
        [
            string.Create(null, $"{at + 1}"),
            .. Values(trial),
            Amount(trial.Pnl), Percent(trial.TotalReturn), Ratio(trial.Sharpe), Ratio(trial.Sortino),
            Percent(trial.DrawdownMax), Count(trial.Fills),
            Percent((decimal?)verdict.Deflated(trial)), Ratio(verdict.Plateau(trial)),
        ]).ToValueList());

    public static SummaryTable Folds(SweepResult result) => new(
        "Windows",
        [
            "Train", "Test", .. result.Space.Ranges.Select(range => range.Name), "Train Sharpe", "Deflated",
            "Overfitting", "Test Sharpe", "Test return", "Test PnL", "Fills",
        ],
        result.Folds.Select(fold => (ValueList<string>)
        [
            Day(fold.Window.Start), Day(fold.Window.Split), .. Values(fold.Winner), Ratio(fold.Winner.Sharpe),
            Percent((decimal?)fold.Verdict.Deflated(fold.Winner)), Percent((decimal?)fold.Verdict.Probability),
            Ratio(fold.Test.Sharpe), Percent(fold.Test.TotalReturn), Amount(fold.Test.Pnl), Count(fold.Test.Fills),
        ]).ToValueList());

    public static IEnumerable<string> Notes(SweepResult result, SweepVerdict verdict)
    {
        yield return verdict.Probability is { } probability
            ? string.Create(
                null,
                $"Probability of overfitting: {Percent((decimal)probability)} (best in one half of {verdict.Blocks} "
                + $"blocks of {verdict.Periods / verdict.Blocks} returns, no better than the middle in the other)")
            : $"Probability of overfitting: n/a ({verdict.ProbabilityMissing})";
        yield return verdict.DeflatedMissing(result.Ranked[0]) is { } reason
            ? $"Deflated Sharpe ratio of the best: n/a ({reason})"
            : string.Create(
                null,
                $"Deflated: how likely the true Sharpe ratio beats the best of {verdict.EffectiveTrials:0.#} "
                + $"independent runs without skill, which {result.Ranked.Count:N0} runs are worth");
        yield return "Plateau: mean of the neighbours over the run itself; near 1 is flat ground, 0 a lone peak";
        if (verdict.Doubt is { } doubt)
        {
            yield return doubt;
        }

        if (result.Ranked.Count(trial => trial.Failure is not null) is > 0 and var failed)
        {
            yield return string.Create(
                null, $"{failed:N0} run(s) failed; {result.Ranked.First(row => row.Failure is not null).Failure}");
        }
    }

    public static string Stitched(SweepResult result)
    {
        var all = new OutOfSample(result.Folds);
        return string.Create(
            null,
            $"Out of sample: return {Percent(all.TotalReturn)}, PnL {Amount(all.Pnl)}, Sharpe "
            + $"{Ratio(Scaled(result, all))}, drawdown {Percent((decimal)all.DrawdownMax)}, "
            + $"{all.Returns.Count:N0} returns; true Sharpe above 0 with {Percent((decimal?)all.Probability)}");
    }

    /// <summary>The Sharpe ratio of all tests in the interval of the sweep.</summary>
    public static double? Scaled(SweepResult result, OutOfSample all)
    {
        var period = Math.Min(result.Interval.Length.Ticks, TimeSpan.TicksPerDay);
        return all.SharpeOfPeriod * Math.Sqrt((double)result.Interval.Length.Ticks / period);
    }

    public static string Word(SweepRank rank) => $"{rank}".ToLowerInvariant();

    public static IEnumerable<string> Values(SweepTrial trial) =>
        trial.Parameters.Select(row => row[(row.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    public static string Percent(decimal? value) => value is { } known ? $"{Number(known * 100m, 2)}%" : Missing;

    public static string Ratio(decimal? value) => value is { } known ? Number(known, 4) : Missing;

    private static string Ratio(double? value) => value is { } known
        ? Math.Abs(known) < 1e9 ? Ratio((decimal?)(decimal)known) : known.ToString("E2", CultureInfo.InvariantCulture)
        : Missing;

    private static string Amount(decimal? value) => value is { } known ? Number(known, 2) : Missing;

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(Timestamp time) => time.ToString()[..16].Replace('T', ' ');

    private static string Number(decimal value, int places) =>
        value.ToString(string.Create(null, $"N{places}"), CultureInfo.InvariantCulture);
}
