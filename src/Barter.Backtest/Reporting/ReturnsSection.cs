using System.Globalization;
using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>Returns by day or month, and how they are distributed.</summary>
internal static class ReturnsSection
{
    private const int DaysShown = 31;
    private const int DaysMax = 400;

    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static void Write(HtmlText html, JsonElement root, SeriesData series)
    {
        var months = MonthsOf(root, series).ToArray();
        if (series.Days.Count == 0 && months.Length == 0)
        {
            return;
        }

        html.Line("<section id=\"returns\">").Element("h2", "Returns");
        if (months.Select(row => row.Month).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            WriteMonths(html, months);
        }

        if (series.Days.Count is > 0 and <= DaysShown)
        {
            WriteDays(html, series);
        }
        else if (series.Days.Count is > DaysShown and <= DaysMax)
        {
            html.Line("<details>").Element("summary", $"Equity of all {series.Days.Count} days");
            WriteDays(html, series);
            html.Line("</details>");
        }

        Histogram.Write(html, series);
        html.Line("</section>");
    }

    /// <summary>As the summary has them, or else from the equity at the ends of days.</summary>
    private static IEnumerable<(string Month, decimal Return)> MonthsOf(JsonElement root, SeriesData series)
    {
        var told = root.Members("portfolio", "months")
            .Select(row => (row.Name, Value: JsonReading.AsNumber(row.Value)))
            .Where(row => row.Value is not null && row.Name.Length >= 7)
            .Select(row => (row.Name[..7], row.Value!.Value))
            .ToArray();
        return told.Length > 0
            ? told
            : series.Days
                .GroupBy(day => day.Day.ToString()[..7], StringComparer.Ordinal)
                .Where(days => days.First().Open > 0m)
                .Select(days => (days.Key, (days.Last().Close / days.First().Open) - 1m));
    }

    private static void WriteMonths(HtmlText html, (string Month, decimal Return)[] months)
    {
        var rows = months
            .GroupBy(row => row.Month[..4], StringComparer.Ordinal)
            .Select(year => (IReadOnlyList<Cell>)
            [
                year.Key,
                .. Months.Select((_, index) => InMonth(year, index + 1)),
                Return(year.Aggregate(1m, (worth, row) => worth * (1m + row.Return)) - 1m),
            ]);
        html.Table("Returns by month", ["Year", .. Months, "Year"], rows);
    }

    private static Cell InMonth(IEnumerable<(string Month, decimal Return)> year, int month)
    {
        var ending = month.ToString("D2", CultureInfo.InvariantCulture);
        foreach (var (name, value) in year)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return Return(value);
            }
        }

        return "";
    }

    private static void WriteDays(HtmlText html, SeriesData series)
    {
        var rows = series.Days.Select(day => (IReadOnlyList<Cell>)
        [
            Words.Day(day.Day), Words.Amount(day.Open), Words.Amount(day.Close),
            day.Open > 0m ? Return((day.Close / day.Open) - 1m) : Cell.Missing("no_capital"),
        ]);
        html.Table($"Equity by day (UTC), in {series.Asset}", ["Day", "Open", "Close", "Return"], rows);
    }

    private static Cell Return(decimal value) => Cell.Of(Words.Signed(Words.Percent(value), value), value);
}
