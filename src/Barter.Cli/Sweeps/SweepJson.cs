using Barter.Backtest.Sweeps;
using Barter.Statistics;

namespace Barter.Cli.Sweeps;

/// <summary>A sweep as one JSON document: decimals are text, counts are numbers; every run is in it.</summary>
internal static class SweepJson
{
    private const int Places = 12;

    public static string Write(SweepResult result, bool indented)
    {
        var document = Map(
            ("strategy", result.Request.Run.Strategy),
            ("interval", result.Interval.Name),
            ("rank", SweepPage.Word(result.Request.Rank)),
            ("parameters", Map([.. result.Space.Ranges.Select(range => (range.Name, (object?)range.Values))])),
            ("combinations_refused", (long)result.Refused));
        if (result.Verdict is { } verdict)
        {
            document["runs"] = (long)result.Ranked.Count;
            Add(document, verdict);
            document["trials"] = result.Ranked.Select(trial => Of(trial, verdict)).ToArray();
        }
        else
        {
            document["windows"] = result.Folds.Select(Of).ToArray();
            document["out_of_sample"] = Of(result, new OutOfSample(result.Folds));
        }

        return TradingSummaryJson.Write(document, indented) + "\n";
    }

    public static decimal? Rounded(double? value) => value is { } known && Math.Abs(known) < 1e12
        ? decimal.Round((decimal)known, Places)
        : null;

    private static void Add(OrderedDictionary<string, object?> map, SweepVerdict verdict)
    {
        map["periods"] = (long)verdict.Periods;
        map["effective_trials"] = Rounded(verdict.EffectiveTrials);
        map["overfitting_blocks"] = (long)verdict.Blocks;
        map["overfitting_probability"] = Rounded(verdict.Probability);
        map["overfitting_missing"] = verdict.ProbabilityMissing;
        map["doubt"] = verdict.Doubt;
    }

    private static OrderedDictionary<string, object?> Of(SweepTrial trial, SweepVerdict? verdict) => Map(
        ("parameters", Map([.. trial.Parameters.Zip(SweepPage.Values(trial)).Select(
            row => (row.First[..row.First.IndexOf('=', StringComparison.Ordinal)], (object?)row.Second))])),
        ("pnl", trial.Pnl),
        ("total_return", trial.TotalReturn),
        ("sharpe_ratio", trial.Sharpe),
        ("sortino_ratio", trial.Sortino),
        ("calmar_ratio", trial.Calmar),
        ("drawdown_max", trial.DrawdownMax),
        ("fills", trial.Fills),
        ("positions_closed", trial.PositionsClosed),
        ("deflated_sharpe_ratio", Rounded(verdict?.Deflated(trial))),
        ("deflated_missing", verdict?.DeflatedMissing(trial)),
        ("plateau", Rounded(verdict?.Plateau(trial))),
        ("audit_digest", trial.AuditDigest),
        ("failure", trial.Failure));

    private static OrderedDictionary<string, object?> Of(WalkForwardFold fold)
    {
        var map = Map(
            ("train_start", fold.Window.Start), ("test_start", fold.Window.Split), ("test_end", fold.Window.End));
        Add(map, fold.Verdict);
        map["train"] = Of(fold.Winner, fold.Verdict);
        map["test"] = Of(fold.Test, null);
        return map;
    }

    private static OrderedDictionary<string, object?> Of(SweepResult result, OutOfSample all) => Map(
        ("pnl", all.Pnl),
        ("total_return", all.TotalReturn),
        ("sharpe_ratio", Rounded(SweepPage.Scaled(result, all))),
        ("sharpe_ratio_probability", Rounded(all.Probability)),
        ("drawdown_max", Rounded(all.DrawdownMax)),
        ("periods", (long)all.Returns.Count));

    private static OrderedDictionary<string, object?> Map(params IEnumerable<(string Name, object? Value)> rows) =>
        new(rows.Select(row => KeyValuePair.Create(row.Name, row.Value)), StringComparer.Ordinal);
}
