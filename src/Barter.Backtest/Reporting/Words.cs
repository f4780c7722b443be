using System.Globalization;
using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>Numbers, times and reasons as people read them.</summary>
internal static class Words
{
    public const string NotAvailable = "n/a";

    private const char Minus = '\u2212';

    /// <summary>Two places, and more where the number is small.</summary>
    public static string Amount(decimal value) => Math.Abs(value) switch
    {
        0m => "0",
        >= 1m => Number(value, 2),
        >= 0.01m => Number(value, 4),
        _ => Number(value, 8),
    };

    public static string Ratio(decimal value) => Number(value, Math.Abs(value) >= 100m ? 1 : 2);

    /// <summary>A fraction as percent; one that is too large for it as it is.</summary>
    public static string Percent(decimal fraction) => Math.Abs(fraction) < 1_000_000m
        ? Number(fraction * 100m, 2) + "\u00a0%"
        : Number(fraction, 0);

    public static string Count(decimal value) => Number(value, 0);

    public static string Number(decimal value, int places)
    {
        var rounded = Math.Round(value, places);
        var text = Math.Abs(rounded).ToString(string.Create(null, $"N{places}"), CultureInfo.InvariantCulture);
        return rounded < 0m ? Minus + text : text;
    }

    /// <summary>With its sign, for changes.</summary>
    public static string Signed(string text, decimal value) => value > 0m ? "+" + text : text;

    public static string Time(Timestamp time) =>
        time.ToDateTimeOffset().ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Day(Timestamp time) =>
        time.ToDateTimeOffset().ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The two largest units of a length.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMilliseconds: < 1_000 } => Number((decimal)length.Ticks / TimeSpan.TicksPerMillisecond, 0) + " ms",
        { TotalMinutes: < 1 } => Number((decimal)length.Ticks / TimeSpan.TicksPerSecond, 1) + " s",
        { TotalHours: < 1 } => string.Create(null, $"{length.Minutes} min {length.Seconds} s"),
        { TotalDays: < 1 } => string.Create(null, $"{length.Hours} h {length.Minutes} min"),
        _ => string.Create(null, $"{length.Days} d {length.Hours} h"),
    };

    public static string Millis(decimal millis) =>
        Math.Abs(millis) < 900_000_000_000_000m
            ? Length(new TimeSpan((long)(millis * TimeSpan.TicksPerMillisecond)))
            : NotAvailable;

    /// <summary>From <c>sharpe_ratio</c> to <c>Sharpe ratio</c>.</summary>
    public static string Title(string key) => key switch
    {
        "cagr" => "Growth rate (CAGR)",
        "pnl" => "Profit",
        "pnl_realised" => "Profit, realised",
        "pnl_unrealised" => "Profit, unrealised",
        "pnl_return" => "Return on the portfolio",
        "pnl_drawdown" or "drawdown" => "Drawdown, not yet recovered",
        "pnl_drawdown_mean" => "Drawdown, mean",
        "pnl_drawdown_max" or "drawdown_max" => "Drawdown, deepest",
        "drawdown_mean" => "Drawdown, mean",
        "nav_start" => "Worth at the start",
        "nav_end" => "Worth at the end",
        "flows" => "Deposits less withdrawals",
        "balance_end" => "Balance at the end",
        "value_at_risk" => "Value at risk (95 %)",
        "period_ms" => "Length of a period",
        "min_track_record" => "Periods needed to be sure",
        "sharpe_ratio_probability" => "Probability that Sharpe is positive",
        "sharpe_ratio_error" => "Sharpe ratio, standard error",
        _ when key.EndsWith("_ms", StringComparison.Ordinal) => Title(key[..^3]),
        _ when key.EndsWith("_max", StringComparison.Ordinal) => Sentence(key[..^4]) + ", largest",
        _ when key.EndsWith("_mean", StringComparison.Ordinal) => Sentence(key[..^5]) + ", mean",
        _ => Sentence(key),
    };

    public static string Reason(string reason) => reason switch
    {
        "too_short" => "the session is shorter than one period",
        "too_few_observations" => "fewer than two whole periods of returns",
        "zero_deviation" => "all returns are the same",
        "no_downside" => "no return is below the risk-free one",
        "no_drawdown" => "equity never fell from a peak",
        "no_losses" => "there was no loss",
        "no_wins" => "there was no win",
        "no_closed_positions" => "no position was closed",
        "no_capital" => "no positive capital to relate it to",
        "capital_lost" => "a period lost all capital",
        "no_rate" => "no price turns it into the valuation asset",
        "finer_than_grid" => "the interval is shorter than the sampled period",
        "no_lower_tail" => "no loss in the lower tail",
        "no_variance" => "the returns do not vary",
        "not_above_benchmark" => "the ratio is not above its benchmark",
        "not_sampled" => "it was not sampled",
        "too_many_periods" => "more periods than are kept",
        "overflow" => "the value is too large to state",
        _ => reason.Replace('_', ' '),
    };

    private static string Sentence(string key) => key.Length == 0
        ? ""
        : char.ToUpperInvariant(key[0]) + key[1..].Replace('_', ' ');
}
