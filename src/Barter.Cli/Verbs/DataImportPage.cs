using System.Text;
using System.Text.Json;
using Barter.MarketData;

namespace Barter.Cli.Verbs;

/// <summary>What an import did, for people and for programs.</summary>
internal static class DataImportPage
{
    public static string Of(ImportedFile file)
    {
        var stored = file.Result.File;
        if (file.Result.Report is not { } report)
        {
            return string.Create(
                null, $"{file.Path}: already there, {stored.Content.Count:N0} events in {stored.Name}\n");
        }

        var page = new StringBuilder();
        page.Append(null, $"{file.Path}: {report.Rows:N0} rows, {stored.Content.Count:N0} events, ");
        page.Append(null, $"{report.BadRows:N0} bad rows, {report.First} to {report.Last}, ");
        page.Append(null, $"{file.Length:N0} bytes to {stored.Content.Length:N0} in {stored.Name}, ");
        page.Append(null, $"{RateOf(report, file.Time):N0} rows/s\n");
        foreach (var bad in report.FirstBadRows)
        {
            page.Append(null, $"  bad: {bad}\n");
        }

        foreach (var note in Notes(report))
        {
            page.Append(null, $"  note: {note}\n");
        }

        return page.ToString();
    }

    public static string Total(IReadOnlyList<ImportedFile> files, string folder) => string.Create(
        null,
        $"{files.Count(file => !file.Result.WasThere):N0} files imported, "
        + $"{files.Count(file => file.Result.WasThere):N0} already there, "
        + $"{files.Sum(file => file.Result.File.Content.Count):N0} events, "
        + $"{files.Sum(file => file.Result.File.Content.Length):N0} bytes in {folder}\n");

    /// <summary>One line of JSON.</summary>
    public static string JsonOf(IReadOnlyList<ImportedFile> files, string folder) => JsonText.AsciiLine(json =>
    {
        json.WriteString("folder", folder);
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            Write(json, file);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ImportedFile file)
    {
        var stored = file.Result.File;
        json.WriteStartObject();
        json.WriteString("source", file.Path);
        json.WriteBoolean("was_there", file.Result.WasThere);
        json.WriteString("name", stored.Name);
        json.WriteNumber("events", stored.Content.Count);
        json.WriteString("first", stored.Content.First?.ToString());
        json.WriteString("last", stored.Content.Last?.ToString());
        json.WriteNumber("source_bytes", file.Length);
        json.WriteNumber("bytes", stored.Content.Length);
        if (file.Result.Report is { } report)
        {
            json.WriteNumber("rows", report.Rows);
            json.WriteNumber("bad_rows", report.BadRows);
            json.WriteNumber("void_rows", report.VoidRows);
            json.WriteNumber("repeated_rows", report.RepeatedRows);
            json.WriteNumber("error_items", report.Errors);
            json.WriteNumber("late", report.Late);
            json.WriteNumber("rows_per_second", (long)RateOf(report, file.Time));
            json.WriteString("note", report.Note);
            json.WriteStartArray("first_bad_rows");
            foreach (var bad in report.FirstBadRows)
            {
                json.WriteStringValue(bad);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<string> Notes(MarketDataReport report)
    {
        if (report.VoidRows > 0)
        {
            yield return string.Create(null, $"{report.VoidRows:N0} rows were void, with price and amount of zero");
        }

        if (report.RepeatedRows > 0)
        {
            yield return string.Create(null, $"{report.RepeatedRows:N0} rows repeated the one before them");
        }

        if (report.Errors > 0)
        {
            yield return string.Create(null, $"{report.Errors:N0} error items, the first at {report.FirstError}");
        }

        if (report.Late > 0)
        {
            yield return string.Create(
                null, $"{report.Late:N0} events are before an earlier one, by up to {report.LatestBy:c}");
        }

        if (report.Note is { } note)
        {
            yield return note;
        }
    }

    private static double RateOf(MarketDataReport report, TimeSpan time) =>
        report.Rows / Math.Max(time.TotalSeconds, 1e-6);
}
