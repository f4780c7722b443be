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

        var rows = KeyRows(sheet).Concat(OtherRows(sheet));
        yield return new SummaryTable("Portfolio", ["", sheet.Currency], rows.ToValueList());
        if (sheet.Drawdowns.Count > 0)
        {
            yield return DrawdownTable(sheet.Drawdowns);
        }

        if (sheet.Months.Count > 0)
        {
            yield return MonthTable(sheet);
        }
    }

    private static IEnumerable<SummaryTable> PortfolioKeyFigures(PortfolioSheet? sheet)
    {
        if (sheet is not null)
        {
            yield return new SummaryTable("Portfolio", ["", sheet.Currency], KeyRows(sheet).ToValueList());
        }
    }

    private static IEnumerable<ValueList<string>> KeyRows(PortfolioSheet sheet)
    {
        yield return Row("NAV Start", Fixed(sheet.NavStart, 2));
        yield return Row("NAV End", Fixed(sheet.NavEnd, 2));
        yield return Row("Fees", Fixed(sheet.Fees, 2));
        yield return Row("Slippage", Fixed(sheet.Slippage, 2));
        yield return Row("Total Return", Percent(sheet.TotalReturn, 2));
        yield return Share("CAGR", sheet.Cagr);
        yield return Share("Volatility", sheet.Volatility);
        yield return Ratio("Sharpe", sheet.SharpeRatio);
        yield return Ratio("Sortino", sheet.SortinoRatio);
        yield return Ratio("Calmar", sheet.CalmarRatio);
        yield return Row("Drawdown Max", Percent(sheet.DrawdownMax, 2));
        yield return Row("Gross Exposure Max", Percent(sheet.GrossExposureMax, 1));
        yield return Ratio("Turnover", sheet.Turnover);
    }

    private static IEnumerable<ValueList<string>> OtherRows(PortfolioSheet sheet)
    {
        yield return Row("Flows", Fixed(sheet.Flows, 2));
        yield return Share("Return", sheet.ArithmeticReturn);
        yield return Ratio("Sharpe Error", sheet.SharpeRatioError);
        yield return Ratio("Sharpe Autocorrelated", sheet.SharpeRatioAutocorrelated);
        yield return Ratio("Sharpe Adjusted", sheet.SharpeRatioAdjusted);
        yield return Row("Sharpe Above 0", Percent(sheet.SharpeRatioProbability, 1));
        yield return Row("Min Track Record", Fixed(sheet.MinTrackRecord, 1));
        yield return Ratio("Martin", sheet.MartinRatio);
        yield return Ratio("Pain Ratio", sheet.PainRatio);
        yield return Row("Omega", Fixed(sheet.OmegaRatio, 4));
        yield return Row("Gain to Pain", Fixed(sheet.GainToPain, 4));
        yield return Row("Tail Ratio", Fixed(sheet.TailRatio, 4));
        yield return Row("VaR 5%", Percent(sheet.ValueAtRisk, 2));
        yield return Row("CVaR 5%", Percent(sheet.ExpectedShortfall, 2));
        yield return Row("Skewness", Fixed(sheet.Skewness, 4));
        yield return Row("Kurtosis", Fixed(sheet.Kurtosis, 4));
        yield return Row("Ulcer Index", Percent(sheet.UlcerIndex, 2));
        yield return Row("Pain Index", Percent(sheet.PainIndex, 2));
        yield return Row("Time Under Water", Percent(sheet.TimeUnderWater, 1));
        yield return Row("Longest Under Water", Length(sheet.TimeUnderWaterMaxMillis));
        yield return Row("Periods", Count(sheet.Periods));
        yield return Row("Positive Periods", Percent(sheet.PositivePeriods, 1));
        yield return Row("Best Period", Percent(sheet.BestPeriod, 2));
        yield return Row("Worst Period", Percent(sheet.WorstPeriod, 2));
        yield return Row("Winning Streak", Count(sheet.WinningStreakMax));
        yield return Row("Losing Streak", Count(sheet.LosingStreakMax));
        yield return Row("Gross Exposure Avg", Percent(sheet.GrossExposureMean, 1));
        yield return Row("Net Exposure Avg", Percent(sheet.NetExposureMean, 1));
        yield return Row("Net Exposure Max", Percent(sheet.NetExposureMax, 1));
        yield return Row("Time in Market", Percent(sheet.TimeInMarket, 1));
    }

    private static ValueList<string> Row(string name, string? text) => [name, text ?? NotAvailable];

    private static ValueList<string> Ratio(string name, IntervalMetric value) =>
        Row($"{name} {Short(value.Interval)}", Fixed(value.Value, 4));

    private static ValueList<string> Share(string name, IntervalMetric value) =>
        Row($"{name} {Short(value.Interval)}", Percent(value.Value, 2));

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
        ValueList<string> Row(string name, Func<TradeSheet, string?> cell) =>
            [name, .. sheets.Select(sheet => (sheet.Trades is { } trades ? cell(trades) : null) ?? NotAvailable)];

        yield return Row("Payoff", trades => Fixed(trades.Payoff, 2));
        yield return Row("Expectancy", trades => Fixed(trades.Expectancy, 2));
        yield return Row("System Quality", trades => Fixed(trades.SystemQuality, 4));
        yield return Row("Kelly Fraction", trades => Percent(trades.KellyFraction, 1));
        yield return Row("Largest Win", trades => Fixed(trades.LargestWin, 2));
        yield return Row("Largest Loss", trades => Fixed(trades.LargestLoss, 2));
        yield return Row("Duration Avg", trades => Length(trades.MeanDurationMillis));
        yield return Row("Winning Streak", trades => Count(trades.WinningStreakMax));
        yield return Row("Losing Streak", trades => Count(trades.LosingStreakMax));
        yield return Row("MAE Avg", trades => Fixed(trades.AdverseExcursionMean, 2));
        yield return Row("MAE Max", trades => Fixed(trades.AdverseExcursionMax, 2));
        yield return Row("MFE Avg", trades => Fixed(trades.FavourableExcursionMean, 2));
        yield return Row("MFE Max", trades => Fixed(trades.FavourableExcursionMax, 2));
        yield return Row("Long PnL", trades => Fixed(trades.Long.Pnl, 2));
        yield return Row("Short PnL", trades => Fixed(trades.Short.Pnl, 2));
    }

    private static string? Count(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Length(long? millis) =>
        millis is { } known ? DurationText(TimeSpan.FromMilliseconds(known)) : null;

    private static string Minute(Timestamp time) =>
        time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
