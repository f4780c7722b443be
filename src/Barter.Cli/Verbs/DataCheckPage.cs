using Barter.Cli.Terminal;
using Barter.MarketData.Checking;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>What a check found, for people to read.</summary>
internal static class DataCheckPage
{
    public static string Of(MarketDataCheckResult result, InstrumentCatalog catalog, int width, bool isColoured)
    {
        var page = new TextPage(width, isColoured);
        page.Heading(string.Create(
            null,
            $"{result.Report.Items:N0} items, {result.Report.Reconnects:N0} reconnect marks, "
            + $"{result.Report.Errors:N0} error items"));
        if (result.Instruments.Count > 0)
        {
            page.Table(InstrumentTable(result.Instruments, catalog));
        }

        foreach (var finding in result.Findings)
        {
            page.Line(Describe(finding, result, catalog));
        }

        page.Line(result.HasProblems ? "there are problems" : "no problems");
        return page.ToString();
    }

    private static SummaryTable InstrumentTable(ValueList<InstrumentCounts> counts, InstrumentCatalog catalog)
    {
        var kinds = counts.SelectMany(row => row.ByKind.Select(kind => kind.Kind)).Distinct().Order().ToArray();
        ValueList<string> Row(string name, Func<InstrumentCounts, string> cell) => [name, .. counts.Select(cell)];
        return new SummaryTable(
            "Instruments",
            ["", .. counts.Select(row => catalog[row.Instrument].Name)],
            [
                .. kinds.Select(kind => Row(
                    DataCheckWords.Of(kind),
                    row => string.Create(
                        null, $"{row.ByKind.Where(pair => pair.Kind == kind).Sum(pair => pair.Count):N0}"))),
                Row("first", row => row.First.ToString()),
                Row("last", row => row.Last.ToString()),
            ]);
    }

    private static string Describe(Finding finding, MarketDataCheckResult result, InstrumentCatalog catalog)
    {
        var what = string.Create(null, $"{DataCheckWords.Of(finding.Kind)}: {finding.Count:N0}");
        var where = finding.Instrument is { } instrument ? $" of {catalog[instrument].Name}" : "";
        var first = finding switch
        {
            { Kind: FindingKind.Error } => $", the first at {result.Report.FirstError}",
            { FirstEvent: { } number, FirstTime: { } time } =>
                string.Create(null, $", the first at event {number} ({time})"),
            { FirstEvent: { } number } => string.Create(null, $", the first at event {number}"),
            _ => "",
        };
        var worst = finding.Worst is { } extent ? $", the longest {extent:c}" : "";
        return what + where + first + worst;
    }
}
