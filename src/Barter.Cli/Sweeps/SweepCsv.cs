using System.Globalization;
using Barter.Backtest.Sweeps;
using Barter.Model;

namespace Barter.Cli.Sweeps;

/// <summary>Every run of a sweep as a row, the best first; of a walk-forward, every test.</summary>
internal static class SweepCsv
{
    private static readonly string[] Figures =
    [
        "pnl", "total_return", "sharpe_ratio", "sortino_ratio", "calmar_ratio", "drawdown_max", "fills",
        "positions_closed", "deflated_sharpe_ratio", "plateau", "audit_digest", "failure",
    ];

    public static string Write(SweepResult result)
    {
        var names = result.Space.Ranges.Select(range => range.Name);
        var rows = result.Verdict is { } verdict
            ? result.Ranked.Select(trial => Row(trial, verdict))
                .Prepend([.. names, .. Figures])
            : result.Folds.Select(fold => (string[])
                    [$"{fold.Window.Start}", $"{fold.Window.Split}", $"{fold.Window.End}", .. Row(fold.Test, null)])
                .Prepend(["train_start", "test_start", "test_end", .. names, .. Figures]);
        return string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));
    }

    private static string[] Row(SweepTrial trial, SweepVerdict? verdict) =>
    [
        .. SweepPage.Values(trial), Text(trial.Pnl), Text(trial.TotalReturn), Text(trial.Sharpe), Text(trial.Sortino),
        Text(trial.Calmar), Text(trial.DrawdownMax), trial.Fills.ToString(CultureInfo.InvariantCulture),
        trial.PositionsClosed.ToString(CultureInfo.InvariantCulture),
        Text(SweepJson.Rounded(verdict?.Deflated(trial))), Text(SweepJson.Rounded(verdict?.Plateau(trial))),
        trial.AuditDigest, trial.Failure ?? "",
    ];

    private static string Text(decimal? value) => value is { } known ? DecimalText.Format(known) : "";

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
