using System.Globalization;
using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>The tables of the portfolio, and the rows of closed positions.</summary>
public sealed partial record TradingSummaryTables
{
    private static IEnumerable<SummaryTable> PortfolioTables(PortfolioSheet? sheet)
    {
        if (sheet is null)
        {
            yield break;
        }

        yield return new SummaryTable("Portfolio", ["", sheet.Currency], PortfolioRows(sheet).ToValueList());
        if (sheet.Drawdowns.Count > 0)
        {
            yield return DrawdownTable(sheet.Drawdowns);
        }

        if (sheet.Months.Count > 0)
        {
            yield return MonthTable(sheet);
        }
    }

    private static IEnumerable<ValueList<string>> PortfolioRows(PortfolioSheet sheet)
    {
        ValueList<string> Row(string name, string metric, string? text) =>
            [name, Cell(sheet.Undefined, metric, text)];
        ValueList<string> Ratio(string name, string metric, IntervalMetric value) =>
            Row($"{name} {value.Interval}", metric, Fixed(value.Value, 4));
        ValueList<string> Share(string name, string metric, IntervalMetric value) =>
            Row($"{name} {value.Interval}", metric, Percent(value.Value, 2));

        yield return Row("NAV Start", "nav_start", Fixed(sheet.NavStart, 2));
        yield return Row("NAV End", "nav_end", Fixed(sheet.NavEnd, 2));
        yield return Row("Flows", "flows", Fixed(sheet.Flows, 2));
        yield return Row("Fees", "fees", Fixed(sheet.Fees, 2));
        yield return Row("Total Return", "total_return", Percent(sheet.TotalReturn, 2));
        yield return Share("CAGR", "cagr", sheet.Cagr);
        yield return Share("Return", "arithmetic_return", sheet.ArithmeticReturn);
        yield return Share("Volatility", "volatility", sheet.Volatility);
        yield return Ratio("Sharpe", "sharpe_ratio", sheet.SharpeRatio);
        yield return Ratio("Sharpe Error", "sharpe_ratio_error", sheet.SharpeRatioError);
        yield return Ratio("Sharpe Autocorrelated", "sharpe_ratio_autocorrelated", sheet.SharpeRatioAutocorrelated);
        yield return Ratio("Sharpe Adjusted", "sharpe_ratio_adjusted", sheet.SharpeRatioAdjusted);
        yield return Row(
            "Sharpe Above 0", "sharpe_ratio_probability", Percent(sheet.SharpeRatioProbability, 1));
        yield return Row("Min Track Record", "min_track_record", Fixed(sheet.MinTrackRecord, 1));
        yield return Ratio("Sortino", "sortino_ratio", sheet.SortinoRatio);
        yield return Ratio("Calmar", "calmar_ratio", sheet.CalmarRatio);
        yield return Ratio("Martin", "martin_ratio", sheet.MartinRatio);
        yield return Ratio("Pain Ratio", "pain_ratio", sheet.PainRatio);
        yield return Row("Omega", "omega_ratio", Fixed(sheet.OmegaRatio, 4));
        yield return Row("Gain to Pain", "gain_to_pain", Fixed(sheet.GainToPain, 4));
        yield return Row("Tail Ratio", "tail_ratio", Fixed(sheet.TailRatio, 4));
        yield return Row("VaR 5%", "value_at_risk", Percent(sheet.ValueAtRisk, 2));
        yield return Row("CVaR 5%", "expected_shortfall", Percent(sheet.ExpectedShortfall, 2));
        yield return Row("Skewness", "skewness", Fixed(sheet.Skewness, 4));
        yield return Row("Kurtosis", "kurtosis", Fixed(sheet.Kurtosis, 4));
        yield return Row("Ulcer Index", "ulcer_index", Percent(sheet.UlcerIndex, 2));
        yield return Row("Pain Index", "pain_index", Percent(sheet.PainIndex, 2));
        yield return Row("Drawdown Max", "drawdown_max", Percent(sheet.DrawdownMax, 2));
        yield return Row("Time Under Water", "time_under_water", Percent(sheet.TimeUnderWater, 1));
        yield return Row("Longest Under Water", "time_under_water_max_ms", Length(sheet.TimeUnderWaterMaxMillis));
        yield return Row("Periods", "periods", Count(sheet.Periods));
        yield return Row("Positive Periods", "positive_periods", Percent(sheet.PositivePeriods, 1));
        yield return Row("Best Period", "best_period", Percent(sheet.BestPeriod, 2));
        yield return Row("Worst Period", "worst_period", Percent(sheet.WorstPeriod, 2));
        yield return Row("Winning Streak", "winning_streak_max", Count(sheet.WinningStreakMax));
        yield return Row("Losing Streak", "losing_streak_max", Count(sheet.LosingStreakMax));
        yield return Row("Gross Exposure Avg", "gross_exposure_mean", Percent(sheet.GrossExposureMean, 1));
        yield return Row("Gross Exposure Max", "gross_exposure_max", Percent(sheet.GrossExposureMax, 1));
        yield return Row("Net Exposure Avg", "net_exposure_mean", Percent(sheet.NetExposureMean, 1));
        yield return Row("Net Exposure Max", "net_exposure_max", Percent(sheet.NetExposureMax, 1));
        yield return Row("Time in Market", "time_in_market", Percent(sheet.TimeInMarket, 1));
        yield return Ratio("Turnover", "turnover", sheet.Turnover);
    }

