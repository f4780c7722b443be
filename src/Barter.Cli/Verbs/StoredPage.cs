using Barter.Cli.Terminal;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>Stored market data, for people to read.</summary>
internal static class StoredPage
{
    /// <summary>One row for each instrument and kind, over all files.</summary>
    public static string OfList(IReadOnlyList<StoredPart> parts, CliConsole console)
    {
        var page = PageOf(parts, console);
        var rows = parts
            .SelectMany(part => part.Content.Series)
            .GroupBy(series => (series.Exchange, series.Instrument, series.Kind))
            .OrderBy(rows => rows.Key.Exchange)
            .ThenBy(rows => rows.Key.Instrument, StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Kind)
            .Select(rows => new StoredSeries(
                rows.Key.Exchange, rows.Key.Instrument, rows.Key.Kind, rows.Sum(row => row.Count),
                rows.Min(row => row.First), rows.Max(row => row.Last)));
        WriteTable(page, rows);
        return page.ToString();
    }

    /// <summary>Each file with its rows.</summary>
    public static string OfFiles(IReadOnlyList<StoredPart> parts, CliConsole console)
    {
        var page = PageOf(parts, console);
        foreach (var part in parts)
        {
            page.Line(string.Create(
                null,
                $"{part.Name}: {part.Content.Count:N0} events in {part.Content.Blocks:N0} blocks, "
                + $"{part.Content.Length:N0} bytes "
                + $"({(decimal)part.Content.Length / Math.Max(part.Content.Count, 1):N2} "
                + $"an event){(part.Source is { } source ? $", made of {source}" : "")}"));
            WriteTable(page, part.Content.Series);
        }

        return page.ToString();
    }

    private static TextPage PageOf(IReadOnlyList<StoredPart> parts, CliConsole console)
    {
        var page = new TextPage(console.Width, console is { OutputIsTerminal: true, IsDecorated: true });
        page.Heading(string.Create(
            null,
            $"{parts.Count:N0} file(s), {parts.Sum(part => part.Content.Count):N0} events, "
            + $"{parts.Sum(part => part.Content.Length):N0} bytes"));
        return page;
    }

    private static void WriteTable(TextPage page, IEnumerable<StoredSeries> series)
    {
        ValueList<ValueList<string>> rows =
        [
            .. series.Select(row => (ValueList<string>)
            [
                row.Instrument ?? row.Exchange.ToWire(), DataCheckWords.Of(row.Kind),
                string.Create(null, $"{row.Count:N0}"), TimeOf(row.First), TimeOf(row.Last),
            ]),
        ];
        if (rows.Count > 0)
        {
            page.Table(new SummaryTable("Stored", ["instrument", "kind", "events", "first", "last"], rows));
        }
    }

    /// <summary>A mark before all items stands at no time.</summary>
    private static string TimeOf(Timestamp time) => time == Timestamp.MinValue ? "at the start" : time.ToString();
}