    private static SummaryTable DrawdownTable(ValueList<DrawdownEpisode> episodes)
    {
        ValueList<string> Row(string name, Func<DrawdownEpisode, string?> cell) =>
            [name, .. episodes.Select(episode => cell(episode) ?? "open")];

        return new SummaryTable(
            "Drawdowns",
            ["", .. Enumerable.Range(1, episodes.Count).Select(number => Count(number)!)],
            [
                Row("Depth", episode => Percent(episode.Depth, 2)),
                Row("Peak", episode => Minute(episode.TimePeak)),
                Row("Valley", episode => Minute(episode.TimeValley)),
                Row("Recovery", episode => episode.TimeRecovery is { } time ? Minute(time) : null),
                Row("Down", episode => Length(episode.DownMillis)),
                Row("Recovering", episode => Length(episode.RecoveryMillis)),
            ]);
    }

    private static SummaryTable MonthTable(PortfolioSheet sheet)
    {
        var months = sheet.Months.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
        var names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12];
        string Cell(string year, int month) =>
            months.TryGetValue(string.Create(null, $"{year}-{month:D2}"), out var value) ? Percent(value, 2)! : "";

        return new SummaryTable(
            "Months",
            ["", .. names, "Year"],
            sheet.Years.Select(row => (ValueList<string>)
                [row.Name, .. Enumerable.Range(1, 12).Select(month => Cell(row.Name, month)), Percent(row.Value, 2)!])
                .ToValueList());
    }

    private static IEnumerable<ValueList<string>> TradeRows(TradingSummary summary)
    {
        var sheets = summary.Instruments.Values;
        ValueList<string> Row(string name, string metric, Func<TradeSheet, string?> cell) =>
        [
            name,
            .. sheets.Select(sheet => sheet.Trades is { } trades
                ? Cell(trades.Undefined, metric, cell(trades))
                : NotAvailable),
        ];

        yield return Row("Payoff", "payoff", trades => Fixed(trades.Payoff, 2));
        yield return Row("Expectancy", "expectancy", trades => Fixed(trades.Expectancy, 2));
        yield return Row("System Quality", "system_quality", trades => Fixed(trades.SystemQuality, 4));
        yield return Row("Kelly Fraction", "kelly_fraction", trades => Percent(trades.KellyFraction, 1));
        yield return Row("Largest Win", "largest_win", trades => Fixed(trades.LargestWin, 2));
        yield return Row("Largest Loss", "largest_loss", trades => Fixed(trades.LargestLoss, 2));
        yield return Row("Duration Avg", "mean_duration_ms", trades => Length(trades.MeanDurationMillis));
        yield return Row("Winning Streak", "winning_streak_max", trades => Count(trades.WinningStreakMax));
        yield return Row("Losing Streak", "losing_streak_max", trades => Count(trades.LosingStreakMax));
        yield return Row("MAE Avg", "adverse_excursion_mean", trades => Fixed(trades.AdverseExcursionMean, 2));
        yield return Row("MAE Max", "adverse_excursion_max", trades => Fixed(trades.AdverseExcursionMax, 2));
        yield return Row("MFE Avg", "favourable_excursion_mean", trades => Fixed(trades.FavourableExcursionMean, 2));
        yield return Row("MFE Max", "favourable_excursion_max", trades => Fixed(trades.FavourableExcursionMax, 2));
        yield return Row("Long PnL", "long", trades => Fixed(trades.Long.Pnl, 2));
        yield return Row("Short PnL", "short", trades => Fixed(trades.Short.Pnl, 2));
    }

    private static string? Count(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Length(long? millis) =>
        millis is { } known ? DurationText(TimeSpan.FromMilliseconds(known)) : null;

    private static string Minute(Timestamp time) =>
        time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
